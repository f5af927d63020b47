"""Reads and sets live values: traits of widgets, and elements of `mo.ui`."""
