"""Writes the definition cell: what is carried, with its names made private where they stand."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterable

from ..fingerprint import fingerprint, parse
from ..literal import block, quoted
from .load import Found, Load, Piece, Problem
from .names import Names, private_names
from .resolve import Builtin, Imported, Symbol, Target, resolve
from .source import NoSourceError
from .text import (
    POSITIONS_IN_TEXTS,
    Edit,
    InexactError,
    Position,
    names_in_text,
    rewritten,
    span,
)


def definition(load: Load, class_name: str, spec: str, version: str) -> tuple[str, list[Problem]]:
    """The source of the cell with its marker, and the lines that could not be rewritten."""
    names = private_names(load, class_name)
    problems: list[Problem] = []
    parts = []
    for piece in load.in_order():
        try:
            parts.append(_Writer(load, piece, names).write())
        except (InexactError, NoSourceError) as error:
            line, text = piece.source.where(piece.statement.node)
            reason = f"its names cannot be replaced exactly: {error}"
            problems.append(Problem(piece.source.file, line, text, reason))
    imports = sorted({line for target in load.imports for line in _import(target, names)})
    imports.sort(key=lambda line: line.startswith("from "))
    body = "\n".join(imports) + "\n\n\n" + _joined(parts)
    return f"# inlay: {spec} {version} {fingerprint(body)}\n{body}", problems


def _import(target: Imported, names: Names) -> Iterable[str]:
    if target.name is None:
        yield f"import {target.module} as {names[target]}"
    else:
        yield f"from {target.module} import {target.name} as {names[target]}"
    if target.loads is not None:
        yield f"import {target.loads} as {names[target]}_{target.loads.rpartition('.')[2]}"


def _joined(parts: list[str]) -> str:
    """Definitions two blank lines apart, other statements together."""
    text, before = "", ""
    for part in parts:
        big = "\n" in part or "\n" in before
        text += part if not text else ("\n\n\n" if big else "\n") + part
        before = part
    return text


class _Writer:
    def __init__(self, load: Load, piece: Piece, names: Names) -> None:
        self._load, self._piece, self._names = load, piece, names
        self._source, self._tree = piece.source, piece.statement.node
        self._edits: dict[tuple[Position, Position], Edit] = {}

    def write(self) -> str:
        piece = self._piece
        if piece.value is not None:
            given = piece.value.items()
            name = self._source.name
            return "\n".join(f"{self._names[Symbol(name, key)]} = {text}" for key, text in given)
        for expression, text in piece.fronts:
            self._replace(expression, block(text), ast.Constant(text))
        for annotation, _ in piece.statement.uses.annotations:
            if id(annotation) in piece.quoted:
                self._quote(annotation)
        for found in piece.found:
            self._use(found)
        for node, targets in piece.local_imports:
            self._local_import(node, targets)
        self._texts()
        edits = list(self._edits.values())
        written = rewritten(self._source.text, edits, self._tree, *self._source.extent(self._tree))
        return written + self._appended()

    def _appended(self) -> str:
        indent = " " * 4
        if isinstance(self._tree, ast.ClassDef):
            indent = " " * self._tree.body[-1].col_offset
        return "".join(
            f"\n{indent}{name} = {block(text)}" for name, text in self._piece.append.items()
        )

    def _edit(self, start: Position, end: Position, text: str, node: ast.AST, swap) -> None:  # type: ignore[no-untyped-def]
        self._edits.setdefault((start, end), Edit(start, end, text, node, swap))

    def _replace(self, node: ast.AST, text: str, new: ast.AST) -> None:
        self._edit(*span(node), text, node, lambda _: new)

    def _name_of(self, target: Target) -> str | None:
        return self._names.get(target) if isinstance(target, (Imported, Symbol)) else None

    def _use(self, found: Found) -> None:
        use, node = found.use, found.use.node
        if isinstance(found.target, Builtin):
            if found.target.name == "__name__":
                self._replace(node, quoted(self._source.name), ast.Constant(self._source.name))
            return
        name = self._name_of(found.target)
        if name is None or (name == use.name and not found.length):
            return
        if found.length:
            whole = use.chain[found.length - 1]
            if use.joined is not None and not POSITIONS_IN_TEXTS:
                raise InexactError(f"{use.name} stands inside a text")
            new = ast.Name(name, getattr(whole, "ctx", ast.Load()))
            self._replace(whole, name, new)
        elif isinstance(node, ast.Name):
            self._name(use.joined, node, name)
        elif isinstance(node, ast.alias):
            new_alias = ast.alias(node.name, name)
            self._replace(node, f"{node.name} as {name}", new_alias)
        elif isinstance(node, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
            start, end = self._source.name_after(span(node)[0])
            self._edit(start, end, name, node, _named("name", name))
        elif isinstance(node, ast.ExceptHandler) and node.type is not None:
            start, end = self._source.name_after(span(node.type)[1], word="as")
            self._edit(start, end, name, node, _named("name", name))
        elif isinstance(node, ast.Global):
            for text, start, end in self._source.names_between(*span(node)):
                if text == use.name and start != span(node)[0]:
                    self._edit(start, end, name, node, _in_names(use.name, name))
        else:
            raise InexactError(f"{use.name} stands in a pattern")

    def _name(self, joined: ast.JoinedStr | None, node: ast.Name, name: str) -> None:
        def swap(old: ast.AST) -> ast.AST:
            return ast.copy_location(ast.Name(name, node.ctx), old)

        if joined is None or POSITIONS_IN_TEXTS:
            self._edit(*span(node), name, node, swap)
            return
        # Every place in the text that has this name: the tree shows whether all of them are meant.
        for text, start in names_in_text(self._source.text, *span(joined)):
            if text == node.id:
                end = (start[0], start[1] + len(text.encode()))
                self._edit(start, end, name, node, swap)
        self._edits[(start_of(node), start_of(node))] = Edit(
            span(joined)[1], span(joined)[1], "", node, swap
        )

    def _quote(self, annotation: ast.expr) -> None:
        text = ast.get_source_segment(self._source.text, annotation)
        if text is None:
            raise InexactError("an annotation without a source")
        text = self._renamed(" ".join(text.split()) if "\n" in text else text)
        self._replace(annotation, quoted(text), ast.Constant(text))

    def _texts(self) -> None:
        """Renames inside the annotations that are written as texts."""
        for node in self._piece.statement.uses.texts:
            segment = ast.get_source_segment(self._source.text, node)
            if segment is None or segment[1:-1] != node.value or segment[0] not in "'\"":
                continue
            text = self._renamed(node.value)
            if text != node.value:
                self._replace(node, segment[0] + text + segment[-1], ast.Constant(text))

    def _renamed(self, text: str) -> str:
        """An annotation's text with the names of what is carried."""
        try:
            tree = parse(f"({text})")
        except SyntaxError:
            return text
        line = f"({text})".encode()
        names = [node for node in ast.walk(tree) if isinstance(node, ast.Name)]
        if "\n" in text:
            return text
        for node in sorted(names, key=lambda each: each.col_offset, reverse=True):
            target = resolve(self._load.package, self._source, node.id)
            name = self._name_of(target)
            if name is not None:
                line = line[: node.col_offset] + name.encode() + line[node.end_col_offset :]
        return line.decode()[1:-1]

    def _local_import(self, node: ast.Import | ast.ImportFrom, targets: list[Target]) -> None:
        bound = [each.asname or each.name for each in node.names]
        given = [self._name_of(each) or "" for each in targets]
        text = f"{', '.join(bound)} = {', '.join(given)}"
        self._replace(node, text, parse(text).body[0])


def start_of(node: ast.Name) -> Position:
    """A place of its own for a change of the tree that has no text of its own."""
    return -id(node), 0


def _named(field: str, name: str):  # type: ignore[no-untyped-def]
    def swap(node: ast.AST) -> ast.AST:
        new = copy.copy(node)
        setattr(new, field, name)
        return new

    return swap


def _in_names(old: str, name: str):  # type: ignore[no-untyped-def]
    def swap(node: ast.AST) -> ast.AST:
        new = copy.copy(node)
        new.names = [name if each == old else each for each in new.names]  # type: ignore[attr-defined]
        return new

    return swap
