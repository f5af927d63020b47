"""Replaces parts of a source exactly where they stand, and proves that nothing else changed."""

from __future__ import annotations

import ast
import copy
import io
import sys
import tokenize
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..fingerprint import parse

Position = tuple[int, int]  # A line from 1 on, and the UTF-8 bytes before the place in it.
Swap = Callable[[ast.AST], ast.AST]


@dataclass(frozen=True)
class Edit:
    """A stretch of text to replace; `node` is what it changes in the tree, `swap` how."""

    start: Position
    end: Position
    text: str
    node: ast.AST
    swap: Swap


class InexactError(Exception):
    """The text after the edits would mean something else than was wanted."""


def rewritten(text: str, edits: list[Edit], tree: ast.stmt, start: Position, end: Position) -> str:
    """The text of the statement `tree`, from `start` to `end`, with the edits made.

    Raises InexactError where the new text does not parse to the tree with the same changes.
    """
    piece = _spliced(text, edits, start, end)
    wanted = _Swapper(edits).visit(copy.deepcopy(_numbered(tree)))
    try:
        found = parse(piece).body
    except SyntaxError as error:
        raise InexactError(str(error)) from error
    if len(found) != 1 or _dump(found[0]) != _dump(wanted):
        raise InexactError("the text means something else with these names")
    return piece


def span(node: ast.AST) -> tuple[Position, Position]:
    """Where a node stands."""
    start = (node.lineno, node.col_offset)  # type: ignore[attr-defined]
    return start, (node.end_lineno, node.end_col_offset)  # type: ignore[attr-defined]


def _spliced(text: str, edits: list[Edit], start: Position, end: Position) -> str:
    lines = [line.encode() for line in text.split("\n")]
    offsets = [0]
    for line in lines:
        offsets.append(offsets[-1] + len(line) + 1)
    whole = b"\n".join(lines)

    def at(position: Position) -> int:
        return offsets[position[0] - 1] + position[1]

    parts, place = [], at(start)
    for edit in sorted(edits, key=lambda each: each.start):
        if at(edit.start) < place:
            raise InexactError("two changes meet in one place")
        parts += [whole[place : at(edit.start)], edit.text.encode()]
        place = at(edit.end)
    return b"".join([*parts, whole[place : at(end)]]).decode()


def _numbered(tree: ast.stmt) -> ast.stmt:
    """The tree whose nodes know themselves, so that a copy's node leads to the edits of its own."""
    for node in ast.walk(tree):
        node._inlay_id = id(node)  # type: ignore[attr-defined]
    return tree


class _Swapper(ast.NodeTransformer):
    def __init__(self, edits: list[Edit]) -> None:
        self._swaps: dict[int, list[Swap]] = {}
        for edit in edits:
            self._swaps.setdefault(id(edit.node), []).append(edit.swap)

    def visit(self, node: ast.AST) -> ast.AST:
        number = getattr(node, "_inlay_id", 0)
        changed: ast.AST = self.generic_visit(node)
        for swap in self._swaps.get(number, ()):
            changed = swap(changed)
        return changed


def _dump(node: ast.AST) -> str:
    # Contexts follow from the place; a text's prefix is layout.
    for each in ast.walk(node):
        if isinstance(each, ast.Constant):
            each.kind = None
    return ast.dump(node)


def tokens(text: str) -> list[tuple[int, str, Position, Position]]:
    """The tokens of a source as (type, text, start, end), in the positions of ast."""
    lines = text.split("\n")
    found = []

    def place(position: tuple[int, int]) -> Position:
        line = lines[position[0] - 1] if position[0] <= len(lines) else ""
        return position[0], len(line[: position[1]].encode())

    for each in tokenize.generate_tokens(io.StringIO(text).readline):
        found.append((each.type, each.string, place(each.start), place(each.end)))
    return found


POSITIONS_IN_TEXTS = sys.version_info >= (3, 12)
"""Whether ast says where the names inside an f-string stand."""


