"""Trait types for definition cells. A cell carries those that it uses, and what they stand on."""
