"""Runs what has not run yet, as opening the notebook with automatic runs would."""

from __future__ import annotations

from .code_mode import CodeMode


async def run_stale(code_mode: CodeMode) -> list[str]:
    """Runs every cell whose result is missing or out of date; gives their ids."""
    stale = [cell.id for cell in code_mode.cells() if not cell.empty and cell.status == "stale"]
    if stale:
        async with code_mode.batch() as batch:
            for cell_id in stale:
                batch.run(cell_id)
    return stale
