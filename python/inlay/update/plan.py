"""Decides what an update does to each cell, or why it refuses. Pure: it changes nothing."""

from __future__ import annotations

import ast
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from ..definition import Definition, read_definition
from ..fingerprint import parse
from ..notebook import Cell, Inventory, Widget, WidgetObject
from ..refusal import Refusal
from ..removal import digest
from ..request import Item
from ..steps import Op
from ..swap import FrontEnd
from .rewire import rewired

_RAN = ("idle", "exception", "marimo-error", "cancelled", "interrupted")


@dataclass(frozen=True)
class Wanted:
    """A definition cell to bring to another version. `expect` is the digest of its code now."""

    cell: str
    expect: str
    code: str
    item: Item


@dataclass(frozen=True)
class Dropped:
    """A trait that the new version has no more, or has by another name, and who reads it.

    `breaks` are those of the readers that would fail: a getter that stays gives the new trait.
    """

    trait: str
    renamed_to: str | None
    readers: tuple[str, ...]
    breaks: tuple[str, ...]


@dataclass(frozen=True)
class Update:
    """What becomes of one widget.

    `front_end` is given where the open page takes it and no cell runs. `now` maps traits that
    changed their name, None where they are gone. `running` are the cells with something live in
    them: an update runs those and no others.
    """

    widget: Widget
    item: Item
    definition: Op
    instances: tuple[Op, ...]
    front_end: FrontEnd | None
    old: Definition
    new: Definition
    now: Mapping[str, str | None]
    dropped: tuple[Dropped, ...]
    running: frozenset[str]

    @property
    def ops(self) -> tuple[Op, ...]:
        return (self.definition, *self.instances)

    def runs(self, cell: str) -> bool:
        """Whether a cell that the update looks at is one that runs, or that has run."""
        return cell in self.running


def make_update(
    inventory: Inventory, wanted: Wanted, live: Collection[str], swappable: Callable[[], bool]
) -> Update:
    """The plan for one widget.

    `live` are the names of widget classes and objects that exist now; `swappable` says whether the
    cell's code can be replaced and the page can follow, without a run.
    Raises Refusal "cell-not-found", "changed-meanwhile", "trial-failed" or "class-differs".
    """
    cell, widget = _definition_cell(inventory, wanted)
    old, new = read_definition(cell.code), _read_new(wanted)
    if old.class_name is None or new.class_name != old.class_name:
        raise Refusal(
            "class-differs",
            f"The class of {wanted.item.name} has another name in cell {cell.id}.",
            found=str(old.class_name),
            expected=str(new.class_name),
            cure="Give the class its name back, or remove the widget and add it again.",
            details={"cell": cell.id},
        )
    now = _names_now(old, new, wanted.item)
    same = cell.code == wanted.code
    swap = old.same_python(new) and new.front_end is not None and not same and swappable()
    ran = _has_run(cell) or old.class_name in live
    kind = "keep" if same else "swap" if swap and ran else "edit"
    definition = Op(
        kind, "definition", f"definition {wanted.item.name}", cell.id, widget.name, wanted.code
    )
    # A cell that has never run is not run by an update either: its text is all there is of it.
    running = {key for key in _instance_cells(widget) if ran and _is_live(inventory, key, live)}
    if ran:
        running.add(cell.id)
    instances = tuple(_instances(inventory, widget, now, running)) if kind == "edit" else ()
    rewritten = {op.cell for op in instances if op.kind == "edit"}
    return Update(
        widget=widget,
        item=wanted.item,
        definition=definition,
        instances=instances,
        front_end=new.front_end if kind == "swap" else None,
        old=old,
        new=new,
        now=now,
        dropped=tuple(_dropped(inventory, widget, now, {cell.id, *rewritten})),
        running=frozenset(running),
    )


