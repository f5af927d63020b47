"""What the doctor finds, as plain data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ..notebook import Inventory


@dataclass(frozen=True)
class Facts:
    """What the checks look at.

    `items` are the widgets as they are upstream, by name: `version`, `className`, `wired` (traits),
    `remote` (whether its front end loads code from elsewhere) and, where it may be needed,
    `definition`. `missing` are requirements that the environment does not meet. `front_ends` are
    the ESMs by class, each with the cell that defines it, None for a class from a package.
    """

    inventory: Inventory
    items: Mapping[str, Mapping[str, Any]]
    missing: tuple[str, ...] = ()
    front_ends: Mapping[str, tuple[str | None, str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Fix:
    """How a finding can be mended: `kind` is delete, edit, run, install or update.

    `what` says it in words; `code` is the new code of an edit, a requirement, or a widget's name;
    `run` a cell that has to run after it.
    """

    kind: str
    what: str
    cell: str | None = None
    code: str = ""
    run: str | None = None


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong; `severity` is error, warning or note."""

    code: str
    severity: str
    message: str
    cure: str
    cell: str | None = None
    object: str | None = None
    fix: Fix | None = None

    @property
    def key(self) -> tuple[str, str | None, str | None]:
        """What tells a finding from others, also after a part was mended."""
        return (self.code, self.cell, self.object)
