"""Reports: the JSON that says what was found or done."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .notebook import Cell, Inventory, WidgetObject
from .steps import Op, Plan


def inventory_report(inventory: Inventory, *, code: bool = False) -> dict[str, Any]:
    """The whole inventory. `code` adds the code of definition and instance cells."""
    codes = {cell.id: cell.code for cell in inventory.cells} if code else {}
    return {
        "cells": [_cell(cell) for cell in inventory.cells],
        "widgets": [
            {
                "name": widget.name,
                "version": widget.version,
                "class": widget.class_name,
                "cell": widget.cell,
                "state": widget.state,
                "fingerprint": widget.fingerprint,
                "objects": [_object(each, codes) for each in widget.objects],
                **({"code": codes[widget.cell]} if code else {}),
            }
            for widget in inventory.widgets
        ],
        "names": sorted(inventory.names()),
        "mo": inventory.mo,
        "capabilities": inventory.capabilities,
        "packages": inventory.packages,
    }


def plan_report(
    plan: Plan, made: dict[str, str], packages: list[str], *, code: bool
) -> dict[str, Any]:
    """What a plan does, or did; cells that are not made yet are null. `code` adds sources."""
    cells = {op.key: op.cell for op in plan.ops if op.cell is not None} | made
    installs = [
        {"op": "install-package", "role": "import", "cell": None, "name": each, "first_line": ""}
        for each in packages
    ]
    return {
        "ops": [*installs, *(_op(op, cells.get(op.key), code) for op in plan.ops)],
        "objects": [
            {
                "widget": each.widget,
                "class": each.class_name,
                "object": each.object,
                "version": each.version,
                "definition_cell": cells.get(each.definition),
                "instance_cell": cells.get(each.instance),
                "reader_cell": cells.get(each.reader) if each.reader else None,
                "getters": {wire.trait: wire.getter for wire in each.wired},
            }
            for each in plan.objects
        ],
    }


def _op(op: Op, cell: str | None, code: bool) -> dict[str, Any]:
    lines = op.code.lstrip("\n").split("\n", 1)
    json = {"op": op.kind, "role": op.role, "cell": cell, "name": op.name, "first_line": lines[0]}
    return {**json, "code": op.code} if code and op.kind != "run" else json


def _cell(cell: Cell) -> dict[str, Any]:
    marker = cell.marker
    return {
        "id": cell.id,
        "name": cell.name,
        "status": cell.status,
        "code_first_line": cell.first_line,
        "lines": len(cell.code.splitlines()),
        "hidden": cell.hidden,
        "empty": cell.empty,
        "errors": [{"kind": error.kind, "message": error.message} for error in cell.errors],
        "defs": sorted(cell.defs),
        "refs": sorted(cell.refs),
        "marker": marker
        and {
            "name": marker.name,
            "version": marker.version,
            "fingerprint": marker.fingerprint,
            "state": marker.state,
        },
    }


def _object(each: WidgetObject, codes: Mapping[str, str]) -> dict[str, Any]:
    return {
        "object": each.object,
        "cell": each.cell,
        "wired": [
            {"trait": wire.trait, "getter": wire.getter, "setter": wire.setter}
            for wire in each.wired
        ],
        "readers": list(each.readers),
        "front": each.front,
        **({"instance_code": codes[each.cell]} if codes else {}),
    }