def _definition_cell(inventory: Inventory, wanted: Wanted) -> tuple[Cell, Widget]:
    cell = next((each for each in inventory.cells if each.id == wanted.cell), None)
    widget = next((each for each in inventory.widgets if each.cell == wanted.cell), None)
    if cell is None or widget is None:
        raise Refusal(
            "cell-not-found",
            f"Cell {wanted.cell!r} holds no inlay widget.",
            found="no such cell" if cell is None else cell.first_line,
            expected=f"the definition cell of {wanted.item.name}, with its marker",
            cure="See `inlay status`.",
        )
    if digest(cell.code) != wanted.expect:
        raise Refusal(
            "changed-meanwhile",
            f"Cell {cell.id} has changed since it was looked at.",
            found=f"code with the digest {digest(cell.code)}",
            expected=wanted.expect,
            cure="Look again, then decide. Nothing was changed.",
            details={"cells": [cell.id]},
        )
    return cell, widget


def _read_new(wanted: Wanted) -> Definition:
    try:
        return read_definition(wanted.code)
    except SyntaxError as error:
        raise Refusal(
            "trial-failed",
            f"The new definition of {wanted.item.name} is no Python: {error}.",
            found=str(error),
            expected="a definition cell that runs by itself",
            details={"cell": wanted.cell},
        ) from error


def _names_now(old: Definition, new: Definition, item: Item) -> dict[str, str | None]:
    renamed = {
        str(trait["was"]): name
        for name, trait in item.traits.items()
        if "was" in trait and name in new.traits
    }
    return {trait: renamed.get(trait) for trait in old.traits if trait not in new.traits}


def _instance_cells(widget: Widget) -> Iterable[str]:
    return dict.fromkeys(each.cell for each in widget.objects)


def _is_live(inventory: Inventory, key: str, live: Collection[str]) -> bool:
    cell = inventory.cell(key)
    if cell is None or cell.disabled:
        return False
    return _has_run(cell) or bool(cell.defs & {*live})


def _instances(
    inventory: Inventory,
    widget: Widget,
    now: Mapping[str, str | None],
    running: Collection[str],
) -> Iterable[Op]:
    """The instance cells: with the new names where add wrote them, else run as they are."""
    for key in _instance_cells(widget):
        cell = inventory.cell(key)
        if cell is None:
            continue
        here = [each.object for each in widget.objects if each.cell == key]
        name = ", ".join(here)
        classes = dict.fromkeys(here, widget.class_name or "")
        code = rewired(cell.code, classes, now) if now else None
        if code is not None and code != cell.code:
            yield Op("edit", "instance", f"instance {name}", key, name, code)
        elif key in running:
            yield Op("run", "instance", f"instance {name}", key, name, cell.code)


def _dropped(
    inventory: Inventory, widget: Widget, now: Mapping[str, str | None], ours: set[str | None]
) -> Iterable[Dropped]:
    for trait, new in now.items():
        getters = {
            wire.getter for each in widget.objects for wire in each.wired if wire.trait == trait
        }
        left = [cell for cell in inventory.cells if cell.id not in ours]
        reads = [cell.id for cell in left if cell.refs & getters]
        uses = [
            cell.id for cell in left if any(_uses(cell, each, trait) for each in widget.objects)
        ]
        breaks = uses if new is not None else [*reads, *uses]
        order = [cell.id for cell in left]
        yield Dropped(
            trait,
            new,
            tuple(sorted({*reads, *uses}, key=order.index)),
            tuple(sorted({*breaks}, key=order.index)),
        )


def _uses(cell: Cell, each: WidgetObject, trait: str) -> bool:
    """Whether a cell reads the attribute, as its own instance cell may."""
    return (cell.id == each.cell or each.object in cell.refs) and any(
        isinstance(node, ast.Attribute)
        and node.attr == trait
        and isinstance(node.value, ast.Name)
        and node.value.id == each.object
        for node in _walk(cell.code)
    )


def _walk(code: str) -> Iterable[ast.AST]:
    try:
        return ast.walk(parse(code))
    except SyntaxError:
        return ()


def _has_run(cell: Cell) -> bool:
    return cell.status in _RAN
