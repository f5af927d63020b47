"""Gives a cell another text that means the same, and runs nothing: a part of the adapter.

Code mode leaves a cell alone whose compiled form in the graph already has the code that is written.
"""

from __future__ import annotations

import importlib
import linecache
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import lru_cache
from typing import Any

from .code_mode import CodeMode

_SAME = ("defs", "refs", "temporaries", "deleted_refs", "sql_refs", "language")
_TAKEN = ("key", "code", "mod", "body", "last_expr", "variable_data", "markdown")


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
    compiled = _compile(new, cell)
    return compiled is not None and all(
        getattr(registered, name, None) == getattr(compiled.cell, name, None) for name in _SAME
    )


async def edit_quietly(code_mode: CodeMode, codes: Mapping[str, str]) -> None:
    """Writes these codes by cell: the notebook, its file and its pages get them, and nothing runs.

    Raises RuntimeError when marimo does not take it so; the graph is then as it was before.
    """
    if not codes:
        return
    graph = code_mode.graph
    before = {cell: _parts(graph.cells[cell]) for cell in codes}
    cells = {cell: graph.cells[cell] for cell in codes}
    try:
        for cell, code in codes.items():
            compiled = _compile(code, cell)
            if compiled is None:
                raise RuntimeError(f"cell {cell} does not compile")
            _give(cells[cell], _parts(compiled.cell))
            linecache.cache.update(compiled.lines)
        async with code_mode.batch(check=False, formatting=False) as batch:
            for cell, code in codes.items():
                batch.edit(cell, code=code)
        changed = [cell for cell in codes if graph.cells.get(cell) is not cells[cell]]
        if changed:
            raise RuntimeError(f"marimo made {', '.join(changed)} anew")
    except BaseException:
        for cell, parts in before.items():
            if graph.cells.get(cell) is cells[cell]:
                _give(cells[cell], parts)
                if (old := _compile(str(parts["code"]), cell)) is not None:
                    linecache.cache.update(old.lines)
        raise
    finally:
        _compile.cache_clear()
    _show_as_run(cells.values())


def _show_as_run(cells: Iterable[Any]) -> None:
    """Tells the pages that what they show is what has run: they take it from the word "queued"."""
    for each in cells:
        for status in ("queued", "idle"):
            each.set_runtime_state(status)


@dataclass(frozen=True)
class Compiled:
    """A cell as marimo compiles it, with the lines of it that tracebacks and `inspect` show."""

    cell: Any
    lines: Mapping[str, Any]


@lru_cache(maxsize=32)
def _compile(code: str, cell: str) -> Compiled | None:
    """The compiled cell, which is slow to make; what tracebacks show stays as it was."""
    compile_cell = importlib.import_module("marimo._ast.compiler").compile_cell
    before = dict(linecache.cache)
    try:
        compiled = compile_cell(code, cell_id=cell)
    except Exception:
        return None
    finally:
        cache = linecache.cache
        lines = {name: each for name, each in cache.items() if before.get(name) is not each}
        for name in lines:
            del cache[name]
        cache.update({name: each for name, each in before.items() if name in lines})
    return Compiled(compiled, lines)


def _parts(cell: Any) -> dict[str, Any]:
    return {name: getattr(cell, name) for name in _TAKEN if hasattr(cell, name)}


def _give(cell: Any, parts: Mapping[str, Any]) -> None:
    for name, value in parts.items():
        object.__setattr__(cell, name, value)  # The class is frozen.
    for name in ("sqls", "raw_sqls"):
        cell.__dict__.pop(name, None)
