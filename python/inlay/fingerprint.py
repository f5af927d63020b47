"""The fingerprint of a cell: what its code means, not how it is laid out.

As a script it reads a JSON list of sources on stdin and prints the JSON list of their fingerprints.
"""

from __future__ import annotations

import ast
import hashlib
import warnings
from functools import lru_cache

_IGNORED_FIELDS = frozenset({"ctx", "kind", "type_comment", "type_ignores"})


@lru_cache(maxsize=32)
def fingerprint(source: str) -> str:
    """The first 16 hex digits of a SHA-256 over the parsed code.

    Comments, blank lines, quotes, indentation and the layout of docstrings do not count;
    everything else does. Equal on every Python from 3.10 on.

    Raises SyntaxError when the source does not parse.

    >>> fingerprint("x = 1  # one") == fingerprint("x=1")
    True
    """
    return fingerprint_of(parse(source))


def fingerprint_of(module: ast.Module) -> str:
    """The fingerprint of code that is parsed already."""
    return hashlib.sha256("".join(_tokens(module)).encode()).hexdigest()[:16]


def parse(source: str) -> ast.Module:
    """The parsed code, without the warnings that parsing a person's code may raise.

    Raises SyntaxError, and nothing else, when the source does not parse.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return ast.parse(source)
        except ValueError as error:  # A NUL, or a lone surrogate, on some versions.
            raise SyntaxError(str(error)) from error


def _tokens(module: ast.Module) -> list[str]:
    # A stack of its own: a long chain of operators nests deeper than Python recurses.
    out: list[str] = []
    stack: list[object] = [module]
    while stack:
        item = stack.pop()
        if isinstance(item, _Text):
            out.append(item.text)
        elif isinstance(item, ast.AST):
            stack.extend(reversed(_parts(item)))
        elif isinstance(item, list):
            stack.append(_Text("]"))
            stack.extend(reversed(item))
            stack.append(_Text("["))
        else:
            out.append(f"{item!a},")
    return out


class _Text:
    """Text that goes out as it is."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text


def _parts(node: ast.AST) -> list[object]:
    if isinstance(node, ast.Constant):
        return [_constant(node.value)]
    if (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    ):
        return [_Text(f"Doc({_clean(node.value.value)!a})")]
    parts: list[object] = [_Text(f"{type(node).__name__}(")]
    for name in node._fields:
        value = getattr(node, name, None)
        if name in _IGNORED_FIELDS or value is None or value == []:
            continue
        if isinstance(node, ast.JoinedStr):
            value = _joined(node.values)
        elif (
            isinstance(node, ast.Delete)
            and len(node.targets) == 1
            and isinstance(node.targets[0], ast.Tuple)
        ):
            value = node.targets[0].elts  # A formatter takes the parentheses of `del (a, b)` away.
        parts += [_Text(f"{name}="), value]
    parts.append(_Text(")"))
    return parts


def _constant(value: object) -> _Text:
    shown = hex(value) if type(value) is int else ascii(value)
    return _Text(f"{type(value).__name__}:{shown},")


def _joined(values: list[ast.expr]) -> list[ast.expr]:
    """The parts of an f-string, texts joined and empty ones left out: versions differ there."""
    joined: list[ast.expr] = []
    for value in values:
        text = _text(value)
        if text == "":
            continue
        before = _text(joined[-1]) if joined else None
        if text is not None and before is not None:
            joined[-1] = ast.Constant(before + text)
        else:
            joined.append(value)
    return joined


def _text(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _clean(doc: str) -> str:
    """As inspect.cleandoc, but equal on every version and blind to trailing blanks."""
    first, *rest = (line.rstrip() for line in doc.expandtabs().split("\n"))
    margin = min((len(line) - len(line.lstrip()) for line in rest if line), default=0)
    return "\n".join([first.lstrip(), *(line[margin:] for line in rest)]).strip("\n")


def _main() -> None:
    import json
    import sys

    sources = json.loads(sys.stdin.buffer.read())
    print(json.dumps([fingerprint(source) for source in sources]))


if __name__ == "__main__":
    _main()
