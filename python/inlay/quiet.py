"""Gives a cell another text that means the same, and runs nothing: a part of the adapter.

Code mode leaves a cell alone whose compiled form in the graph already has the code that is written.
"""

from __future__ import annotations

import linecache
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from .code_mode import CodeMode
from .compiled import forget_compiled, lines_of, parts_of, recompile


def can_edit_quietly(code_mode: CodeMode, cell: str, old: str, new: str) -> bool:
    """Whether this marimo lets the text of this cell change so without a run."""
    graph = code_mode.graph
    registered: Any = graph.cells.get(cell)
    if registered is None or not callable(getattr(graph, "is_cell_cached", None)):
        return False
    names = {each.name for each in fields(registered)} if is_dataclass(registered) else set()
    if (
        not {"key", "code", "mod", "body", "last_expr"} <= names
        or getattr(registered, "code", None) != old
    ):
        return False
    return recompile(registered, cell, new) is not None


async def edit_quietly(code_mode: CodeMode, codes: Mapping[str, str]) -> None:
    """Writes these codes by cell: the notebook, its file and its pages get them, and nothing runs.

    Raises RuntimeError when marimo does not take it so; the graph is then as it was before.
    """
    if not codes:
        return
    graph = code_mode.graph
    cells = {cell: graph.cells[cell] for cell in codes}
    before = {cell: (parts_of(each), lines_of(each)) for cell, each in cells.items()}
    try:
        for cell, code in codes.items():
            compiled = recompile(cells[cell], cell, code)
            if compiled is None:
                raise RuntimeError(f"cell {cell} does not compile to the same names")
            _give(cells[cell], compiled.parts)
            linecache.cache.update(compiled.lines)
        async with code_mode.batch(check=False, formatting=False) as batch:
            for cell, code in codes.items():
                batch.edit(cell, code=code)
        changed = [cell for cell in codes if graph.cells.get(cell) is not cells[cell]]
        if changed:
            raise RuntimeError(f"marimo made {', '.join(changed)} anew")
    except BaseException:
        for cell, (parts, lines) in before.items():
            if graph.cells.get(cell) is cells[cell]:
                _give(cells[cell], parts)
                linecache.cache.update(lines)
        raise
    finally:
        forget_compiled()
    _show_as_run(cells.values())


def _show_as_run(cells: Iterable[Any]) -> None:
    """Tells the pages that what they show is what has run: they take it from the word "queued"."""
    for each in cells:
        for status in ("queued", "idle"):
            each.set_runtime_state(status)


def _give(cell: Any, parts: Mapping[str, Any]) -> None:
    for name, value in parts.items():
        object.__setattr__(cell, name, value)  # The class is frozen.
    for name in ("sqls", "raw_sqls"):
        cell.__dict__.pop(name, None)
