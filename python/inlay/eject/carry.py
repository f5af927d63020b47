"""What a class takes along out of its package, and what it cannot take."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from ..literal import constant
from .changers import changers
from .front import front_problems, front_texts
from .load import Found, Load, Piece, Problem
from .reasons import reason_against
from .resolve import (
    Imported,
    Lost,
    OwnModule,
    Symbol,
    Target,
    TypingOnly,
    attribute,
    import_target,
    resolve,
)
from .source import NoSourceError, Package, Source, Statement
from .uses import Use

_BUILTIN_TYPES = frozenset(
    ("bool", "bytes", "dict", "float", "int", "list", "object", "str", "tuple")
)


def carry(package: Package, main: Symbol, *, partial: bool) -> Load:
    """Follows a class to all that it needs. With `partial`, what cannot be carried is imported."""
    load = Load(package, main)
    _Carrier(load, partial).symbol(main)
    return load


class _Carrier:
    def __init__(self, load: Load, partial: bool) -> None:
        self._load = load
        self._package = load.package
        self._partial = partial

    def symbol(self, symbol: Symbol) -> None:
        """Takes a name's statements, and those that change what it stands for."""
        load = self._load
        if symbol in load.kept:
            return
        source = self._package.source(symbol.module)
        statements = source.bindings[symbol.name]
        if any((source.name, each.index) in load.pieces for each in statements):
            return
        pieces = [self._piece(source, each) for each in statements]
        problems = [each for piece in pieces for each in piece.problems]
        stays = problems and symbol != load.main and not self._by_value(pieces)
        if stays and self._partial:
            load.kept.add(symbol)
            for piece in pieces:
                del load.pieces[piece.key]
            self._import(Imported(symbol.module, symbol.name), symbol.name)
            # The problems stay known: a partial cell says what it needs the package for.
            load.pieces[self._main_key()].problems += problems
            return
        for piece in pieces:
            if piece.value is None:
                self._follow(piece)
        for statement in changers(source, symbol.name):
            if (source.name, statement.index) not in load.pieces:
                self._follow(self._piece(source, statement))
        if source.name not in load.order:
            load.order.append(source.name)

    def _main_key(self) -> tuple[str, int]:
        source = self._package.source(self._load.main.module)
        return source.name, source.bindings[self._load.main.name][0].index

    def _piece(self, source: Source, statement: Statement) -> Piece:
        piece = Piece(source, statement)
        self._load.pieces[piece.key] = piece
        self._fronts(piece)
        inside = [each for expression, _ in piece.fronts for each in ast.walk(expression)]
        skipped = {id(each) for each in inside}
        self._annotations(piece)
        for node in statement.uses.imports:
            piece.local_imports += self._local_import(piece, node)
        ours = {id(each) for node, _ in piece.local_imports for each in node.names}
        for use in statement.uses.found:
            if id(use.node) in skipped or id(use.node) in ours:
                continue
            if use.annotation is not None and id(use.annotation) in piece.quoted:
                continue
            self._found(piece, use)
        self._check_classes(piece)
        return piece

    def _follow(self, piece: Piece) -> None:
        targets = [(each.target, each.use.name) for each in piece.found]
        for node, found in piece.local_imports:
            targets += [(one, alias.name) for one, alias in zip(found, node.names, strict=True)]
        for target, name in targets:
            if isinstance(target, Symbol):
                self.symbol(target)
            elif isinstance(target, Imported):
                self._import(target, name)
        if piece.source.name not in self._load.order:
            self._load.order.append(piece.source.name)

    def _found(self, piece: Piece, use: Use) -> None:
        target: Target = resolve(self._package, piece.source, use.name)
        length = 0
        while isinstance(target, OwnModule) and length < len(use.chain):
            target = attribute(self._package, target.module, use.chain[length].attr)
            length += 1
        reason = reason_against(self._package, piece, use, target)
        if isinstance(target, Symbol):
            try:
                self._package.source(target.module)
            except NoSourceError as error:
                reason = str(error)
        if reason is not None:
            piece.problems.append(self._problem(piece, use.node, reason))
            if self._partial and isinstance(target, Lost) and target.origin is not None:
                target = Imported(target.origin.module, target.origin.name)
            elif self._partial and isinstance(target, OwnModule):
                target = Imported(target.module)
        if not isinstance(target, (Lost, OwnModule, TypingOnly)):
            piece.found.append(Found(use, target, length))

    def _check_classes(self, piece: Piece) -> None:
        node = piece.statement.node
        for each in ast.walk(node):
            if isinstance(each, ast.ClassDef) and any(
                keyword.arg == "metaclass" for keyword in each.keywords
            ):
                piece.problems.append(self._problem(piece, each, "it has a metaclass of its own"))

    def _local_import(
        self, piece: Piece, node: ast.Import | ast.ImportFrom
    ) -> Iterator[tuple[ast.Import | ast.ImportFrom, list[Target]]]:
        if isinstance(node, ast.Import):
            if any(self._package.owns(each.name) for each in node.names):
                reason = "the package's own module is imported as an object"
                piece.problems.append(self._problem(piece, node, reason))
            return
        if not self._package.owns(piece.source.absolute(node)):
            return
        targets = [import_target(self._package, piece.source, node, each) for each in node.names]
        for target in targets:
            if isinstance(target, (Imported, Symbol)):
                continue
            reason = target.reason if isinstance(target, Lost) else "a module, not a name of one"
            piece.problems.append(self._problem(piece, node, reason))
            return
        yield node, targets

    def _annotations(self, piece: Piece) -> None:
        for annotation, looked_at in piece.statement.uses.annotations:
            if not piece.source.lazy_annotations or looked_at or _is_plain(annotation):
                continue
            piece.quoted.add(id(annotation))

    def _fronts(self, piece: Piece) -> None:
        node = piece.statement.node
        if not isinstance(node, ast.ClassDef):
            return
        running = getattr(piece.source.module, node.name, None)
        for attribute_name, text in front_texts(running).items():
            values = list(_assigned(node.body, attribute_name))
            piece.fronts += [(value, text) for value in values]
            if not values:
                piece.append[attribute_name] = text
            where = f"{node.name}.{attribute_name}"
            piece.problems += [
                Problem(where, line, shown, reason)
                for line, shown, reason in front_problems(attribute_name, text)
            ]

    def _by_value(self, pieces: list[Piece]) -> bool:
        """Whether plain values can stand in for statements that cannot be carried."""
        values: list[dict[str, str]] = []
        for piece in pieces:
            if isinstance(piece.statement.node, (ast.ClassDef, ast.FunctionDef)):
                return False
            taken = {}
            for name in sorted(piece.statement.binds):
                text = constant(getattr(piece.source.module, name, piece))
                if text is None:
                    return False
                taken[name] = text
            values.append(taken)
        for piece, taken in zip(pieces, values, strict=True):
            piece.value, piece.problems, piece.found = taken, [], []
        return True

    def _import(self, target: Imported, name: str) -> None:
        self._load.imports.setdefault(target, name)

    def _problem(self, piece: Piece, node: ast.AST, reason: str) -> Problem:
        line, text = piece.source.where(node)
        return Problem(piece.source.file, line, text, reason)


def _assigned(body: list[ast.stmt], name: str) -> Iterator[ast.expr]:
    """The values that a class body gives to a name, inside conditions too."""
    for statement in body:
        if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            continue
        for node in ast.walk(statement):
            if not isinstance(node, (ast.Assign, ast.AnnAssign)) or node.value is None:
                continue
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            if [_plain_name(each) for each in targets] == [name]:
                yield node.value


def _plain_name(node: ast.expr) -> str | None:
    return node.id if isinstance(node, ast.Name) else None


def _is_plain(annotation: ast.expr) -> bool:
    """Whether an annotation needs nothing but Python's own types."""
    for node in ast.walk(annotation):
        if isinstance(node, ast.Name) and node.id not in _BUILTIN_TYPES:
            return False
        if isinstance(node, (ast.Attribute, ast.Call)):
            return False
        if isinstance(node, ast.Constant) and not (node.value is None or node.value is Ellipsis):
            return isinstance(annotation, ast.Constant)
    return True