def names_in_text(text: str, start: Position, end: Position) -> Iterator[tuple[str, Position]]:
    """The names in the fields of the f-strings that stand between two places, with theirs.

    For the versions of Python whose ast does not say; nothing in a field is escaped there.
    """
    segment = _spliced(text, [], start, end)
    for kind, token, place, _ in tokens(f"({segment})"):
        prefix = token[: len(token) - len(token.lstrip("rRfFbBuU"))]
        if kind != tokenize.STRING or "f" not in prefix.lower():
            continue
        quote = 3 if token[len(prefix) : len(prefix) + 3] in ('"""', "'''") else 1
        body = token[len(prefix) + quote : -quote]
        for name, index in _names_in_fields(body):
            before = token[: len(prefix) + quote + index]
            line, column = place[0] + before.count("\n"), len(before.rpartition("\n")[2].encode())
            if line == place[0]:
                column += place[1]
            # The bracket that was put before it is one byte of the first line.
            yield name, (start[0] + line - 1, column + (start[1] - 1 if line == 1 else 0))


def _names_in_fields(body: str) -> Iterator[tuple[str, int]]:
    for start, end in _fields(body):
        expression = body[start:end]
        try:
            tree = parse(f"({expression})")
        except SyntaxError:
            continue
        starts = [0]
        for line in f"({expression})".split("\n"):
            starts.append(starts[-1] + len(line) + 1)
        for node in ast.walk(tree):
            if isinstance(node, ast.Name):
                line = f"({expression})".split("\n")[node.lineno - 1]
                column = len(line.encode()[: node.col_offset].decode())
                yield node.id, start + starts[node.lineno - 1] + column - 1
            elif isinstance(node, ast.JoinedStr):
                # A nested one has quotes of the other kind; its fields are the same text.
                pass
        yield from _nested(expression, start)


def _nested(expression: str, offset: int) -> Iterator[tuple[str, int]]:
    if "{" not in expression:
        return
    try:
        found = list(tokenize.generate_tokens(io.StringIO(f"({expression})").readline))
    except (tokenize.TokenError, SyntaxError):
        return
    for each in found:
        head = len(each.string) - len(each.string.lstrip("rRfFbBuU"))
        if each.type == tokenize.STRING and "f" in each.string[:head].lower():
            quote = 3 if each.string[head : head + 3] in ('"""', "'''") else 1
            start = offset + each.start[1] - 1 + head + quote
            for name, index in _names_in_fields(each.string[head + quote : -quote]):
                yield name, start + index


def _fields(body: str) -> Iterator[tuple[int, int]]:
    """Where the expressions of an f-string's text stand, those of format specifications too."""
    index, depth = 0, 0
    while index < len(body):
        if body[index : index + 2] in ("{{", "}}") and depth == 0:
            index += 2
            continue
        if body[index] == "{":
            end = _expression_end(body, index + 1)
            yield index + 1, end
            index = end
            if body[index : index + 1] == "=":
                index += 1
            if body[index : index + 1] == "!":
                index += 2
            if body[index : index + 1] == ":":
                depth += 1
            index += 1
            continue
        if body[index] == "}" and depth:
            depth -= 1
        index += 1


def _expression_end(body: str, index: int) -> int:
    brackets, quote = 0, ""
    while index < len(body):
        char, following = body[index], body[index + 1 : index + 2]
        if quote:
            if body.startswith(quote, index):
                index += len(quote) - 1
                quote = ""
        elif char in "'\"":
            quote = char * 3 if body.startswith(char * 3, index) else char
            index += len(quote) - 1
        elif char in "([{":
            brackets += 1
        elif brackets:
            brackets -= char in ")]}"
        elif char in "}:" or (char == "!" and following != "="):
            return index
        elif char == "=" and _shows_itself(body, index):
            break
        index += 1
    return index


def _shows_itself(body: str, index: int) -> bool:
    rest = body[index + 1 :].lstrip()
    return body[index - 1 : index] not in ("=", "!", "<", ">") and rest[:1] in ("}", ":", "!")
