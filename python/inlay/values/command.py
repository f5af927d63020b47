"""Reads and sets live traits, and elements of `mo.ui`, as a person's gesture would."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from .. import traits
from ..code_mode import CodeMode
from ..inventory import take
from ..live import element_of, model_of
from ..notebook import Cell, Inventory
from ..refusal import Refusal
from . import elements
from .jsonable import jsonable


@dataclass(frozen=True)
class Found:
    """A live object of the notebook: a widget's model, or an element of `mo.ui`.

    `element` is also there for a model inside `mo.ui.anywidget`.
    """

    name: str
    model: Any
    element: Any


async def get(code_mode: CodeMode, asked: Mapping[str, Any]) -> dict[str, Any]:
    """The values of one object, or of every one where none is named.

    `trait` asks for one of them; `full` for whole arrays and bytes.
    Raises Refusal "unknown-object", "unknown-trait" or "not-live".
    """
    inventory = take(code_mode)
    full = bool(asked.get("full"))
    name, trait = asked.get("object"), asked.get("trait")
    if name is None:
        objects = [_shown(inventory, each, None, full) for each in _objects(code_mode, inventory)]
        return {"objects": objects}
    found = _find(code_mode, inventory, str(name))
    return _shown(inventory, found, None if trait is None else str(trait), full)


async def set_values(code_mode: CodeMode, asked: Mapping[str, Any]) -> dict[str, Any]:
    """Sets traits of an object, or the value of an element: all of them or, where one is bad, none.

    Raises Refusal "bad-value" with what is allowed, "unknown-object", "unknown-trait", "not-live".
    """
    inventory = take(code_mode)
    found = _find(code_mode, inventory, str(asked.get("object")))
    values = asked.get("values")
    if not isinstance(values, Mapping) or not values:
        raise Refusal(
            "bad-request",
            "There is nothing to set.",
            found=repr(values),
            expected="values by trait, as JSON",
        )
    for each in values:
        _known_trait(found, str(each))
    before = {each: jsonable(_value(found, each), full=False) for each in values}
    report: dict[str, Any] = {"object": found.name, "kind": _kind(found), "warnings": []}
    if asked.get("dry_run"):
        after = _rehearse(found, values)
        return report | {"before": before, "after": after, "ran": [], "applied": False}
    ran = await _apply(code_mode, found, values, report["warnings"])
    after = {each: jsonable(_value(found, each), full=False) for each in values}
    order = [cell.id for cell in inventory.cells]
    return report | {
        "before": before,
        "after": after,
        "ran": sorted(ran, key=order.index),
        "applied": True,
    }


def _rehearse(found: Found, values: Mapping[str, Any]) -> dict[str, Any]:
    if found.model is None:
        wire = elements.wire_form(found.element, found.name, values["value"])
        return {"value": jsonable(wire, full=False)}
    checked = traits.set_traits(found.model, found.name, values, dry_run=True)
    return {each: jsonable(value, full=False) for each, value in checked.items()}


async def _apply(
    code_mode: CodeMode, found: Found, values: Mapping[str, Any], warnings: list[str]
) -> set[str]:
    cells = code_mode.cells()
    if found.model is None:
        wire = elements.wire_form(found.element, found.name, values["value"])
        with elements.refusing(found.element, found.name, values["value"]):
            async with code_mode.batch() as batch:
                batch.set_element(found.element, wire)
        if not elements.page_follows():
            warnings.append(
                "page-not-told: this marimo's page goes on showing the old value of an element "
                "that a program sets; marimo 0.22 or newer shows the new one."
            )
        return _dependents(cells, [found.name]) if code_mode.autorun else set()
    traits.set_traits(found.model, found.name, values, dry_run=False)
    names = code_mode.pending_states()
    await code_mode.run_readers()
    readers = []
    if found.element is not None and code_mode.autorun:
        # A page would say it to the element, whose name's readers run; the cell of the name not.
        readers = [
            cell.id
            for cell in cells
            if found.name in cell.refs and found.name not in cell.defs and _has_run(cell)
        ]
        async with code_mode.batch() as batch:
            for cell_id in readers:
                batch.run(cell_id)
        names.append(found.name)
    return _dependents(cells, names) if code_mode.autorun else set()


def _has_run(cell: Cell) -> bool:
    return not cell.disabled and cell.status not in (None, "stale", "disabled")


def _dependents(cells: Iterable[Cell], names: Iterable[str]) -> set[str]:
    """The cells that read one of the names, and those that depend on them."""
    cells, names, found = list(cells), set(names), set[str]()
    while True:
        more = {
            cell.id
            for cell in cells
            if cell.refs & names and not cell.defs & names and cell.id not in found
        }
        more = {key for key in more if any(cell.id == key and _has_run(cell) for cell in cells)}
        if not more:
            return found
        found |= more
        names |= {name for cell in cells if cell.id in more for name in cell.defs}


def _objects(code_mode: CodeMode, inventory: Inventory) -> list[Found]:
    """Every widget and element that a cell of the notebook has given a public name."""
    found = []
    for name in inventory.names():
        value = code_mode.globals.get(name)
        model, element = model_of(value), element_of(value)
        if model is not None or element is not None:
            found.append(Found(name, model, element))
    return found


def _find(code_mode: CodeMode, inventory: Inventory, name: str) -> Found:
    objects = _objects(code_mode, inventory)
    found = next((each for each in objects if each.name == name), None)
    if found is not None:
        return found
    holder = inventory.definer(name)
    known = [each.name for each in objects]
    if holder is not None and name not in code_mode.globals:
        raise Refusal(
            "not-live",
            f"{name} is not there yet: its cell has not run, or failed.",
            found=f"cell {holder.id} ({holder.first_line}); its status is {holder.status}",
            expected="a cell that has run",
            cure="Run that cell, then try again.",
            details={"cell": holder.id},
        )
    near = difflib.get_close_matches(name, known, 1)
    hint = f" Did you mean {near[0]}?" if near else ""
    what = "is neither a widget nor an element of mo.ui" if holder else "is not in the notebook"
    raise Refusal(
        "unknown-object",
        f"{name} {what}.{hint}",
        found=name if holder is None else f"{name}, {type(code_mode.globals[name]).__name__}",
        expected=f"one of {', '.join(known)}" if known else "a notebook with a widget that has run",
        cure="See `inlay get`.",
        details={"objects": known, "nearest": near[0] if near else None},
    )


def _kind(found: Found) -> str:
    return "ui" if found.model is None else "widget"


def _shown(inventory: Inventory, found: Found, trait: str | None, full: bool) -> dict[str, Any]:
    if trait is not None:
        _known_trait(found, trait)
    names = [trait] if trait is not None else _names(found)
    owner = next(
        (each for each in inventory.widgets for one in each.objects if one.object == found.name),
        None,
    )
    return {
        "object": found.name,
        "kind": _kind(found),
        "class": type(found.element if found.model is None else found.model).__name__,
        "widget": owner and {"name": owner.name, "version": owner.version},
        "values": {
            each: {
                "value": jsonable(_value(found, each), full=full),
                "type": _type(found, each),
            }
            for each in names
        },
    }


def _names(found: Found) -> list[str]:
    return ["value"] if found.model is None else traits.public(found.model)


def _value(found: Found, trait: str) -> Any:
    return found.element.value if found.model is None else getattr(found.model, trait)


def _type(found: Found, trait: str) -> str:
    if found.model is None:
        return type(found.element.value).__name__
    return traits.type_name(found.model, trait)


def _known_trait(found: Found, trait: str) -> None:
    known = _names(found)
    if trait in known or (found.model is not None and trait in traits.synced(found.model)):
        return
    near = difflib.get_close_matches(trait, known, 1)
    hint = f" Did you mean {near[0]}?" if near else ""
    raise Refusal(
        "unknown-trait",
        f"{found.name} has no trait {trait!r}.{hint}",
        found=trait,
        expected=f"one of {', '.join(known)}",
        cure=f"See `inlay get {found.name}`.",
        details={"trait": trait, "traits": known, "nearest": near[0] if near else None},
    )
