"""Finds what is wrong with a notebook's widgets, and mends it."""
