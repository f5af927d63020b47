"""Decides what a removal deletes and what it breaks, or why it refuses. Pure, without effects."""

from __future__ import annotations

import ast
import difflib
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .fingerprint import parse
from .notebook import Cell, Inventory, Widget, WidgetObject
from .ours import comments, foreign_lines, is_example
from .refusal import Refusal


@dataclass(frozen=True)
class Remove:
    """A request to remove objects or widgets.

    `comments` are lines with the comments that a definition was installed with, by its fingerprint;
    `readers` are the examples of reader cells, by widget; `expect` are the digests of the cells
    that somebody has agreed to lose.
    """

    names: tuple[str, ...]
    overwrite: bool = False
    comments: Mapping[str, list[str]] = field(default_factory=dict)
    readers: Mapping[str, str] = field(default_factory=dict)
    expect: Mapping[str, str] | None = None


@dataclass(frozen=True)
class Deletion:
    """A cell that goes. `theirs` are lines that a person wrote in it; `why` says it in words."""

    cell: Cell
    role: str
    name: str
    theirs: tuple[str, ...] = ()
    why: str | None = None


@dataclass(frozen=True)
class Reader:
    """A cell that stays and uses what goes: the names, and the lines that use them."""

    cell: Cell
    names: tuple[str, ...]
    lines: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class Removal:
    """What goes, and who reads it; `downstream` are cells that depend on a reader."""

    deletions: tuple[Deletion, ...]
    objects: tuple[str, ...]
    readers: tuple[Reader, ...]
    downstream: tuple[str, ...]
    warnings: tuple[str, ...] = ()


def make_removal(inventory: Inventory, request: Remove) -> Removal:
    """The plan for a removal.

    Raises Refusal "unknown-name", "edited-here" (with the lines that would be lost) or
    "changed-meanwhile".
    """
    objects, definitions, warnings = _chosen(inventory, request.names)
    gone = {each.cell: each for each in objects}
    definitions += [
        widget
        for widget in inventory.widgets
        if widget not in definitions and _is_left_alone(inventory, widget, objects)
    ]
    deletions = _instances(inventory, objects, [*gone]) + _definitions(
        inventory, definitions, request
    )
    deletions += _examples(inventory, objects, deletions, request)
    order = [cell.id for cell in inventory.cells]
    deletions.sort(key=lambda each: order.index(each.cell.id))
    edited = [each for each in deletions if each.why is not None]
    if edited and not request.overwrite:
        raise _edited(edited)
    if request.expect is not None:
        _check_expected(deletions, request.expect)
    readers = _readers(inventory, deletions)
    return Removal(
        deletions=tuple(deletions),
        objects=tuple(each.object for each in objects),
        readers=readers,
        downstream=_downstream(inventory, deletions, readers),
        warnings=tuple(warnings),
    )


def digest(code: str) -> str:
    """What tells one code of a cell from another, for a request that comes later."""
    return hashlib.sha256(code.encode("utf-8", "surrogatepass")).hexdigest()


def _chosen(
    inventory: Inventory, names: tuple[str, ...]
) -> tuple[list[WidgetObject], list[Widget], list[str]]:
    objects = {each.object: each for widget in inventory.widgets for each in widget.objects}
    chosen: dict[str, WidgetObject] = {}
    definitions: list[Widget] = []
    warnings = []
    for name in names:
        widgets = [each for each in inventory.widgets if name in (each.name, each.class_name)]
        if name in objects:
            chosen[name] = objects[name]
            others = [each for widget in widgets for each in widget.objects if each.object != name]
            if others:
                warnings.append(
                    f"object-meant: {name} is an object and a widget; only the object goes. "
                    f"The widget goes by its class: {widgets[0].class_name}."
                )
            continue
        if not widgets:
            raise _unknown(inventory, name, list(objects))
        definitions += [each for each in widgets if each not in definitions]
        chosen |= {each.object: each for widget in widgets for each in widget.objects}
    return list(chosen.values()), definitions, warnings


def _is_left_alone(inventory: Inventory, widget: Widget, objects: list[WidgetObject]) -> bool:
    """Whether a definition loses its last instance, and no other cell uses its class."""
    names = {each.object for each in objects}
    mine = {each.object for each in widget.objects}
    if not mine or not mine <= names:
        return False
    cells = {each.cell for each in widget.objects}
    return not any(
        widget.class_name in cell.refs
        for cell in inventory.cells
        if cell.id != widget.cell and cell.id not in cells
    )


def _instances(
    inventory: Inventory, objects: list[WidgetObject], keys: list[str]
) -> list[Deletion]:
    classes = {
        each.object: widget.class_name or ""
        for widget in inventory.widgets
        for each in widget.objects
    }
    found = []
    for key in keys:
        cell = inventory.cell(key)
        if cell is None:
            continue
        here = {each.object: classes[each.object] for each in objects if each.cell == key}
        theirs = tuple(foreign_lines(cell.code, here))
        why = "it holds more than the object and its wiring" if theirs else None
        found.append(Deletion(cell, "instance", ", ".join(here), theirs, why))
    return found


