"""Brings installed widgets to another version, with their live values."""
