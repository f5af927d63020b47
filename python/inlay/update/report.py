"""The report of an update."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..carry import Luggage
from ..notebook import Inventory
from .plan import Update


def update_report(
    found: Inventory,
    updates: Sequence[Update],
    luggage: Sequence[Luggage],
    missing: Sequence[str],
    *,
    code: bool,
) -> dict[str, Any]:
    """What updates do, or did. `code` adds each cell's code before and after."""
    installs = [
        {"op": "install-package", "role": "import", "cell": None, "name": each, "first_line": ""}
        for each in missing
    ]
    taken = {each.object: each for each in luggage}
    return {
        "ops": [
            *installs,
            *(_op(found, op, code) for each in updates for op in each.ops if op.kind != "keep"),
        ],
        "objects": [
            _object(update, each, taken.get(each.object))
            for update in updates
            for each in update.widget.objects
        ],
        "dropped": [
            {
                "widget": update.item.name,
                "trait": each.trait,
                "renamed_to": each.renamed_to,
                "readers": list(each.readers),
                "breaks": list(each.breaks),
            }
            for update in updates
            for each in update.dropped
        ],
    }


def _op(found: Inventory, op: Any, code: bool) -> dict[str, Any]:
    before = found.cell(op.cell)
    json = {
        "op": op.kind,
        "role": op.role,
        "cell": op.cell,
        "name": op.name,
        "first_line": op.code.lstrip("\n").split("\n", 1)[0],
    }
    if code and op.kind != "run":
        json |= {"before": before.code if before else "", "code": op.code}
    return json


def _object(update: Update, each: Any, luggage: Luggage | None) -> dict[str, Any]:
    lost = luggage.lost if luggage else {}
    return {
        "widget": update.item.name,
        "class": update.old.class_name,
        "object": each.object,
        "version": update.item.version,
        "definition_cell": update.widget.cell,
        "instance_cell": each.cell,
        "reader_cell": None,
        "getters": {
            new: wire.getter
            for wire in each.wired
            if (new := update.now.get(wire.trait, wire.trait)) is not None
        },
        "ran": update.runs(each.cell),
        "carried": luggage.carried if luggage else [],
        "lost": [{"trait": trait, "reason": reason} for trait, reason in lost.items()],
    }
