"""Takes back what several requests have done, one after another, as if it were one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .code_mode import CodeMode
from .refusal import Refusal
from .undo import Undo, roll_back


async def rollback(code_mode: CodeMode, asked: Mapping[str, Any]) -> dict[str, Any]:
    """Carries out a rollback request; `undo` are the tokens of its reports, oldest first.

    Cells that were edited since are left, and named in the warnings.
    """
    tokens = asked.get("undo")
    if not isinstance(tokens, list) or not all(isinstance(each, Mapping) for each in tokens):
        raise Refusal(
            "bad-request",
            "A rollback needs the undo tokens of earlier reports.",
            found=type(tokens).__name__,
            expected="undo: a list of tokens, oldest first",
        )
    undo = join([Undo.from_json(each) for each in tokens])
    return {"rolled_back": True, "warnings": await roll_back(code_mode, undo)}


def join(steps: Sequence[Undo]) -> Undo:
    """One undo for steps in a row: what was there before the first that touched a cell, in place
    of what the last has written.
    """
    whole = Undo({}, {})
    for step in steps:
        for cell, before in step.before.items():
            if cell not in whole.written:
                whole.before[cell] = dict(before)
            elif not before.get("quiet") and cell in whole.before:
                # A step in between has run the cell, so it has to run again.
                whole.before[cell]["quiet"] = False
        whole.written.update(step.written)
        whole.deleted.extend(step.deleted)
        whole.order[:] = whole.order or step.order
        for name, values in step.values.items():
            whole.values.setdefault(name, values)
    return whole
