"""What the Python of an item imports and touches, read and never run.

It is for people who decide whether to trust an item: code that hides what it does can hide it from
this too.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from typing import Any

from .cells import READER_FIELD
from .code_mode import CodeMode
from .fingerprint import fingerprint
from .request import Item, read_item
from .soundness import parsed


def inspect(asked: Mapping[str, Any]) -> dict[str, Any]:
    """Reads the items asked about, and takes the fingerprints of `sources`; it needs no notebook.

    Raises Refusal "bad-item" for an item that is not what it says it is.
    """
    return {
        "items": [look_at(read_item(each)) for each in asked.get("items", ())],
        "fingerprints": [fingerprint(str(each)) for each in asked.get("sources", ())],
    }


async def inspect_items(code_mode: CodeMode, asked: Mapping[str, Any]) -> dict[str, Any]:
    """Carries out an inspect request inside a kernel."""
    return inspect(asked)


def look_at(item: Item) -> dict[str, Any]:
    """An item's imports, what it touches, and its front end; None where that is no plain text."""
    say = {"name": item.name}
    definition = parsed(say, item.definition)
    trees: list[ast.AST] = [definition, parsed(say, READER_FIELD.sub("_field", item.reader))]
    trees += [parsed(say, source, "eval") for source in item.example.values()]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    texts = {name: _text_of(definition, item.class_name, name) for name in ("_esm", "_css")}
    return {
        "name": item.name,
        "fingerprint": item.fingerprint,
        "imports": sorted({module for node in nodes for module in _imports(node)}),
        "touches": sorted({touch for node in nodes for touch in _touches(node)}),
        "esm": texts["_esm"],
        "css": texts["_css"],
    }


_CALLS = re.compile("open|exec|eval|compile|__import__|input|breakpoint|globals|locals|vars")
_MODULES = re.compile(
    "os|subprocess|socket|shutil|pathlib|tempfile|ctypes|importlib|builtins|runpy|code|pickle"
    "|marshal|shelve|sqlite3|signal|threading|multiprocessing|concurrent|asyncio|webbrowser|ssl"
    "|urllib|http|ftplib|smtplib|imaplib|telnetlib|xmlrpc|requests|httpx|aiohttp|websockets|boto3"
    "|paramiko|gc|inspect|site|platform|pty|fcntl|resource|winreg|marimo"
)
# Ways from an object, or from `sys`, to everything.
_ATTRIBUTES = re.compile(
    "__(subclasses|globals|builtins|code|mro|bases|closure|import|loader|getattribute)__"
    "|modules|meta_path|settrace|_getframe|f_globals|gi_frame|cr_frame|tb_frame"
)


def _imports(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (each.name for each in node.names)
    elif isinstance(node, ast.ImportFrom):
        yield "." * node.level + (node.module or "")
    elif isinstance(node, ast.Call) and _called(node) in ("__import__", "import_module"):
        module = node.args[0] if node.args else None
        named = isinstance(module, ast.Constant) and isinstance(module.value, str)
        yield str(module.value) if named and isinstance(module, ast.Constant) else "(computed)"


def _touches(node: ast.AST) -> Iterator[str]:
    for module in _imports(node):
        if _MODULES.fullmatch(module.split(".", 1)[0]) or module == "(computed)":
            yield f"import {module}"
    if isinstance(node, ast.Name) and _CALLS.fullmatch(node.id):
        yield node.id
    elif isinstance(node, ast.Attribute) and _ATTRIBUTES.fullmatch(node.attr):
        yield f".{node.attr}"
    elif isinstance(node, ast.Call) and _called(node) == "getattr":
        name = node.args[1] if len(node.args) > 1 else None
        # `getattr(widget, self.name)` reads a trait; a name that is put together may read anything.
        if isinstance(name, ast.BinOp | ast.JoinedStr | ast.Call | ast.Subscript):
            yield "getattr (computed)"


def _called(node: ast.Call) -> str:
    return str(getattr(node.func, "id", None) or getattr(node.func, "attr", ""))


def _text_of(module: ast.Module, class_name: str, name: str) -> str | None:
    """The text that a class gives to a name once, and nothing else does."""
    classes = (node for node in module.body if isinstance(node, ast.ClassDef))
    found = [
        node.value
        for each in classes
        if each.name == class_name
        for node in each.body
        if isinstance(node, ast.Assign | ast.AnnAssign)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Name) and target.id == name
    ]
    text = found[0] if len(found) == 1 else None
    named = isinstance(text, ast.Constant) and isinstance(text.value, str)
    return str(text.value) if named and isinstance(text, ast.Constant) else None
