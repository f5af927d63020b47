"""Whether an item is what it says it is, so that nothing of it becomes code outside its place."""

from __future__ import annotations

import ast
import keyword
import re
from collections.abc import Iterable, Mapping
from importlib import import_module
from typing import Any

from .cells import READER_FIELD
from .fingerprint import fingerprint, parse
from .refusal import Refusal

_NAME = re.compile(r"(?:@[a-z0-9][a-z0-9-]*/)?[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_VERSION = re.compile(r"\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?")
_CLASS = re.compile(r"[A-Z][A-Za-z0-9]*")
_OBJECT = re.compile(r"[a-z][a-z0-9_]*")
_TRAIT = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
_PACKAGE = re.compile(r"([A-Za-z0-9][\w.-]*(?:\[[\w.,\s-]*\])?)\s*(.*)", re.DOTALL)
_VERSIONS = re.compile(r"\s*(?:[<>]=?|[!=~]=|===)\s*[\w.*+!-]+\s*")
_CONDITION = re.compile(r"[\w\s.<>=!~\"'()]*")

Json = Mapping[str, Any]


def check_names(item: Json, traits: Iterable[str]) -> None:
    """Raises Refusal "bad-item" for a name that could stand for more than a name."""
    for key, pattern, what in (
        ("name", _NAME, "a name such as range-slider or @scope/range-slider"),
        ("version", _VERSION, "a version such as 0.1.0"),
        ("className", _CLASS, "the name of a class, such as RangeSlider"),
        ("objectName", _OBJECT, "the name of an object, such as range_slider"),
    ):
        _check_name(item, key, str(item.get(key)), pattern, what)
    base = _widget_class()
    for trait in traits:
        _check_name(item, "trait", trait, _TRAIT, "a trait's name, such as bar_color")
        if hasattr(base, trait):
            raise bad_item(item, "trait", repr(trait), "a name that no widget has by itself")


def check_requirements(item: Json, requires: Iterable[object]) -> None:
    """Raises Refusal "bad-item" for what an installer may take for a flag or an address."""
    for each in requires:
        if not isinstance(each, str) or not _is_requirement(each):
            raise bad_item(item, "requires", repr(each), "a requirement such as pandas>=2")


def check_definition(item: Json, definition: str) -> None:
    """Raises Refusal "bad-item" unless the marker, the fingerprint and the class are what is said.

    Nothing of the definition runs.
    """
    name, version, claimed = (str(item.get(key)) for key in ("name", "version", "fingerprint"))
    marker = f"# inlay: {name} {version} {claimed}"
    first = definition.split("\n", 1)[0]
    if first.rstrip() != marker:
        raise bad_item(item, "marker", repr(first[:120]), repr(marker))
    tree = parsed(item, definition)
    found = fingerprint(definition)
    if found != claimed:
        raise bad_item(item, "fingerprint", f"{found}, of its code", f"{claimed}, as it claims")
    classes = [node.name for node in tree.body if isinstance(node, ast.ClassDef)]
    if item.get("className") not in classes:
        raise bad_item(item, "className", ", ".join(classes) or "no class", f"{item['className']}")


def check_example(item: Json, arguments: Json, reader: str, traits: Iterable[str]) -> None:
    """Raises Refusal "bad-item" unless the arguments are expressions, and the reader is a cell."""
    known = set(traits)
    for trait, source in arguments.items():
        if trait not in known:
            raise bad_item(item, "example", repr(trait)[:120], "the name of a trait")
        tree = parsed(item, source, "eval")
        if any(isinstance(node, _NO_ARGUMENT) for node in ast.walk(tree)):
            expected = "an expression that gives nothing a name"
            raise bad_item(item, f"example of {trait}", source[:120], expected)
    parsed(item, READER_FIELD.sub("_field", reader))


def parsed(item: Json, source: object, mode: str = "exec") -> Any:
    """The parsed code of an item. Raises Refusal "bad-item" where Python cannot read it."""
    if not isinstance(source, str):
        raise bad_item(item, "code", type(source).__name__, "a text")
    try:
        return parse(source) if mode == "exec" else ast.parse(source.strip(), mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        said = f"{type(error).__name__}: {error}"
        raise bad_item(item, "code", said, "code that Python can read") from error


def bad_item(item: Json, where: str, found: str, expected: str) -> Refusal:
    """The refusal of an item that is not what it says."""
    name = str(item.get("name"))[:80]
    return Refusal(
        "bad-item",
        f"The item {name!r} is not sound: its {where}.",
        found=found,
        expected=expected,
        cure="Ask whoever made it. All that is wrong with an item: inlay validate ITEM.json",
        details={"name": name, "where": where},
    )


def _widget_class() -> object:
    """The class that definitions build on, where it is installed."""
    try:
        return getattr(import_module("anywidget"), "AnyWidget", None)
    except ImportError:
        return None


def _is_requirement(text: str) -> bool:
    package, _, condition = text.partition(";")
    found = _PACKAGE.fullmatch(package)
    return (
        len(text) <= 200
        and found is not None
        and all(_VERSIONS.fullmatch(each) for each in found[2].split(",") if found[2].strip())
        and _CONDITION.fullmatch(condition) is not None
    )


_NO_ARGUMENT = (ast.NamedExpr, ast.Await, ast.Yield, ast.YieldFrom)


def _check_name(item: Json, key: str, name: str, pattern: re.Pattern[str], what: str) -> None:
    if len(name) > 80 or not pattern.fullmatch(name) or keyword.iskeyword(name):
        raise bad_item(item, key, repr(name)[:120], what)
