"""Changes the notebook in one batch, and puts it back as it was when something fails."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from .code_mode import Batch, CodeMode
from .fingerprint import fingerprint
from .notebook import Cell
from .refusal import Refusal
from .steps import Plan


@dataclass(frozen=True)
class Undo:
    """How to put the notebook back: plain data, so that a later request can do it.

    `written` holds, by cell, the fingerprint of the code that was put there; `before` holds the
    code and the visibility that a cell had which was there already; `deleted` the cells that are
    gone, and `order` the ids of all cells as they stood, where cells are gone.
    """

    written: dict[str, str]
    before: dict[str, dict[str, Any]]
    deleted: list[dict[str, Any]] = field(default_factory=list)
    order: list[str] = field(default_factory=list)

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, token: Mapping[str, Any]) -> Undo:
        """The undo that a report carried."""
        return cls(**token)


async def prepare(code_mode: CodeMode, plan: Plan) -> None:
    """Runs the cells that are there and that the new ones need, where they have not run.

    Raises Refusal "apply-failed" when one of them fails; no cell is changed.
    """
    needed = [op.cell for op in plan.ops if op.kind == "run" and op.cell is not None]
    if not needed:
        return
    async with code_mode.batch() as batch:
        for cell_id in needed:
            batch.run(cell_id)
    cells = {cell.id: cell for cell in code_mode.cells()}
    for cell_id in needed:
        problem = _problem(cells.get(cell_id))
        if problem is not None:
            raise Refusal(
                "apply-failed",
                f"Cell {cell_id}, which the new cells need, failed: {problem}",
                found=problem,
                expected="an idle cell without errors",
                cure="Make that cell run, then try again. Nothing was changed.",
                details={"cell": cell_id},
            )


async def apply(code_mode: CodeMode, plan: Plan) -> tuple[dict[str, str], Undo]:
    """Makes and runs the cells of a plan; gives the cell of each op by its key, and the way back.

    Raises Refusal "apply-failed" when a cell does not compile or run; the notebook is then as it
    was before.
    """
    there = {cell.id: cell for cell in code_mode.cells()}
    made: dict[str, str] = {}
    codes: dict[str, str] = {}
    before: dict[str, dict[str, Any]] = {}
    try:
        async with code_mode.batch() as batch:
            after, first_before = plan.after, plan.before
            for op in plan.ops:
                if op.kind == "create":
                    cell = batch.create(op.code, hidden=op.hidden, after=after, before=first_before)
                elif op.kind in ("reuse", "edit") and op.cell is not None:
                    cell = op.cell
                    before[cell] = {"code": there[cell].code, "hidden": there[cell].hidden}
                    batch.edit(cell, code=op.code, hidden=op.hidden)
                else:
                    continue
                made[op.key], codes[cell] = cell, op.code
                batch.run(cell)
                after, first_before = cell, None
    except Exception as error:
        await _put_back(code_mode, Undo(dict.fromkeys(codes, ""), before))
        raise Refusal(
            "apply-failed",
            f"The cells could not be made: {error}",
            found=str(error),
            expected="cells that compile beside the ones that are there",
            cure="Nothing was changed.",
        ) from error
    except BaseException:
        await _put_back(code_mode, Undo(dict.fromkeys(codes, ""), before))
        raise
    undo = Undo({cell: fingerprint(code) for cell, code in codes.items()}, before)
    await _check(code_mode, made, undo)
    return made, undo


async def roll_back(code_mode: CodeMode, undo: Undo) -> list[str]:
    """Puts the notebook back; cells that were edited since are left, and named in the warnings."""
    cells = {cell.id: cell for cell in code_mode.cells()}
    touched = [
        key
        for key, expected in undo.written.items()
        if key in cells and _fingerprint(cells[key].code) != expected
    ]
    written = {key: value for key, value in undo.written.items() if key not in touched}
    await _put_back(code_mode, replace(undo, written=written))
    return [f"kept: cell {key} was edited since, so it is left as it is." for key in touched]


async def _check(code_mode: CodeMode, made: dict[str, str], undo: Undo) -> None:
    cells = {cell.id: cell for cell in code_mode.cells()}
    for key, cell_id in made.items():
        cell = cells.get(cell_id)
        problem = _problem(cell)
        if problem is None:
            continue
        await _put_back(code_mode, undo)
        role, _, name = key.partition(" ")
        raise Refusal(
            "apply-failed",
            f"The {role} cell of {name} failed: {problem}",
            found=problem,
            expected="every new cell idle and without errors",
            cure="Everything was put back as it was.",
            details={"cell": cell_id, "code": cell.code if cell else None},
        )


async def _put_back(code_mode: CodeMode, undo: Undo) -> None:
    cells = {cell.id: cell for cell in code_mode.cells()}
    written = [key for key in undo.written if key in cells]
    if not written and not undo.deleted:
        return
    async with code_mode.batch(check=False) as batch:
        for key in written:
            old = undo.before.get(key)
            if old is None:
                batch.delete(key)
                continue
            batch.edit(key, code=old["code"], hidden=old["hidden"])
            batch.run(key)
        _bring_back(batch, undo, [key for key in cells if key in undo.before or key not in written])


def _bring_back(batch: Batch, undo: Undo, there: list[str]) -> None:
    """Makes deleted cells again, each after the one that it stood after, and runs them."""
    made: dict[str, str] = {key: key for key in there}
    for old in undo.deleted:
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


def _problem(cell: Cell | None) -> str | None:
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
