"""The private names of what a cell carries, so that the notebook's graph sees none of it."""

from __future__ import annotations

import keyword
from collections.abc import Iterable, Mapping

from ..cells import free_name
from ..notebook import BUILTIN_NAMES
from .load import Load, Piece
from .resolve import Imported, Symbol

Names = Mapping[Imported | Symbol, str]


def private_names(load: Load, class_name: str) -> dict[Imported | Symbol, str]:
    """A name for everything that goes into the cell: private, but for the class itself.

    None of them is one that the carried code binds inside of itself.
    """
    inside = set().union(*(piece.statement.uses.local for piece in load.pieces.values()))
    names: dict[Imported | Symbol, str] = {load.main: class_name}
    taken = inside | {class_name} | BUILTIN_NAMES | set(keyword.kwlist)

    def give(target: Imported | Symbol, wanted: str) -> None:
        if target not in names:
            names[target] = free_name(_private(wanted), taken)
            taken.add(names[target])

    for symbol in sorted(_symbols(load.in_order()), key=lambda each: (each.module, each.name)):
        give(symbol, symbol.name)
    for target, wanted in load.imports.items():
        give(target, wanted)
    for symbol in load.kept:
        names[symbol] = names[Imported(symbol.module, symbol.name)]
    return names


def _symbols(pieces: Iterable[Piece]) -> set[Symbol]:
    return {Symbol(piece.source.name, name) for piece in pieces for name in piece.statement.binds}


def _private(name: str) -> str:
    """A name that marimo keeps inside the cell.

    >>> _private("__version__"), _private("_clamp"), _private("json")
    ('_version__', '_clamp', '_json')
    """
    return f"_{name.lstrip('_') or 'it'}"
