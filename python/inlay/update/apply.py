"""Makes updates in the notebook, with the live values carried; all of them, or none."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ..carry import Luggage, carrying, read_values, settle_values, to_json
from ..code_mode import CodeMode
from ..fingerprint import fingerprint
from ..live import model_of
from ..notebook import Cell, Inventory
from ..ours import foreign_lines
from ..quiet import edit_quietly
from ..refusal import Refusal
from ..steps import Op
from ..swap import set_front_end
from ..undo import Undo, problem_of, put_back
from .plan import Update

_LARGE = 1 << 16


def live_names(code_mode: CodeMode, found: Inventory) -> frozenset[str]:
    """The widget classes and the objects of this inventory that exist in the kernel."""
    values = code_mode.globals
    return frozenset(
        name
        for widget in found.widgets
        for name in (widget.class_name, *(each.object for each in widget.objects))
        if name is not None
        and (isinstance(values.get(name), type) or model_of(values.get(name)) is not None)
    )


@dataclass(frozen=True)
class Trip:
    """An object that is made anew: what it had, and what the new one is to have."""

    old: Luggage
    new: Luggage


def trips_of(code_mode: CodeMode, found: Inventory, updates: Sequence[Update]) -> list[Trip]:
    """The live objects that an update makes anew, with their values."""
    return [
        Trip(packed, _repacked(packed, update))
        for update in updates
        for packed in _packed(code_mode, found, update)
    ]


async def apply_updates(
    code_mode: CodeMode, found: Inventory, updates: Sequence[Update], trips: Sequence[Trip]
) -> tuple[Undo, list[str]]:
    """Carries out the plans; gives the way back, and warnings of cells that fail since.

    Raises Refusal "apply-failed" when a cell of ours does not compile or run, or marimo does not
    take a quiet edit; everything is then as it was before.
    """
    ops = [op for each in updates for op in each.ops if op.kind != "keep"]
    undo = _undo(found, updates, ops)
    there = _identities(updates, code_mode.globals)
    try:
        await _run(code_mode, updates, [each.new for each in trips])
        await asyncio.sleep(0)  # An interrupt that came meanwhile takes effect.
        _check(code_mode.cells(), found, ops)
        await _swap(code_mode, updates)
    except BaseException as error:
        if _changed(code_mode, undo, there, updates):
            await put_back(code_mode, undo, [each.old for each in trips])
        if isinstance(error, Refusal) or not isinstance(error, Exception):
            raise
        raise Refusal(
            "apply-failed",
            f"The cells could not be updated: {error}",
            found=str(error),
            expected="cells that compile beside the ones that are there",
            cure="Everything was put back as it was.",
        ) from error
    warnings = _failing(code_mode.cells(), found, {op.cell for op in ops})
    return replace(undo, values=_kept(trips, updates)), warnings


async def _run(code_mode: CodeMode, updates: Sequence[Update], luggage: Sequence[Luggage]) -> None:
    cells: dict[str, str | None] = {}
    running: set[str] = set()
    for update in updates:
        for op in update.ops:
            if op.kind in ("edit", "run") and op.cell is not None:
                cells[op.cell] = cells.get(op.cell) or (op.code if op.kind == "edit" else None)
                if update.runs(op.cell):
                    running.add(op.cell)
    if not cells:
        return
    before = {id(model_of(code_mode.globals.get(each.object))) for each in luggage}
    with carrying(code_mode, luggage):
        async with code_mode.batch() as batch:
            for cell, code in cells.items():
                if code is not None:
                    batch.edit(cell, code=code)
                if cell in running:
                    batch.run(cell)
    settle_values(code_mode, luggage, before)


async def _swap(code_mode: CodeMode, updates: Sequence[Update]) -> None:
    codes = {}
    for each in updates:
        if each.front_end is not None and each.definition.cell and each.old.class_name:
            set_front_end(code_mode, each.old.class_name, each.front_end)
            codes[each.definition.cell] = each.definition.code
    await edit_quietly(code_mode, codes)


def _undo(found: Inventory, updates: Sequence[Update], ops: Sequence[Op]) -> Undo:
    running = {cell for each in updates for cell in each.running}
    written, before = {}, {}
    for op in ops:
        cell = found.cell(op.cell or "")
        if cell is not None:
            written[cell.id] = fingerprint(op.code)
            before[cell.id] = {
                "code": cell.code,
                "hidden": cell.hidden,
                "run": cell.id in running,
                "quiet": op.kind == "swap",
            }
    return Undo(written, before)


def _packed(code_mode: CodeMode, found: Inventory, update: Update) -> list[Luggage]:
    """The values of the objects that are made anew, by the names that their traits have now."""
    packed = []
    cells = {op.cell for op in update.instances if op.cell and update.runs(op.cell)}
    for each in update.widget.objects:
        widget = model_of(code_mode.globals.get(each.object))
        cell = found.cell(each.cell)
        if widget is None or cell is None or each.cell not in cells:
            continue
        class_name = update.old.class_name or ""
        packed.append(
            Luggage(
                each.object,
                class_name,
                each.cell,
                read_values(widget, update.old.traits),
                ours=not foreign_lines(cell.code, {each.object: class_name}),
            )
        )
    return packed


def _repacked(luggage: Luggage, update: Update) -> Luggage:
    item = update.item
    values = {
        new: value
        for trait, value in luggage.values.items()
        if (new := update.now.get(trait, trait)) is not None
    }
    lost = {
        trait: f"{item.name} {item.version} has no such trait"
        for trait in luggage.values
        if update.now.get(trait, trait) is None
    }
    return replace(luggage, values=values, fresh={}, lost=lost)


def _kept(trips: Sequence[Trip], updates: Sequence[Update]) -> dict[str, dict[str, Any]]:
    """The values for a later way back. Large ones that the cell gives by itself are left out."""
    kept = {}
    names = {each.old.class_name: each.now for each in updates}
    for trip in trips:
        before, after = trip.old, trip.new
        now = names[before.class_name]
        given = {
            trait
            for trait in before.values
            if now.get(trait, trait) not in after.fresh.keys() | after.lost.keys()
        }
        values = {
            trait: value
            for trait, value in before.values.items()
            if trait not in given or not _is_large(value.wire)
        }
        kept[before.object] = {
            "class": before.class_name,
            "cell": before.cell,
            "ours": before.ours,
            "values": to_json(values),
        }
    return kept


def _is_large(wire: Any) -> bool:
    return hasattr(wire, "__len__") and len(wire) > _LARGE


def _identities(updates: Sequence[Update], values: Mapping[str, object]) -> dict[str, int]:
    names = {
        name
        for each in updates
        for name in (each.old.class_name, *(one.object for one in each.widget.objects))
        if name is not None
    }
    return {name: id(values.get(name)) for name in names}


def _changed(
    code_mode: CodeMode,
    undo: Undo,
    there: dict[str, int],
    updates: Sequence[Update],
) -> bool:
    """Whether anything of the update has happened: a batch that is refused has changed nothing."""
    codes = {cell.id: cell.code for cell in code_mode.cells()}
    return (
        any(codes.get(cell) != old["code"] for cell, old in undo.before.items())
        or _identities(updates, code_mode.globals) != there
        or any(each.front_end is not None for each in updates)
    )


def _check(cells: tuple[Cell, ...], found: Inventory, ops: Sequence[Op]) -> None:
    now = {cell.id: cell for cell in cells}
    for op in ops:
        problem = problem_of(now.get(op.cell or ""))
        if op.kind == "swap" or problem is None or problem == problem_of(found.cell(op.cell or "")):
            continue
        raise Refusal(
            "apply-failed",
            f"The {op.role} cell of {op.name} failed: {problem}",
            found=problem,
            expected="every cell of the widget idle and without errors",
            cure="Everything was put back as it was.",
            details={"cell": op.cell, "code": op.code},
        )


def _failing(cells: tuple[Cell, ...], found: Inventory, ours: set[str | None]) -> list[str]:
    warnings = []
    for cell in cells:
        before = found.cell(cell.id)
        known = {error.message for error in before.errors} if before else set()
        fresh = [error.message for error in cell.errors if error.message not in known]
        if fresh and cell.id not in ours:
            warnings.append(f"reader-failed: cell {cell.id} fails since: {'; '.join(fresh)}")
    return warnings