def _definitions(
    inventory: Inventory, definitions: list[Widget], request: Remove
) -> list[Deletion]:
    found = []
    for widget in definitions:
        cell = inventory.cell(widget.cell)
        if cell is None:
            continue
        theirs: tuple[str, ...] = ()
        why = None
        if widget.state == "edited":
            why = f"its class was edited here; inlay diff {widget.name} shows how"
        else:
            known = request.comments.get(cell.marker.fingerprint) if cell.marker else None
            if known is not None:
                theirs = tuple(
                    line
                    for comment, line in comments(cell.code)
                    if not any(comment in each for each in known)
                )
                why = "it holds comments of yours" if theirs else None
        found.append(Deletion(cell, "definition", widget.name, theirs, why))
    return found


def _examples(
    inventory: Inventory, objects: list[WidgetObject], gone: list[Deletion], request: Remove
) -> list[Deletion]:
    """The reader cells that are still what add wrote."""
    found: dict[str, Deletion] = {}
    taken = {each.cell.id for each in gone}
    for widget in inventory.widgets:
        template = request.readers.get(widget.name)
        for each in widget.objects if template else ():
            cells = [inventory.cell(key) for key in each.readers if key not in taken]
            for cell in cells if each in objects else ():
                if cell and is_example(cell.code, template or "", each.object, each.wired):
                    found[cell.id] = Deletion(cell, "reader", each.object)
    return list(found.values())


def _readers(inventory: Inventory, deletions: list[Deletion]) -> tuple[Reader, ...]:
    gone = {each.cell.id for each in deletions}
    names = {name for each in deletions for name in each.cell.defs}
    # A name that another cell defines as well, as a second definition does, stays.
    names -= {name for cell in inventory.cells if cell.id not in gone for name in cell.defs}
    return tuple(
        Reader(cell, tuple(sorted(cell.refs & names)), _lines(cell.code, cell.refs & names))
        for cell in inventory.cells
        if cell.id not in gone and cell.refs & names
    )


def _lines(code: str, names: frozenset[str] | set[str]) -> tuple[tuple[int, str], ...]:
    try:
        tree = parse(code)
    except SyntaxError:
        return ()
    numbers = sorted(
        {node.lineno for node in ast.walk(tree) if isinstance(node, ast.Name) and node.id in names}
    )
    lines = code.split("\n")
    return tuple((number, lines[number - 1].strip()) for number in numbers)


def _downstream(
    inventory: Inventory, deletions: list[Deletion], readers: tuple[Reader, ...]
) -> tuple[str, ...]:
    """The cells that depend on a reader, and on those, in notebook order."""
    seen = {each.cell.id for each in deletions} | {each.cell.id for each in readers}
    names = {name for each in readers for name in each.cell.defs}
    found: set[str] = set()
    while True:
        more = {
            cell.id for cell in inventory.cells if cell.id not in seen | found and cell.refs & names
        }
        if not more:
            return tuple(cell.id for cell in inventory.cells if cell.id in found)
        found |= more
        names |= {name for cell in inventory.cells if cell.id in more for name in cell.defs}


def _check_expected(deletions: list[Deletion], expect: Mapping[str, str]) -> None:
    now = {each.cell.id: digest(each.cell.code) for each in deletions}
    if now == dict(expect):
        return
    changed = sorted(key for key in now.keys() | expect.keys() if now.get(key) != expect.get(key))
    raise Refusal(
        "changed-meanwhile",
        "The notebook has changed since the removal was shown.",
        found=f"other code in: {', '.join(changed)}",
        expected="the cells as they were shown",
        cure="Nothing was changed. Look again, then decide.",
        details={"cells": changed},
    )


def _edited(edited: list[Deletion]) -> Refusal:
    parts = []
    for each in edited:
        lines = "".join(f"\n  {line}" for line in each.theirs)
        parts.append(f"cell {each.cell.id} ({each.role} of {each.name}): {each.why}{lines}")
    return Refusal(
        "edited-here",
        "A cell that would go holds work of yours.",
        found="\n".join(parts),
        expected="cells as they were installed",
        cure="Move those lines to a cell of your own, or remove them too with --overwrite. "
        "Nothing was changed.",
        details={"edited": [edited_json(each) for each in edited]},
    )


def edited_json(each: Deletion) -> dict[str, Any]:
    """A cell that a person has worked on, for reports; a definition's lines need its base."""
    return {
        "cell": each.cell.id,
        "role": each.role,
        "name": each.name,
        "why": each.why,
        "lines": list(each.theirs),
        "base_needed": each.role == "definition" and not each.theirs,
    }


def _unknown(inventory: Inventory, name: str, objects: list[str]) -> Refusal:
    known = list(dict.fromkeys([*objects, *(each.name for each in inventory.widgets)]))
    near = difflib.get_close_matches(name, known, 1)
    hint = f" Did you mean {near[0]}?" if near else ""
    return Refusal(
        "unknown-name",
        f"This notebook has no inlay object and no inlay widget {name!r}.{hint}",
        found=name,
        expected=f"one of {', '.join(known)}" if known else "a notebook with a widget in it",
        cure="See `inlay cells`.",
        details={"names": known, "nearest": near[0] if near else None},
    )
