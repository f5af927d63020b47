"""Runs what has not run yet, as opening the notebook with automatic runs would."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .code_mode import CodeMode


async def run_stale(code_mode: CodeMode) -> list[str]:
    """Runs every cell whose result is missing or out of date; gives their ids."""
    stale = [cell.id for cell in code_mode.cells() if not cell.empty and cell.status == "stale"]
    if stale:
        async with code_mode.batch() as batch:
            for cell_id in stale:
                batch.run(cell_id)
    return stale


async def rerun(code_mode: CodeMode, asked: Mapping[str, Any]) -> dict[str, Any]:
    """Carries out a run request."""
    return {"ran": await run_stale(code_mode)}
