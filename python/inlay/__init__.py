"""Puts inlay widgets into the marimo notebook that is open now; runs inside its kernel."""
