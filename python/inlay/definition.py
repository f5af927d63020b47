"""What a definition cell says: its class, its traits, its front end, and the Python around that."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import lru_cache

from .fingerprint import fingerprint_of, parse
from .swap import FrontEnd


@dataclass(frozen=True)
class Definition:
    """`front_end` is None where the ESM is no plain text; `python` is all but the front end."""

    class_name: str | None
    traits: tuple[str, ...]
    front_end: FrontEnd | None
    python: str


@lru_cache(maxsize=32)
def read_definition(code: str) -> Definition:
    """Reads the code of a definition cell.

    Raises SyntaxError when it does not parse.

    >>> read_definition("class A:\\n    x = Int().tag(sync=True)\\n    _esm = 'e'").traits
    ('x',)
    """
    tree = parse(code)
    found = next((each for each in tree.body if _is_widget(each)), None)
    if not isinstance(found, ast.ClassDef):
        return Definition(None, (), None, fingerprint_of(tree))
    traits = tuple(
        name for node in found.body if _is_synced(node) and (name := _target(node))[:1] != "_"
    )
    texts: dict[str, str | None] = {}
    for node in found.body:
        if (name := _target(node)) in ("_esm", "_css"):
            # Twice is more than a swap can say.
            texts[name] = None if name in texts else _text(node)
    plain = texts.get("_esm") is not None and None not in texts.values()
    front_end = FrontEnd(texts["_esm"] or "", texts.get("_css")) if plain else None
    if plain:
        left = [node for node in found.body if _target(node) not in texts]
        found.body = left or [ast.Pass()]
    return Definition(found.name, traits, front_end, fingerprint_of(tree))


def _is_widget(node: ast.stmt) -> bool:
    return (
        isinstance(node, ast.ClassDef)
        and not node.name.startswith("_")
        and any(_target(each) == "_esm" for each in node.body)
    )


def _target(node: ast.stmt) -> str:
    """The one name that a statement assigns to, or nothing."""
    match node:
        case ast.Assign(targets=[ast.Name(id=name)]):
            return name
        case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr()):
            return name
    return ""


def _text(node: ast.stmt) -> str | None:
    value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
    return value.value if isinstance(value, ast.Constant) and isinstance(value.value, str) else None


def _is_synced(node: ast.stmt) -> bool:
    value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
    if not (isinstance(value, ast.Call) and isinstance(value.func, ast.Attribute)):
        return False
    return value.func.attr == "tag" and any(
        each.arg == "sync" and isinstance(each.value, ast.Constant) and each.value.value is True
        for each in value.keywords
    )
