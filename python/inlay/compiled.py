"""Cells as marimo compiles them, for the graph: a part of the adapter."""

from __future__ import annotations

import ast
import importlib
import linecache
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import CodeType
from typing import Any

from .definition import read_definition
from .fingerprint import parse

_TAKEN = ("key", "code", "mod", "body", "last_expr", "variable_data", "markdown")
_SAME = ("defs", "refs", "temporaries", "deleted_refs", "sql_refs", "language")


@dataclass(frozen=True)
class Compiled:
    """What a cell of the graph has to hold for some code.

    `lines` are what tracebacks and `inspect` show of it, by the name that linecache has for them.
    """

    parts: Mapping[str, Any]
    lines: Mapping[str, Any]


def recompile(registered: Any, cell: str, code: str) -> Compiled | None:
    """What makes a cell of the graph one of this code, where that takes no run and no new edges.

    None where the code does not compile, or defines or uses other names. What marimo makes of a
    widget's class takes it longer than all else of an update, so where the front end alone is
    another its text is exchanged in what marimo has made already.
    """
    patched = _patched(registered, code)
    if patched is not None:
        return patched
    made = _compile(code, cell)
    if made is None:
        return None
    compiled, lines = made
    if any(getattr(registered, each, None) != getattr(compiled, each, None) for each in _SAME):
        return None
    return Compiled(parts_of(compiled), lines)


def parts_of(cell: Any) -> dict[str, Any]:
    """The parts of a cell of the graph that its code decides."""
    return {name: getattr(cell, name) for name in _TAKEN if hasattr(cell, name)}


def lines_of(cell: Any) -> dict[str, Any]:
    """What linecache holds for a cell of the graph."""
    name = getattr(getattr(cell, "body", None), "co_filename", None)
    return {name: linecache.cache[name]} if name in linecache.cache else {}


def forget_compiled() -> None:
    """Lets go of what was compiled and not used."""
    _compile.cache_clear()


def _patched(registered: Any, code: str) -> Compiled | None:
    key_of = getattr(importlib.import_module("marimo._ast.compiler"), "code_key", None)
    body: object = getattr(registered, "body", None)
    before: object = getattr(registered, "mod", None)
    if not (callable(key_of) and isinstance(body, CodeType) and isinstance(before, ast.Module)):
        return None
    try:
        tree, old, new = parse(code), read_definition(registered.code), read_definition(code)
    except SyntaxError:
        return None
    if old.front_end is None or new.front_end is None or not old.same_lines(new):
        return None
    if not (_ends_with_front_end(before) and _ends_with_front_end(tree)):
        return None  # The numbers of the lines behind it would be others.
    pairs = ((old.front_end.esm, new.front_end.esm), (old.front_end.css, new.front_end.css))
    texts = {one: other for one, other in pairs if one is not None and one != other}
    if None in texts.values():
        return None
    patched, count = _with_texts(body, texts)
    if count != len(texts):
        return None
    lines = [f"{line}\n" for line in code.splitlines()]
    return Compiled(
        parts_of(registered) | {"key": key_of(code), "code": code, "mod": tree, "body": patched},
        {body.co_filename: (len(code), None, lines, body.co_filename)},
    )


def _with_texts(code: CodeType, texts: Mapping[Any, Any]) -> tuple[CodeType, int]:
    """The code with other texts among its constants, and how many were exchanged."""
    consts: list[object] = []
    count = 0
    for each in code.co_consts:
        if isinstance(each, str) and each in texts:
            consts.append(texts[each])
            count += 1
        elif isinstance(each, CodeType):
            inner, found = _with_texts(each, texts)
            consts.append(inner)
            count += found
        else:
            consts.append(each)
    return code.replace(co_consts=tuple(consts)), count


def _ends_with_front_end(tree: ast.Module) -> bool:
    last = tree.body[-1] if tree.body else None
    if not isinstance(last, ast.ClassDef):
        return False
    names = [
        node.targets[0].id
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
        else ""
        for node in last.body
    ]
    return "_esm" in names and {*names[names.index("_esm") :]} <= {"_esm", "_css"}


@lru_cache(maxsize=32)
def _compile(code: str, cell: str) -> tuple[Any, Mapping[str, Any]] | None:
    """The compiled cell and its lines; what tracebacks show stays as it was."""
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
    return compiled, lines
