"""Updates widgets: inventory, plan, trial, apply with live values carried, report."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

from .. import packages
from ..carry import Luggage
from ..code_mode import CodeMode
from ..inventory import take
from ..models import follows_esm
from ..notebook import Inventory
from ..quiet import can_edit_quietly
from ..refusal import Refusal
from ..removal import digest
from ..request import read_item
from ..saving import saving
from ..toast import toast
from ..trial import rehearse
from .apply import apply_updates, live_names, trips_of
from .plan import Update, Wanted, make_update
from .report import update_report


async def update(code_mode: CodeMode, asked: Mapping[str, Any]) -> dict[str, Any]:
    """Carries out an update request; the notebook is as it was where it raises Refusal."""
    found = take(code_mode)
    live = live_names(code_mode, found)
    updates = [_plan(code_mode, found, each, live) for each in read_update(found, asked)]
    requires = dict.fromkeys(name for each in updates for name in each.item.requires)
    missing = packages.missing(requires)
    report: dict[str, Any] = {"applied": False, "undo": None, "warnings": []}
    if asked.get("dry_run"):
        return report | update_report(found, updates, [], missing, code=True)
    if missing:
        if not asked.get("yes"):
            raise packages.refuse(missing)
        await packages.install(code_mode, missing)
    trips = trips_of(code_mode, found, updates)
    luggage = [each.new for each in trips]
    for each in updates:
        if each.definition.kind != "keep":
            objects = [part for part in luggage if part.class_name == each.old.class_name]
            _rehearse(code_mode, each, objects)
    await asyncio.sleep(0)  # An interrupt that came during the trial ends the run here.
    undo, warnings = await apply_updates(code_mode, found, updates, trips)
    changed = [each for each in updates if each.definition.kind != "keep"]
    if changed and not asked.get("quiet"):
        toast(f"inlay updated {', '.join(f'{u.item.name} to {u.item.version}' for u in changed)}")
    report |= update_report(found, updates, luggage, missing, code=False)
    report |= {"applied": True, "undo": undo.to_json(), "warnings": warnings}
    return saving(code_mode, report)


def read_update(found: Inventory, asked: Mapping[str, Any]) -> list[Wanted]:
    """The widgets to update. Where no cell is named, the item's own definition goes in its place.

    Raises Refusal "bad-request", or "edited-here" where the cell to find was edited by a person.
    """
    entries = asked.get("widgets")
    if not isinstance(entries, list) or not entries:
        raise _bad("widgets", repr(entries), "a list of at least one widget to update")
    wanted = []
    for entry in entries:
        if not isinstance(entry, Mapping):
            raise _bad("widgets", repr(entry), "a JSON object for each widget")
        item = read_item(entry.get("item"))
        cell, expect, code = (entry.get(key) for key in ("cell", "expect", "code"))
        if cell is None:
            cell, expect, code = _found(found, item.name, bool(asked.get("overwrite")))
            code = item.definition.rstrip("\n")
        if not all(isinstance(each, str) for each in (cell, expect, code)):
            raise _bad("widgets", repr(entry.get("cell")), "texts for cell, expect and code")
        wanted.append(Wanted(str(cell), str(expect), str(code), item))
    if len({each.cell for each in wanted}) < len(wanted):
        raise _bad("widgets", "a cell that is named twice", "each cell once")
    return wanted


def _found(found: Inventory, name: str, overwrite: bool) -> tuple[str, str, None]:
    widget = next((each for each in found.widgets if each.name == name), None)
    cell = found.cell(widget.cell) if widget else None
    if widget is None or cell is None:
        raise Refusal(
            "cell-not-found",
            f"This notebook has no {name}.",
            found=", ".join(each.name for each in found.widgets) or "no widgets",
            expected=name,
            cure="Add it first.",
        )
    if widget.state == "edited" and not overwrite:
        raise Refusal(
            "edited-here",
            f"The code of {name} in cell {cell.id} was edited here.",
            found="a definition with another fingerprint than its marker",
            expected="a definition as it was installed",
            cure="Ask with overwrite to take the item's code.",
            details={"cells": [cell.id]},
        )
    return cell.id, digest(cell.code), None


def _plan(code_mode: CodeMode, found: Inventory, wanted: Wanted, live: frozenset[str]) -> Update:
    def swappable() -> bool:
        cell = found.cell(wanted.cell)
        return (
            follows_esm()
            and cell is not None
            and cell.status == "idle"
            and can_edit_quietly(code_mode, cell.id, cell.code, wanted.code)
        )

    return make_update(found, wanted, live, swappable)


def _rehearse(code_mode: CodeMode, update: Update, luggage: list[Luggage]) -> None:
    try:
        rehearse(update.item.name, update.definition.code, luggage, code_mode.globals)
    except Refusal as refusal:
        refusal.details = {**(refusal.details or {}), "cell": update.definition.cell}
        raise


def _bad(where: str, found: str, expected: str) -> Refusal:
    return Refusal(
        "bad-request",
        f"The request has another form than expected at {where}.",
        found=found,
        expected=expected,
    )
