"""Compares versions by their numbers."""

from __future__ import annotations

import re


def older(version: str, than: str) -> bool:
    """Whether a version comes before another; what is no number counts as nothing.

    >>> older("0.9.18", "0.21.1"), older("0.22.0rc1", "0.21.1")
    (True, False)
    """
    return _numbers(version) < _numbers(than)


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(each) for each in re.findall(r"\d+", version)[:3])
