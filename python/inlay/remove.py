"""Removes widgets and objects: inventory, plan, one batch, check, report."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .code_mode import CodeMode
from .inventory import take
from .live import close_unheld, models_of
from .luggage import pack, packed
from .notebook import Cell, Inventory
from .refusal import Refusal
from .removal import Reader, Removal, Remove, digest, edited_json, make_removal
from .saving import saving
from .toast import toast
from .undo import Undo, deleted_cell, put_back

_RAN = ("idle", "exception", "marimo-error", "cancelled", "interrupted")


async def remove(code_mode: CodeMode, asked: Mapping[str, Any]) -> dict[str, Any]:
    """Carries out a remove request; the notebook is as it was where it raises Refusal."""
    request = read_remove(asked)
    found = take(code_mode)
    plan = make_removal(found, request)
    report = removal_report(plan, code=bool(asked.get("dry_run")))
    report |= {"applied": False, "undo": None, "warnings": list(plan.warnings)}
    if asked.get("dry_run"):
        return report
    if not asked.get("yes"):
        raise _needs_yes(plan, removal_report(plan, code=False))
    undo = await delete(code_mode, found, plan)
    if not asked.get("quiet"):
        toast(f"inlay removed {', '.join(plan.objects) or _names(plan)}")
    return saving(code_mode, report | {"applied": True, "undo": undo.to_json()})


def read_remove(asked: Mapping[str, Any]) -> Remove:
    """A remove request from its JSON form. Raises Refusal "bad-request"."""
    names = asked.get("names")
    if not isinstance(names, list) or not names or not all(isinstance(each, str) for each in names):
        raise Refusal(
            "bad-request",
            "A removal needs names.",
            found=repr(names),
            expected="a list of names of objects or widgets",
        )
    return Remove(
        names=tuple(dict.fromkeys(names)),
        overwrite=bool(asked.get("overwrite")),
        comments=asked.get("comments") or {},
        readers=asked.get("readers") or {},
        expect=asked.get("expect"),
    )


async def delete(code_mode: CodeMode, before: Inventory, plan: Removal) -> Undo:
    """Deletes the cells of a plan in one batch and closes the models of their objects.

    Raises Refusal "apply-failed" when a cell that was not announced fails since; everything is then
    as it was.
    """
    gone = [each.cell for each in plan.deletions]
    models = models_of(code_mode.globals, (name for cell in gone for name in cell.defs))
    luggage = pack(code_mode, before, {cell.id for cell in gone})
    undo = Undo(
        written={},
        before={},
        deleted=[deleted_cell(cell) for cell in gone],
        order=[each.id for each in before.cells],
        values=packed(luggage),
    )
    try:
        async with code_mode.batch() as batch:
            for cell in gone:
                batch.delete(cell.id)
            for reader in plan.readers if code_mode.autorun else ():
                if reader.cell.status in _RAN and not reader.cell.disabled:
                    batch.run(reader.cell.id)  # As when a person deletes a cell.
        problem = _problem(code_mode.cells(), before, plan)
    except Exception as error:
        problem = str(error)
    except BaseException:
        await put_back(code_mode, undo, luggage)
        raise
    if problem is not None:
        await put_back(code_mode, undo, luggage)
        raise Refusal(
            "apply-failed",
            f"The cells could not be removed: {problem}",
            found=problem,
            expected="no new error but in the cells that were announced",
            cure="Everything was put back as it was.",
        )
    close_unheld(code_mode.globals, models)
    return undo


def removal_report(plan: Removal, *, code: bool) -> dict[str, Any]:
    """What a removal does or did; `code` adds the sources of the cells."""
    return {
        "ops": [
            {
                "op": "delete",
                "role": each.role,
                "cell": each.cell.id,
                "name": each.name,
                "first_line": each.cell.first_line,
                "digest": digest(each.cell.code),
                **({"code": each.cell.code} if code else {}),
            }
            for each in plan.deletions
        ],
        "objects": list(plan.objects),
        "readers": [_reader(each) for each in plan.readers],
        "downstream": list(plan.downstream),
        "edited": [edited_json(each) for each in plan.deletions if each.why is not None],
    }


def _reader(each: Reader) -> dict[str, Any]:
    return {
        "cell": each.cell.id,
        "name": each.cell.name,
        "first_line": each.cell.first_line,
        "names": list(each.names),
        "lines": [{"line": number, "text": text} for number, text in each.lines],
    }


def _needs_yes(plan: Removal, report: dict[str, Any]) -> Refusal:
    cells = ", ".join(each.cell.id for each in plan.deletions)
    breaks = [each.cell.id for each in plan.readers]
    return Refusal(
        "needs-yes",
        f"A removal of {len(plan.deletions)} cells has to be agreed to.",
        found=f"{cells} would go" + (f"; {', '.join(breaks)} would break" if breaks else ""),
        expected="a yes",
        cure="Run it again with --yes, or look first with --dry-run. Nothing was changed.",
        details=report,
    )


def _problem(cells: tuple[Cell, ...], before: Inventory, plan: Removal) -> str | None:
    gone = {each.cell.id for each in plan.deletions}
    left = [cell.id for cell in cells if cell.id in gone]
    if left:
        return f"still there: {', '.join(left)}"
    announced = {each.cell.id for each in plan.readers} | {*plan.downstream}
    return new_problem(cells, before, announced)


def new_problem(cells: tuple[Cell, ...], before: Inventory, announced: set[str]) -> str | None:
    """The first error that a cell has now and did not have before; None where there is none."""
    for cell in cells:
        known = before.cell(cell.id)
        old = {error.message for error in known.errors} if known else set()
        fresh = [error.message for error in cell.errors if error.message not in old]
        if fresh and cell.id not in announced:
            return f"cell {cell.id}: {'; '.join(fresh)}"
    return None


def _names(plan: Removal) -> str:
    return ", ".join(dict.fromkeys(each.name for each in plan.deletions))
