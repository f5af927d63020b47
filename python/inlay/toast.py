"""Tells the person at the notebook what was done."""

from __future__ import annotations


def toast(title: str) -> None:
    """Shows a toast in every page of this notebook."""
    import marimo

    marimo.status.toast(title)
