"""A plan in the making."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from . import cells
from .notebook import Cell, Inventory
from .refusal import Refusal
from .request import Add
from .steps import Op, Planned, Trial

_NEEDS_RUN = (None, "stale", "cancelled", "interrupted")


@dataclass
class Draft:
    """A plan that is being made: what is decided so far, and the names that are taken by now."""

    inventory: Inventory
    request: Add
    empties: list[Cell]
    taken: dict[str, str]
    ops: list[Op] = field(default_factory=list)
    objects: list[Planned] = field(default_factory=list)
    trials: list[Trial] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def write(self, op: Op) -> str:
        """Adds a cell: in an empty one that stands at the place, else a new one."""
        for name in cells.defined_names(op.code):
            if self.taken.setdefault(name, op.key) != op.key:
                raise self._refusal(name, op)
        if self.empties:
            op = replace(op, kind="reuse", cell=self.empties.pop(0).id)
        self.ops.append(op)
        return op.key

    def run_first(self, cell: Cell | None, role: str = "import") -> None:
        """Runs a cell that the new ones need, where it has not run."""
        if cell is None or cell.status not in _NEEDS_RUN:
            return
        op = Op("run", role, f"run {cell.id}", cell.id, cell.name, cell.code)
        if op.key not in [each.key for each in self.ops]:
            self.ops.append(op)

    def where(self, holder: str | None) -> str:
        """The cell that holds a name, in words."""
        cell = self.inventory.cell(holder or "")
        if cell is None:
            return "this same request"
        return f"cell {cell.id} ({cell.first_line})" if cell.first_line else f"cell {cell.id}"

    def _refusal(self, name: str, op: Op) -> Refusal:
        holder = self.taken[name]
        marker = getattr(self.inventory.cell(holder), "marker", None)
        cure = f"Rename {name} in that cell, then try again."
        if marker is not None:
            cure = f"That cell is a widget's. To have this one instead: inlay remove {marker.name}"
        return Refusal(
            "name-taken",
            f"The name {name}, which the {op.role} cell of {op.name} defines, is taken.",
            found=f"{name} is defined in {self.where(holder)}",
            expected="a notebook that does not define this name",
            cure=cure,
            details={"name": name, "cell": holder},
        )
