"""Puts a notebook back as it was."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from .carry import Luggage, carrying, from_json, settle_values
from .code_mode import Batch, CodeMode
from .definition import read_definition
from .fingerprint import fingerprint
from .live import close_unheld, model_of, models_of
from .notebook import Cell
from .quiet import can_edit_quietly, edit_quietly
from .swap import set_front_end


@dataclass(frozen=True)
class Undo:
    """How to put the notebook back: plain data, so that a later request can do it.

    `written` holds, by cell, the fingerprint of the code that was put there; `before` holds the
    code and the visibility that a cell had which was there already; `deleted` the cells that are
    gone, and `order` the ids of all cells as they stood, where cells are gone. `values` holds what
    live objects had, where a cell that made them has run again.

    An entry of `before` may say `run` (false for a cell that has not run) and `quiet` (true where
    only the front end was replaced, so that nothing has to run).
    """

    written: dict[str, str]
    before: dict[str, dict[str, Any]]
    deleted: list[dict[str, Any]] = field(default_factory=list)
    order: list[str] = field(default_factory=list)
    values: dict[str, dict[str, Any]] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, token: Mapping[str, Any]) -> Undo:
        """The undo that a report carried."""
        return cls(**token)


async def roll_back(code_mode: CodeMode, undo: Undo) -> list[str]:
    """Puts the notebook back; cells that were edited since are left, and named in the warnings."""
    cells = {cell.id: cell for cell in code_mode.cells()}
    touched = [
        key
        for key, expected in undo.written.items()
        if key in cells and _fingerprint(cells[key].code) != expected
    ]
    written = {key: value for key, value in undo.written.items() if key not in touched}
    await put_back(code_mode, replace(undo, written=written))
    return [f"kept: cell {key} was edited since, so it is left as it is." for key in touched]


async def put_back(
    code_mode: CodeMode, undo: Undo, luggage: Sequence[Luggage] | None = None
) -> None:
    """Writes back what was there, runs it where it had run, and gives live objects their values.

    `luggage` are those values where they are still at hand; else the undo has them.
    """
    cells = {cell.id: cell for cell in code_mode.cells()}
    written = [key for key in undo.written if key in cells]
    written = await _put_back_quietly(code_mode, undo, cells, written)
    if not written and not undo.deleted:
        return
    luggage = [
        each
        for each in (_luggage(undo) if luggage is None else luggage)
        if each.cell in written or each.cell not in undo.before
    ]
    before = {id(model_of(code_mode.globals.get(each.object))) for each in luggage}
    # Cells that go, or that were empty, leave the models of their objects behind.
    gone = [cells[key] for key in written if not undo.before.get(key, {}).get("code")]
    models = models_of(code_mode.globals, (name for cell in gone for name in cell.defs))
    with carrying(code_mode, luggage):
        async with code_mode.batch(check=False, formatting=False) as batch:
            for key in written:
                old = undo.before.get(key)
                if old is None:
                    batch.delete(key)
                    continue
                batch.edit(key, code=old["code"], hidden=old["hidden"])
                if old.get("run", True):
                    batch.run(key)
            there = [key for key in cells if key in undo.before or key not in written]
            _bring_back(batch, undo, there)
    settle_values(code_mode, luggage, before)
    close_unheld(code_mode.globals, models)


async def _put_back_quietly(
    code_mode: CodeMode, undo: Undo, cells: Mapping[str, Cell], written: list[str]
) -> list[str]:
    """Takes back what needs no run; gives the cells that are left."""
    quiet = {}
    for key in written:
        old = undo.before.get(key) or {}
        if not old.get("quiet"):
            continue
        now, code = cells[key].code, old["code"]
        if now == code or can_edit_quietly(code_mode, key, now, code):
            definition = read_definition(code)
            if definition.front_end is not None and definition.class_name is not None:
                set_front_end(code_mode, definition.class_name, definition.front_end)
            quiet[key] = code
    await edit_quietly(
        code_mode, {key: code for key, code in quiet.items() if cells[key].code != code}
    )
    return [key for key in written if key not in quiet]


def _luggage(undo: Undo) -> list[Luggage]:
    return [
        Luggage(name, each["class"], each["cell"], from_json(each["values"]), each["ours"])
        for name, each in undo.values.items()
    ]


def _bring_back(batch: Batch, undo: Undo, there: list[str]) -> None:
    """Makes deleted cells again, each after the one that it stood after, and runs them."""
    made: dict[str, str] = {key: key for key in there}
    for old in undo.deleted:
        if old["id"] in made:
            continue  # What failed has failed before it went.
        at = undo.order.index(old["id"])
        above = next((made[key] for key in undo.order[:at][::-1] if key in made), None)
        below = next((made[key] for key in undo.order[at:] if key in made), None)
        made[old["id"]] = batch.create(
            old["code"],
            hidden=old["hidden"],
            after=above,
            before=below if above is None else None,
            name=old["name"],
            disabled=old["disabled"],
            column=old["column"],
        )
        if old["ran"]:
            batch.run(made[old["id"]])


def deleted_cell(cell: Cell) -> dict[str, Any]:
    """What an undo keeps of a cell that goes, to make it again."""
    return {
        "id": cell.id,
        "code": cell.code,
        "name": cell.name,
        "hidden": cell.hidden,
        "disabled": cell.disabled,
        "column": cell.column,
        "ran": cell.status not in (None, "stale"),
    }


def problem_of(cell: Cell | None) -> str | None:
    """Why a cell does not work, or None where it does."""
    if cell is None:
        return "the cell is not there"
    if cell.errors:
        return "; ".join(error.message for error in cell.errors)
    return None if cell.status == "idle" else f"its status is {cell.status}"


def _fingerprint(code: str) -> str:
    try:
        return fingerprint(code)
    except SyntaxError:
        return ""
