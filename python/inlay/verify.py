"""Looks, in a later request, whether what was installed is there and works."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .code_mode import CodeMode
from .notebook import Cell
from .refusal import Refusal
from .undo import Undo, roll_back


async def verify(code_mode: CodeMode, request: Mapping[str, Any]) -> dict[str, Any]:
    """The state of each cell, and what each front end has reported.

    With the undo token of the install, a failure puts the notebook back as it was.
    """
    cells = {cell.id: cell for cell in code_mode.cells()}
    objects = request.get("objects") or []
    looked_at = [
        key
        for each in objects
        for key in (each.get(f"{role}_cell") for role in ("definition", "instance", "reader"))
        if key is not None
    ]
    ran, still = (
        {
            each.get(key)
            for each in objects
            if (each.get("ran") is not False) is has_run
            for key in ("definition_cell", "instance_cell")
        }
        for has_run in (True, False)
    )
    states = [_state(key, cells.get(key), key in still - ran) for key in dict.fromkeys(looked_at)]
    fronts = {each["object"]: _front(code_mode, each["object"]) for each in objects}
    problems = [f"cell {each['cell']}: {each['problem']}" for each in states if each["problem"]]
    problems += [f"{name}: {front}" for name, front in fronts.items() if front[:5] == "error"]
    result: dict[str, Any] = {"cells": states, "fronts": fronts, "rolled_back": False}
    if not problems:
        return result
    cure = "Look at the cells named, or remove them."
    token = request.get("rollback")
    if token:
        result["warnings"] = await roll_back(code_mode, Undo.from_json(token))
        result["rolled_back"] = True
        cure = "Everything was put back as it was."
    result["error"] = Refusal(
        "apply-failed",
        f"What was installed does not work: {'; '.join(problems)}",
        found="; ".join(problems),
        expected="every cell idle, and every front end mounted",
        cure=cure,
    ).to_json()
    return result


def _state(key: str, cell: Cell | None, still: bool) -> dict[str, Any]:
    """`still`: the change has run nothing here, so that a stale cell is as it was."""
    if cell is None:
        return {"cell": key, "status": None, "errors": [], "problem": "it is not there"}
    errors = [{"kind": error.kind, "message": error.message} for error in cell.errors]
    problem = "; ".join(error.message for error in cell.errors) or None
    if problem is None and not still and cell.status not in ("idle", "queued", "running"):
        problem = f"its status is {cell.status}"
    return {"cell": key, "status": cell.status, "errors": errors, "problem": problem}


def _front(code_mode: CodeMode, name: str) -> str:
    front = getattr(code_mode.globals.get(name), "_front", "")
    return front if isinstance(front, str) else ""
