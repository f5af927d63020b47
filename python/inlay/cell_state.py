"""A cell as code mode shows it, on every supported version: a part of the adapter."""

from __future__ import annotations

import importlib
from collections.abc import Iterable
from typing import Any

from .notebook import Cell, CellError

_TRANSIENT = {"queued": "queued", "running": "running", "disabled-transitively": "disabled"}


def read_cell(each: Any, graph: dict[str, Any], problems: Any) -> Cell:
    """One of code mode's cells, with what the graph and the kernel's errors know of it."""
    key = each.id if hasattr(each, "id") else each.cell_id
    code = each.code or ""
    registered = graph.get(key)
    compiled = registered if registered is not None and registered.code == code else None
    if compiled is None and code.strip():
        compiled = _compiled(code, key)
    return Cell(
        id=str(key),
        code=code,
        name=_name(each.name),
        hidden=bool(getattr(each.config, "hide_code", False)),
        disabled=bool(getattr(each.config, "disabled", False)),
        column=getattr(each.config, "column", None),
        status=_status(code, registered),
        errors=_errors(registered, problems.get(key, ())),
        defs=_public(getattr(compiled, "defs", ())),
        refs=_public(getattr(compiled, "refs", ())),
    )


def _name(name: str | None) -> str:
    return "" if name in (None, "_", "__") else str(name)


def _compiled(code: str, key: str) -> Any:
    """A cell that the graph does not hold yet, compiled for its names; None when it has none."""
    compile_cell = importlib.import_module("marimo._ast.compiler").compile_cell
    try:
        return compile_cell(code, cell_id=key)
    except Exception:
        return None


def _public(names: Iterable[str]) -> frozenset[str]:
    return frozenset(name for name in names if not name.startswith("_"))


def _status(code: str, registered: Any) -> str | None:
    # As newer versions say it themselves; the oldest supported one does not.
    if registered is None:
        return "stale" if code.strip() else None
    if registered.runtime_state in _TRANSIENT:
        return _TRANSIENT[registered.runtime_state]
    result = registered.run_result_status
    if registered.code != code or registered.stale or result is None:
        return "stale" if code.strip() else None
    return "idle" if result == "success" else str(result)


def _errors(registered: Any, problems: Iterable[Any]) -> tuple[CellError, ...]:
    errors = [CellError("graph", str(problem.describe())) for problem in problems]
    exception = getattr(registered, "exception", None)
    if exception is not None:
        errors.append(CellError("runtime", f"{type(exception).__name__}: {exception}"))
    return tuple(errors)
