"""The modules of a package as sources: what each binds at its top level, and where."""

from __future__ import annotations

import ast
import importlib
import importlib.util
import sys
from dataclasses import dataclass, field
from types import ModuleType

from ..fingerprint import parse
from .text import Position, span, tokens
from .uses import Uses, bound_names, uses_of


class NoSourceError(Exception):
    """A module of the package has no Python source; the text says why."""


@dataclass
class Statement:
    """One statement at the top level of a module; `binds` are the names that it gives to it."""

    index: int
    node: ast.stmt
    binds: frozenset[str]
    _uses: Uses | None = None

    @property
    def uses(self) -> Uses:
        if self._uses is None:
            self._uses = uses_of(self.node)
        return self._uses

    @property
    def imports(self) -> bool:
        return isinstance(self.node, (ast.Import, ast.ImportFrom))


@dataclass
class Source:
    """A module of the package with its source; `typing_only` are names that no run sees."""

    name: str
    is_package: bool
    file: str
    text: str
    module: ModuleType | None
    statements: list[Statement] = field(default_factory=list)
    bindings: dict[str, list[Statement]] = field(default_factory=dict)
    typing_only: set[str] = field(default_factory=set)
    lazy_annotations: bool = False

    def __post_init__(self) -> None:
        self.lines = self.text.split("\n")
        self._tokens = tokens(self.text)
        for node in parse(self.text).body:
            self._take(node)

    def _take(self, node: ast.stmt) -> None:
        if isinstance(node, ast.ImportFrom) and node.module == "__future__":
            self.lazy_annotations |= any(each.name == "annotations" for each in node.names)
            return
        binds = frozenset(bound_names([node]))
        if isinstance(node, ast.If) and not node.orelse and _never_runs(node.test):
            self.typing_only |= binds
            return
        statement = Statement(len(self.statements), node, binds)
        self.statements.append(statement)
        for name in binds:
            self.bindings.setdefault(name, []).append(statement)

    def absolute(self, node: ast.ImportFrom) -> str:
        """The full name of the module that a from-import names."""
        if not node.level:
            return node.module or ""
        package = self.name if self.is_package else self.name.rpartition(".")[0]
        return importlib.util.resolve_name("." * node.level + (node.module or ""), package)

    def where(self, node: ast.AST) -> tuple[int, str]:
        """The line of a node: its number and its text."""
        line = getattr(node, "lineno", 1)
        return line, self.lines[line - 1].strip()

    def extent(self, node: ast.stmt) -> tuple[Position, Position]:
        """Where a statement stands with its decorators, the comment above it and the one behind."""
        start, end = span(node)
        decorators = getattr(node, "decorator_list", [])
        if decorators:
            start = (min(each.lineno for each in decorators), 0)
        if self.lines[start[0] - 1].encode()[: start[1]].strip():
            return start, end
        first = start[0]
        while first > 1 and self.lines[first - 2].startswith("#") and not self._is_text(first - 1):
            first -= 1
        behind = self.lines[end[0] - 1].encode()[end[1] :].decode().strip()
        if not behind or behind.startswith("#"):
            end = (end[0], len(self.lines[end[0] - 1].encode()))
        return (first, 0), end

    def _is_text(self, line: int) -> bool:
        """Whether a line lies inside another statement: a text, say, that looks like a comment."""
        return any(
            span(each.node)[0][0] <= line <= span(each.node)[1][0] for each in self.statements
        )

    def name_after(self, start: Position, *, word: str | None = None) -> tuple[Position, Position]:
        """The first name behind a place; with `word`, the first behind that keyword."""
        seen = word is None
        for kind, text, begin, end in self._tokens:
            if begin < start or kind != 1:
                continue
            if not seen:
                seen = text == word
            elif text not in ("async", "def", "class", "as", "global"):
                return begin, end
        raise NoSourceError(f"no name behind line {start[0]}")

    def names_between(self, start: Position, end: Position) -> list[tuple[str, Position, Position]]:
        """The names between two places."""
        return [
            (text, begin, stop)
            for kind, text, begin, stop in self._tokens
            if kind == 1 and start <= begin and stop <= end
        ]


class Package:
    """The sources of one package, read when they are needed."""

    def __init__(self, top: str) -> None:
        self.top = top
        self._sources: dict[str, Source] = {}

    def owns(self, module: str) -> bool:
        """Whether a module is the package's own."""
        return module.partition(".")[0] == self.top

    def is_module(self, name: str) -> bool:
        """Whether there is a module of this name in the package."""
        if name in sys.modules:
            return True
        try:
            return importlib.util.find_spec(name) is not None
        except (ImportError, AttributeError, ValueError):
            return False

    def source(self, name: str) -> Source:
        """The source of a module. Raises NoSourceError where it has none."""
        if name not in self._sources:
            self._sources[name] = _read(name)
        return self._sources[name]


def _read(name: str) -> Source:
    try:
        module = importlib.import_module(name)
    except Exception as error:
        raise NoSourceError(f"{name} cannot be imported: {error}") from error
    spec = getattr(module, "__spec__", None)
    origin = str(getattr(spec, "origin", None) or getattr(module, "__file__", None) or name)
    try:
        text = spec.loader.get_source(name)  # type: ignore[union-attr]
    except Exception:
        text = None
    if text is None:
        native = origin.endswith((".so", ".pyd", ".dylib"))
        reason = "is native code" if native else "has no Python source"
        raise NoSourceError(f"{name} {reason} ({origin})")
    try:
        return Source(name, hasattr(module, "__path__"), origin, text, module)
    except SyntaxError as error:
        raise NoSourceError(f"{name} does not parse: {error}") from error


def _never_runs(test: ast.expr) -> bool:
    """Whether a test is false in a run: for type checkers, or for a module run as a script."""
    if isinstance(test, ast.Name):
        return test.id == "TYPE_CHECKING"
    if isinstance(test, ast.Attribute):
        return test.attr == "TYPE_CHECKING"
    return (
        isinstance(test, ast.Compare)
        and isinstance(test.left, ast.Name)
        and test.left.id == "__name__"
    )
