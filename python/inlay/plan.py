"""Decides what an install does, or why it refuses. Pure: it changes nothing."""

from __future__ import annotations

from collections.abc import Sequence

from . import cells
from .arguments import arguments_of, wired_traits
from .draft import Draft
from .literal import needs_datetime
from .naming import object_name
from .notebook import Cell, Inventory, Widget, Wire
from .refusal import Refusal
from .request import Add, Item, Wanted
from .steps import Op, Plan, Planned, Trial


def make_plan(inventory: Inventory, request: Add) -> Plan:
    """The plan for a request. Raises Refusal, with the way out, where there is none."""
    after, before = (_find_cell(inventory, key) for key in (request.after, request.before))
    draft = Draft(
        inventory, request, _empty_cells(inventory, after, before), dict(inventory.names())
    )
    for wanted in request.wanted:
        _plan_widget(draft, wanted)
    return Plan(
        ops=tuple(draft.ops),
        objects=tuple(draft.objects),
        trials=tuple(draft.trials),
        requires=tuple(
            dict.fromkeys(each for wanted in request.wanted for each in wanted.item.requires)
        ),
        after=None if after is None else after.id,
        before=None if before is None else before.id,
        warnings=tuple(dict.fromkeys(draft.warnings)),
    )


def _plan_widget(draft: Draft, wanted: Wanted) -> None:
    item, request, mo = wanted.item, draft.request, draft.inventory.mo
    arguments = arguments_of(wanted)
    traits = wired_traits(wanted)
    class_name, definition, key = _definition(draft, item)
    if not wanted.instance:
        return
    name, wired = object_name(draft, wanted, traits)
    imports = [
        "import datetime as _datetime"
        for trait in wanted.arguments
        if needs_datetime(item.traits[trait].get("type"))
    ][:1]
    if wired and mo is not None:
        draft.run_first(draft.inventory.definer(mo))
    for each in wanted.expressions:
        for used in cells.read_names(arguments[each]):
            draft.run_first(draft.inventory.definer(used))
    source = cells.instance(name, class_name, arguments, wired, mo, imports)
    hidden = not request.show_code
    instance = draft.write(
        Op("create", "instance", f"instance {name}", name=name, code=source, hidden=hidden)
    )
    reader = _reader(draft, wanted, name, wired) if wanted.reader else None
    draft.objects.append(
        Planned(item.name, class_name, name, item.version, key, instance, reader, wired)
    )
    draft.trials.append(
        Trial(item.name, class_name, definition, arguments, tuple(imports), tuple(traits))
    )


def _definition(draft: Draft, item: Item) -> tuple[str, str, str]:
    """The class to use, the source that defines it, and the key of the op that holds it."""
    planned = next((each for each in draft.objects if each.widget == item.name), None)
    if planned is not None:
        source = next(each.definition for each in draft.trials if each.widget == item.name)
        return planned.class_name, source, planned.definition
    widget = next(
        (each for each in draft.inventory.widgets if each.name == item.name and each.class_name),
        None,
    )
    key = f"definition {item.name}"
    cell = None if widget is None else draft.inventory.cell(widget.cell)
    if widget is None or cell is None or widget.class_name is None:
        code = item.definition.rstrip("\n")
        draft.write(Op("create", "definition", key, name=item.name, code=code))
        return item.class_name, code, key
    draft.ops.append(Op("keep", "definition", key, cell.id, item.name, cell.code))
    draft.run_first(cell, "definition")
    draft.warnings += _kept(item, widget, cell)
    return widget.class_name, cell.code, key


def _kept(item: Item, widget: Widget, cell: Cell) -> list[str]:
    warnings = []
    if widget.state == "edited":
        warnings.append(
            f"definition-edited: the code of {item.name} in cell {widget.cell} was edited here; "
            "it is kept and used."
        )
    if widget.version != item.version:
        warnings.append(
            f"version-differs: cell {widget.cell} holds {item.name} {widget.version}; it is kept "
            f"and used, not {item.version}. To bring it there: inlay update {item.name}"
        )
    elif cell.marker is not None and cell.marker.fingerprint != item.fingerprint:
        warnings.append(
            f"version-differs: cell {cell.id} holds another build of {item.name} {item.version}; "
            f"it is kept and used. To bring it here: inlay update {item.name}"
        )
    return warnings


def _reader(draft: Draft, wanted: Wanted, name: str, wired: tuple[Wire, ...]) -> str | None:
    if not wired:
        draft.warnings.append(
            f"no-reader: nothing of {name} is wired, so there is nothing to read."
        )
        return None
    value = next(iter(wanted.item.wired()), None)
    mo = draft.inventory.mo
    source = cells.reader(wanted.item.reader, name, wired, value, draft.taken, mo)
    op = Op("create", "reader", f"reader {name}", name=name, code=source, hidden=False)
    return draft.write(op)


def _find_cell(inventory: Inventory, key: str | None) -> Cell | None:
    if key is None:
        return None
    cell = inventory.cell(key)
    if cell is None:
        raise Refusal(
            "cell-not-found",
            f"There is no cell {key!r} in the notebook.",
            found=", ".join(each.id for each in inventory.cells) or "a notebook without cells",
            expected="the id or the name of a cell",
            cure="See `inlay cells`.",
        )
    return cell


def _empty_cells(inventory: Inventory, after: Cell | None, before: Cell | None) -> list[Cell]:
    """The empty cells that stand where new ones would go, in order."""
    every = list(inventory.cells)
    if after is not None:
        run = _leading_empties(every[every.index(after) + 1 :])
    elif before is not None:
        run = _leading_empties(every[: every.index(before)][::-1])[::-1]
    else:
        run = _leading_empties(every[::-1])[::-1]
    return run


def _leading_empties(every: Sequence[Cell]) -> list[Cell]:
    found: list[Cell] = []
    for cell in every:
        if not cell.empty or cell.disabled or cell.id == "setup":
            break
        found.append(cell)
    return found
