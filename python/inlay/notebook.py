"""What is known of a notebook, as plain data: no marimo here."""

from __future__ import annotations

import builtins
from dataclasses import dataclass, field


@dataclass(frozen=True)
class CellError:
    """`kind` is "graph" (it could not run) or "runtime" (it ran and raised)."""

    kind: str
    message: str


@dataclass(frozen=True)
class Marker:
    """The first line of a definition cell; `state` is "unchanged" or "edited"."""

    name: str
    version: str
    fingerprint: str
    state: str


@dataclass(frozen=True)
class Cell:
    """One cell; `status` is code mode's word for it, None for an empty cell that never ran."""

    id: str
    code: str
    name: str = ""
    hidden: bool = False
    disabled: bool = False
    column: int | None = None
    status: str | None = None
    errors: tuple[CellError, ...] = ()
    defs: frozenset[str] = frozenset()
    refs: frozenset[str] = frozenset()
    marker: Marker | None = None

    @property
    def empty(self) -> bool:
        return not self.code.strip()

    @property
    def first_line(self) -> str:
        return self.code.lstrip("\n").split("\n", 1)[0]


@dataclass(frozen=True)
class Wire:
    """A trait that a `mo.state` follows."""

    trait: str
    getter: str
    setter: str


@dataclass(frozen=True)
class WidgetObject:
    """An instance of a widget class; `front` is what its front end last reported."""

    object: str
    cell: str
    wired: tuple[Wire, ...]
    readers: tuple[str, ...]
    front: str


@dataclass(frozen=True)
class Widget:
    """A widget that the notebook owns: its definition cell and its objects."""

    name: str
    version: str
    class_name: str | None
    cell: str
    state: str
    fingerprint: str
    objects: tuple[WidgetObject, ...] = ()


@dataclass(frozen=True)
class Inventory:
    """Everything that a plan looks at."""

    marimo: str
    path: str | None
    cells: tuple[Cell, ...]
    widgets: tuple[Widget, ...] = ()
    mo: str | None = None
    packages: dict[str, str | None] = field(default_factory=dict)
    capabilities: dict[str, str | bool] = field(default_factory=dict)

    def cell(self, key: str) -> Cell | None:
        """The cell with this id, or else with this name."""
        by_id = next((cell for cell in self.cells if cell.id == key), None)
        return by_id or next((cell for cell in self.cells if cell.name == key), None)

    def definer(self, name: str) -> Cell | None:
        """The cell that defines a name."""
        return next((cell for cell in self.cells if name in cell.defs), None)

    def names(self) -> dict[str, str]:
        """Every defined name, with the id of the cell that holds it."""
        return {name: cell.id for cell in self.cells for name in sorted(cell.defs)}


BUILTIN_NAMES = frozenset(dir(builtins))
