"""What a class takes along: pieces of its package, and the order in which they run."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field

from .changers import is_changer
from .resolve import Imported, Symbol, Target
from .source import Package, Source, Statement
from .uses import Use

Key = tuple[str, int]


@dataclass(frozen=True)
class Problem:
    """A line that cannot be carried, and why. `file` is a path, or the class's `_esm`."""

    file: str
    line: int
    text: str
    reason: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.text[:100]}\n    {self.reason}"


@dataclass
class Found:
    """A use with what it stands for; `length` counts the attributes that belong to it."""

    use: Use
    target: Target
    length: int = 0


@dataclass
class Piece:
    """A statement of the package that goes into the cell, with all that it needs.

    `value` stands in for the statement where its value is plain and its code cannot be carried.
    """

    source: Source
    statement: Statement
    found: list[Found] = field(default_factory=list)
    fronts: list[tuple[ast.expr, str]] = field(default_factory=list)
    quoted: set[int] = field(default_factory=set)
    local_imports: list[tuple[ast.Import | ast.ImportFrom, list[Target]]] = field(
        default_factory=list
    )
    problems: list[Problem] = field(default_factory=list)
    value: dict[str, str] | None = None
    append: dict[str, str] = field(default_factory=dict)

    @property
    def key(self) -> tuple[str, int]:
        return self.source.name, self.statement.index


@dataclass
class Load:
    """All that goes into the cell: pieces by module in the order in which they run."""

    package: Package
    main: Symbol
    pieces: dict[Key, Piece] = field(default_factory=dict)
    order: list[str] = field(default_factory=list)
    imports: dict[Imported, str] = field(default_factory=dict)
    kept: set[Symbol] = field(default_factory=set)

    def problems(self) -> list[Problem]:
        """Every line that cannot be carried, in order, once."""
        found = [problem for piece in self.in_order() for problem in piece.problems]
        return list(dict.fromkeys(found))

    def in_order(self) -> list[Piece]:
        """The pieces in an order in which each finds what it needs, near to that of the package."""
        early, late = self._needs()
        placed: dict[Key, Piece] = {}
        seen: set[Key] = set()

        def place(key: Key) -> None:
            if key in seen:
                return
            seen.add(key)
            called: set[Key] = {key}
            for need in sorted(early[key]):
                run(need, called)
            placed[key] = self.pieces[key]

        def run(key: Key, called: set[Key]) -> None:
            if key in called:
                return
            called.add(key)
            place(key)
            for need in sorted(early[key] | late[key]):
                run(need, called)

        for module in self.order:
            for key in sorted(self.pieces):
                if key[0] == module:
                    place(key)
        return list(placed.values())

    def _needs(self) -> tuple[dict[Key, set[Key]], dict[Key, set[Key]]]:
        """The pieces that each needs when it runs, and when it is called later."""
        holders: dict[Symbol, set[Key]] = {}
        for key, piece in self.pieces.items():
            for name in piece.statement.binds:
                holders.setdefault(Symbol(key[0], name), set()).add(key)
        for key, piece in self.pieces.items():
            for symbol, keys in holders.items():
                if symbol.module == key[0] and is_changer(piece.statement, symbol.name):
                    keys.add(key)
        early: dict[Key, set[Key]] = {key: set() for key in self.pieces}
        late: dict[Key, set[Key]] = {key: set() for key in self.pieces}
        for key, piece in self.pieces.items():
            for each in piece.found:
                if not isinstance(each.target, Symbol):
                    continue
                needed = holders.get(each.target, set())
                same = {other for other in needed if other[0] != key[0] or other[1] < key[1]}
                (late if each.use.late else early)[key] |= needed if each.use.late else same
            for _, targets in piece.local_imports:
                for target in targets:
                    if isinstance(target, Symbol):
                        late[key] |= holders.get(target, set())
        return early, late
