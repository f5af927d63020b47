"""What a definition cell says: its class, its traits, its front end, and the Python around that."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field
from functools import lru_cache

from .fingerprint import fingerprint_of, parse
from .swap import FrontEnd


@dataclass(frozen=True)
class Definition:
    """`front_end` is None where the ESM is no plain text."""

    class_name: str | None
    traits: tuple[str, ...]
    front_end: FrontEnd | None
    _text: str
    _tree: ast.Module = field(compare=False, repr=False)

    def same_lines(self, other: Definition) -> bool:
        """Whether both have the same text but for their front ends and markers."""
        return self._text == other._text

    def same_python(self, other: Definition) -> bool:
        """Whether both mean the same but for their front ends."""
        # Equal texts spare the fingerprints, which take longer than all the rest.
        return self.same_lines(other) or fingerprint_of(self._tree) == fingerprint_of(other._tree)


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
        return Definition(None, (), None, code, tree)
    traits = tuple(
        name for node in found.body if _is_synced(node) and (name := _target(node))[:1] != "_"
    )
    texts: dict[str, str | None] = {}
    for node in found.body:
        if (name := _target(node)) in ("_esm", "_css"):
            # Twice is more than a swap can say.
            texts[name] = None if name in texts else _text(node)
    plain = texts.get("_esm") is not None and None not in texts.values()
    front_end = FrontEnd(texts["_esm"] or "", texts.get("_css"))
    if not plain:
        return Definition(found.name, traits, None, code, tree)
    gone = [node for node in found.body if _target(node) in texts]
    found.body = [node for node in found.body if node not in gone] or [ast.Pass()]
    return Definition(found.name, traits, front_end, _without(code, gone), tree)


def _without(code: str, nodes: list[ast.stmt]) -> str:
    """The lines of a cell without those of some statements, and without the marker.

    All of the code where a line holds anything else too.
    """
    lines = code.split("\n")
    gone = {0} if code.startswith("# inlay: ") else set()
    for node in nodes:
        end = node.end_lineno or node.lineno
        before = lines[node.lineno - 1].encode()[: node.col_offset]
        behind = lines[end - 1].encode()[node.end_col_offset :]
        if before.strip() or behind.strip():
            return code
        gone |= {*range(node.lineno - 1, end)}
    return "\n".join(line for number, line in enumerate(lines) if number not in gone)


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
