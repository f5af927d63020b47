"""Makes an installed package's widget class a definition cell that needs the package no more."""
