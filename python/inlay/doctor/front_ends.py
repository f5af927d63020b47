"""The ESM of every anywidget class that the notebook has, its own or of a package."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator, Mapping
from typing import Any

from ..fingerprint import parse
from ..notebook import Cell, Inventory


def front_ends(
    inventory: Inventory, values: Mapping[str, Any]
) -> dict[str, tuple[str | None, str]]:
    """The ESMs by class, each with its cell: what cells say, run or not, and what is live."""
    found: dict[str, tuple[str | None, str]] = {}
    for class_name, esm in _live(values):
        cell = inventory.definer(class_name)
        found[class_name] = (cell.id if cell else None, esm)
    for cell in inventory.cells:
        for class_name, esm in _written(cell):
            found[class_name] = (cell.id, esm)
    return found


def _written(cell: Cell) -> Iterator[tuple[str, str]]:
    if "_esm" not in cell.code:
        return
    try:
        body = parse(cell.code).body
    except SyntaxError:
        return
    for node in body:
        if not isinstance(node, ast.ClassDef):
            continue
        for part in node.body:
            match part:
                case ast.Assign(targets=[ast.Name(id="_esm")], value=ast.Constant(value=str(esm))):
                    yield node.name, esm


def _live(values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    module = sys.modules.get("anywidget")
    widget_class = getattr(module, "AnyWidget", None)
    if not isinstance(widget_class, type):
        return
    classes = [
        value
        for name, value in values.items()
        if not name.startswith("_") and isinstance(value, type) and issubclass(value, widget_class)
    ]
    widgets = sys.modules.get("ipywidgets.widgets.widget")
    every = tuple(getattr(widgets, "_instances", {}).values())
    # anywidget gives each instance a class of its own, named as the one that it comes of.
    classes += [type(each) for each in every if isinstance(each, widget_class)]
    for each in classes:
        esm = _text(each)
        if each is not widget_class and esm is not None:
            yield each.__name__, esm


def _text(widget_class: type) -> str | None:
    for each in widget_class.__mro__:
        esm = each.__dict__.get("_esm")
        if isinstance(esm, (str, bytes)) or hasattr(esm, "contents"):
            return str(esm)
    return None
