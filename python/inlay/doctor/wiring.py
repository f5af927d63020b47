"""Looks at what objects drive: nothing, or something in two ways."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from .. import cells
from ..fingerprint import parse
from ..notebook import Cell, Inventory, WidgetObject, Wire
from ..ours import objects_in, unedited, without_wiring
from .findings import Facts, Finding, Fix


def mixed_wiring(facts: Facts) -> Iterator[Finding]:
    """Objects that set a state in an observer and stand in `mo.ui.anywidget` as well."""
    inventory = facts.inventory
    trees = {cell.id: tree for cell in inventory.cells if (tree := _tree(cell)) is not None}
    setters = {each for tree in trees.values() for each in _setters(tree)}
    setters |= {name for tree in trees.values() for name in _functions(tree, setters)}
    wrapped = {name: key for key, tree in trees.items() for name in _wrapped(tree)}
    for key, tree in trees.items():
        for name in dict.fromkeys(_observed(tree, setters)):
            if name in wrapped and inventory.definer(name) is not None:
                yield _mixed(inventory, name, key, wrapped[name])


def unwired_objects(facts: Facts) -> Iterator[Finding]:
    """Objects with values to read that no state follows and no wrapper shows."""
    inventory = facts.inventory
    trees = {cell.id: tree for cell in inventory.cells if (tree := _tree(cell)) is not None}
    heard = {name for tree in trees.values() for name in (*_wrapped(tree), *_observed(tree, None))}
    for widget in inventory.widgets:
        traits = [str(each) for each in (facts.items.get(widget.name) or {}).get("wired", ())]
        for each in widget.objects:
            if each.wired or each.object in heard or not traits:
                continue
            code = _wired_code(inventory, each, traits)
            named = ", ".join(traits)
            yield Finding(
                "unwired-object",
                "note",
                f"Nothing follows what a person sets in {each.object} ({named}).",
                f"Where that is not meant: {each.object}.observe with a mo.state of your own.",
                each.cell,
                each.object,
                None if code is None else Fix("edit", f"wire {named}", each.cell, code),
            )


def _mixed(inventory: Inventory, name: str, observing: str, wrapping: str) -> Finding:
    fix = None
    readers = _readers(inventory, name)
    ours = name in objects_in(inventory, observing) and unedited(inventory, observing)
    cell = inventory.cell(observing)
    if ours and not readers and cell is not None and observing != wrapping:
        what = f"take the wiring of {name} out of cell {observing}, which nothing reads"
        fix = Fix("edit", what, observing, without_wiring(cell.code, name))
    cure = f"Take mo.ui.anywidget({name}) out of cell {wrapping}"
    if ours and readers:
        getters = ", ".join(readers)
        cure += f": {getters} says the same. Or stop reading {getters}, and run this again."
    else:
        cure += f", or {name}.observe out of cell {observing}: either is enough."
    return Finding(
        "mixed-wiring",
        "error",
        f"{name} sets a state when it changes (cell {observing}) and stands in mo.ui.anywidget "
        f"too (cell {wrapping}): a change runs them for ever.",
        cure,
        observing,
        name,
        fix,
    )


def _readers(inventory: Inventory, name: str) -> list[str]:
    """The getters of an object that some cell reads."""
    wires = [
        wire
        for widget in inventory.widgets
        for each in widget.objects
        if each.object == name
        for wire in each.wired
    ]
    used = {ref for cell in inventory.cells for ref in cell.refs}
    return [
        name for wire in dict.fromkeys(wires) for name in (wire.getter, wire.setter) if name in used
    ]


def _wired_code(inventory: Inventory, each: WidgetObject, traits: list[str]) -> str | None:
    """The unedited instance cell of an object with its wiring; None where it is a person's."""
    cell = inventory.cell(each.cell)
    if cell is None or not unedited(inventory, each.cell):
        return None
    taken = set(inventory.names())
    wired = []
    for wire in cells.wires(each.object, traits):
        getter = cells.free_name(wire.getter, taken)
        setter = cells.free_name(wire.setter, taken)
        wired.append(Wire(wire.trait, getter, setter))
        taken |= {getter, setter}
    class_name = objects_in(inventory, each.cell)[each.object]
    source = cells.instance(each.object, class_name, {}, wired, inventory.mo).split("\n")
    body = parse("\n".join(source)).body
    lines = [
        line
        for node in body
        if not isinstance(node, ast.Import) and not _is_object(node, each.object)
        for line in source[node.lineno - 1 : node.end_lineno]
    ]
    code = cell.code.split("\n")
    shown = [node.lineno for node in parse(cell.code).body[-1:] if _shows(node, each.object)] or [
        len(code) + 1
    ]
    head = ["import marimo as _mo", ""] if inventory.mo is None else []
    return "\n".join([*head, *code[: shown[0] - 1], *lines, *code[shown[0] - 1 :]])


def _is_object(node: ast.stmt, name: str) -> bool:
    target = node.targets[0] if isinstance(node, ast.Assign) else None
    return _shows(node, name) or (isinstance(target, ast.Name) and target.id == name)


def _shows(node: ast.stmt, name: str) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Name) and node.value.id == name


def _tree(cell: Cell) -> ast.Module | None:
    try:
        return parse(cell.code)
    except SyntaxError:
        return None


def _setters(tree: ast.Module) -> Iterator[str]:
    """The names that a cell gives to the setters of states."""
    for node in tree.body:
        match node:
            case ast.Assign(
                targets=[ast.Tuple(elts=[_, ast.Name(id=setter)])],
                value=ast.Call(func=ast.Attribute(attr="state") | ast.Name(id="state")),
            ):
                yield setter


def _functions(tree: ast.Module, setters: set[str]) -> Iterator[str]:
    """The functions of a cell that call one of these setters."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and _names(node) & setters:
            yield node.name


def _wrapped(tree: ast.Module) -> Iterator[str]:
    """The names that stand in `mo.ui.anywidget(…)`."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(
                func=ast.Attribute(
                    attr="anywidget", value=ast.Attribute(attr="ui") | ast.Name(id="ui")
                ),
                args=[ast.Name(id=name), *_],
            ):
                yield name


def _observed(tree: ast.Module, setters: set[str] | None) -> Iterator[str]:
    """The names whose changes are observed; with `setters`, by something that uses one of them."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(
                func=ast.Attribute(attr="observe", value=ast.Name(id=name)), args=[handler, *_]
            ) if setters is None or _names(handler) & setters:
                yield name


def _names(node: ast.AST) -> set[str]:
    return {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}
