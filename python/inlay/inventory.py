"""Reads a notebook: its cells, the widgets it owns, and what they are wired to."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import replace
from importlib import metadata
from typing import TypeVar

from .code_mode import CodeMode, marimo_version
from .fingerprint import fingerprint, parse
from .notebook import Cell, Inventory, Marker, Widget, WidgetObject, Wire

_Node = TypeVar("_Node", bound=ast.stmt)
_MARKER = re.compile(r"# inlay: (?P<name>\S+) (?P<version>\S+) (?P<fingerprint>[0-9a-f]{16})\s*$")


def take(code_mode: CodeMode) -> Inventory:
    """The inventory of the notebook that is open; nothing is changed."""
    cells = tuple(replace(cell, marker=read_marker(cell.code)) for cell in code_mode.cells())
    return Inventory(
        marimo=marimo_version(),
        path=code_mode.notebook,
        cells=cells,
        widgets=tuple(_widgets(cells, code_mode.globals)),
        mo=marimo_alias(cells),
        packages={"anywidget": package_version("anywidget")},
        capabilities=code_mode.capabilities(),
    )


def read_marker(code: str) -> Marker | None:
    """What the first line of a cell says, and whether the code is still what it says it is.

    >>> read_marker("# inlay: tangle 0.1.0 0123456789abcdef\\nx = 1").state
    'edited'
    """
    found = _MARKER.match(code.lstrip("\n").split("\n", 1)[0])
    if found is None:
        return None
    try:
        same = fingerprint(code) == found["fingerprint"]
    except SyntaxError:
        same = False
    return Marker(
        found["name"], found["version"], found["fingerprint"], "unchanged" if same else "edited"
    )


def marimo_alias(cells: tuple[Cell, ...]) -> str | None:
    """The notebook's own name for marimo, or None."""
    for cell in cells:
        if cell.disabled or not re.search(r"\bimport\s[^\n]*\bmarimo\b", cell.code):
            continue
        for node in _nodes(cell.code, ast.Import):
            for each in node.names:
                name = each.asname or each.name
                if each.name == "marimo" and name in cell.defs:
                    return name
    return None


def package_version(name: str) -> str | None:
    """The version of a package in this environment, or None."""
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def class_of(cell: Cell) -> str | None:
    """The public class that a definition cell defines; None when there is none."""
    names = [node.name for node in _nodes(cell.code, ast.ClassDef) if node.name in cell.defs]
    return names[0] if names else None


def _widgets(cells: tuple[Cell, ...], values: dict[str, object]) -> Iterator[Widget]:
    for cell in cells:
        if cell.marker is None:
            continue
        name = class_of(cell)
        yield Widget(
            name=cell.marker.name,
            version=cell.marker.version,
            class_name=name,
            cell=cell.id,
            state=cell.marker.state,
            fingerprint=cell.marker.fingerprint,
            objects=() if name is None else tuple(_objects(name, cells, values)),
        )


def _objects(
    class_name: str, cells: tuple[Cell, ...], values: dict[str, object]
) -> Iterator[WidgetObject]:
    for cell in cells:
        if class_name not in cell.refs:
            continue
        assigns = list(_nodes(cell.code, ast.Assign))
        for assign in assigns:
            target, value = assign.targets[0], assign.value
            if not (isinstance(target, ast.Name) and target.id in cell.defs):
                continue
            if not (isinstance(value, ast.Call) and _is_name(value.func, class_name)):
                continue
            wired = tuple(_wires(target.id, assigns))
            getters = {wire.getter for wire in wired}
            front = getattr(values.get(target.id), "_front", "")
            yield WidgetObject(
                object=target.id,
                cell=cell.id,
                wired=wired,
                readers=tuple(each.id for each in cells if getters & each.refs),
                front=front if isinstance(front, str) else "",
            )


def _wires(name: str, assigns: list[ast.Assign]) -> Iterator[Wire]:
    for assign in assigns:
        match assign:
            case ast.Assign(
                targets=[ast.Tuple(elts=[ast.Name(id=getter), ast.Name(id=setter)])],
                value=ast.Call(
                    func=ast.Attribute(attr="state"),
                    args=[ast.Attribute(value=ast.Name(id=owner), attr=trait)],
                ),
            ) if owner == name:
                yield Wire(trait, getter, setter)


def _nodes(code: str, kind: type[_Node]) -> Iterator[_Node]:
    """The statements of one kind at the top level of a cell."""
    try:
        body = parse(code).body
    except SyntaxError:
        return
    for node in body:
        if isinstance(node, kind):
            yield node


def _is_name(node: ast.expr, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name
