"""Adds cells in one batch, and puts the notebook back as it was when something fails."""

from __future__ import annotations

from typing import Any

from .code_mode import CodeMode
from .fingerprint import fingerprint
from .refusal import Refusal
from .steps import Plan
from .undo import Undo, problem_of, put_back


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
        problem = problem_of(cells.get(cell_id))
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
        await put_back(code_mode, Undo(dict.fromkeys(codes, ""), before))
        raise Refusal(
            "apply-failed",
            f"The cells could not be made: {error}",
            found=str(error),
            expected="cells that compile beside the ones that are there",
            cure="Nothing was changed.",
        ) from error
    except BaseException:
        await put_back(code_mode, Undo(dict.fromkeys(codes, ""), before))
        raise
    undo = Undo({cell: fingerprint(code) for cell, code in codes.items()}, before)
    await _check(code_mode, made, undo)
    return made, undo


async def _check(code_mode: CodeMode, made: dict[str, str], undo: Undo) -> None:
    cells = {cell.id: cell for cell in code_mode.cells()}
    for key, cell_id in made.items():
        cell = cells.get(cell_id)
        problem = problem_of(cell)
        if problem is None:
            continue
        await put_back(code_mode, undo)
        role, _, name = key.partition(" ")
        raise Refusal(
            "apply-failed",
            f"The {role} cell of {name} failed: {problem}",
            found=problem,
            expected="every new cell idle and without errors",
            cure="Everything was put back as it was.",
            details={"cell": cell_id, "code": cell.code if cell else None},
        )
