"""Decides what an install does, or why it refuses. Pure: it changes nothing."""

from __future__ import annotations

import keyword
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from . import cells
from .literal import literal, needs_datetime
from .notebook import BUILTIN_NAMES, Cell, Inventory, Widget, Wire
from .refusal import Refusal
from .request import Add, Item, Wanted

_NEEDS_RUN = (None, "stale", "cancelled", "interrupted")


@dataclass(frozen=True)
class Op:
    """One step. `kind` is create, reuse, keep or run; `cell` is None until it is created.

    `key` names the step inside its plan, so that objects can point at cells not made yet.
    """

    kind: str
    role: str
    key: str
    cell: str | None = None
    name: str = ""
    code: str = ""
    hidden: bool = True


@dataclass(frozen=True)
class Trial:
    """What has to work in a throwaway namespace before anything is written."""

    widget: str
    class_name: str
    definition: str
    arguments: dict[str, str]
    imports: tuple[str, ...]
    wired: tuple[str, ...]


@dataclass(frozen=True)
class Planned:
    """An object to be; the cells are keys of ops."""

    widget: str
    class_name: str
    object: str
    version: str
    definition: str
    instance: str
    reader: str | None
    wired: tuple[Wire, ...]


@dataclass(frozen=True)
class Plan:
    """What to do, in order. New cells go after one another, from `after` or `before` on."""

    ops: tuple[Op, ...]
    objects: tuple[Planned, ...]
    trials: tuple[Trial, ...]
    requires: tuple[str, ...]
    after: str | None = None
    before: str | None = None
    warnings: tuple[str, ...] = ()


@dataclass
class _Draft:
    inventory: Inventory
    request: Add
    empties: list[Cell]
    taken: dict[str, str]
    ops: list[Op] = field(default_factory=list)
    objects: list[Planned] = field(default_factory=list)
    trials: list[Trial] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def write(self, op: Op) -> str:
        """Adds a cell: in an empty one that stands at the place, else a new one."""
        for name in cells.defined_names(op.code):
            if self.taken.setdefault(name, op.key) != op.key:
                raise _taken(self, name, op)
        if self.empties:
            op = replace(op, kind="reuse", cell=self.empties.pop(0).id)
        self.ops.append(op)
        return op.key

    def run_first(self, cell: Cell | None, role: str = "import") -> None:
        """Runs a cell that the new ones need, where it has not run."""
        if cell is None or cell.status not in _NEEDS_RUN:
            return
        op = Op("run", role, f"run {cell.id}", cell.id, cell.name, cell.code)
        if op.key not in [each.key for each in self.ops]:
            self.ops.append(op)


def make_plan(inventory: Inventory, request: Add) -> Plan:
    """The plan for a request. Raises Refusal, with the way out, where there is none."""
    after, before = (_find_cell(inventory, key) for key in (request.after, request.before))
    draft = _Draft(
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


def _plan_widget(draft: _Draft, wanted: Wanted) -> None:
    item, request, mo = wanted.item, draft.request, draft.inventory.mo
    arguments = _arguments(wanted)
    traits = _wired_traits(wanted)
    class_name, definition, key = _definition(draft, item)
    name, wired = _object_name(draft, wanted, traits)
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


def _arguments(wanted: Wanted) -> dict[str, str]:
    """Python expressions by trait, in the item's order.

    Where nothing is given the item's example stands in, so that a new widget shows something;
    where no data is given, the data of the example does.
    """
    item = wanted.item
    given = {**wanted.arguments, **wanted.expressions}
    for trait in given:
        _known(item, trait)
    data = item.by_role("data")
    example = {} if any(trait in given for trait in data) else item.example
    stands_in = data if given else list(item.traits)
    arguments: dict[str, str] = {}
    for trait in item.traits:
        if trait in wanted.expressions:
            try:
                arguments[trait] = cells.expression(wanted.expressions[trait])
            except (SyntaxError, ValueError) as error:
                raise Refusal(
                    "bad-value",
                    f"The expression for {item.name}'s {trait} is not Python: {error}.",
                    found=wanted.expressions[trait],
                    expected="one Python expression",
                    details={"trait": trait, "value": wanted.expressions[trait]},
                ) from error
        elif trait in wanted.arguments:
            arguments[trait] = _literal(item, trait, wanted.arguments[trait])
        elif trait in stands_in and trait in example:
            arguments[trait] = cells.expression(example[trait])
    return arguments


def _literal(item: Item, trait: str, value: object) -> str:
    try:
        return literal(value, item.traits[trait].get("type"))
    except (TypeError, ValueError, AttributeError) as error:
        raise Refusal(
            "bad-value",
            f"{item.name}'s {trait} does not take this value: {error}.",
            found=repr(value),
            expected=str(item.traits[trait].get("doc", "")),
            details={"trait": trait, "value": value},
        ) from error


def _wired_traits(wanted: Wanted) -> list[str]:
    if wanted.wire is None:
        return wanted.item.wired()
    for trait in wanted.wire:
        _known(wanted.item, trait)
    return list(wanted.wire)


def _known(item: Item, trait: str) -> None:
    if trait not in item.traits:
        raise Refusal(
            "unknown-trait",
            f"{item.name} has no trait {trait!r}.",
            found=trait,
            expected=f"one of {', '.join(item.traits)}",
            cure=f"See `inlay view {item.name}`.",
            details={"trait": trait, "traits": list(item.traits)},
        )


def _definition(draft: _Draft, item: Item) -> tuple[str, str, str]:
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
    draft.warnings += _kept(item, widget)
    return widget.class_name, cell.code, key


def _kept(item: Item, widget: Widget) -> list[str]:
    warnings = []
    if widget.state == "edited":
        warnings.append(
            f"definition-edited: the code of {item.name} in cell {widget.cell} was edited here; "
            "it is kept and used."
        )
    if widget.version != item.version:
        warnings.append(
            f"version-differs: cell {widget.cell} holds {item.name} {widget.version}; it is kept "
            f"and used, not {item.version}."
        )
    return warnings


def _taken(draft: _Draft, name: str, op: Op) -> Refusal:
    holder = draft.taken[name]
    return Refusal(
        "name-taken",
        f"The name {name}, which the {op.role} cell of {op.name} defines, is taken.",
        found=f"{name} is defined in {_where(draft, holder)}",
        expected="a notebook that does not define this name",
        cure=f"Rename {name} in that cell, then try again.",
        details={"name": name, "cell": holder},
    )


def _object_name(
    draft: _Draft, wanted: Wanted, traits: Sequence[str]
) -> tuple[str, tuple[Wire, ...]]:
    name = wanted.name or wanted.item.object_name
    if not name.isidentifier() or keyword.iskeyword(name) or name.startswith("_"):
        raise Refusal(
            "bad-request",
            f"{name!r} cannot be the name of an object.",
            found=repr(name),
            expected="a Python identifier that is no keyword and does not start with _",
        )
    clash = _clash(draft, name, traits)
    if clash is not None:
        free = _free_object_name(draft, name, traits)
        if not draft.request.auto_name:
            holder = draft.taken.get(clash)
            found = (
                f"{clash} is defined in {_where(draft, holder)}" if holder else "a name of Python"
            )
            raise Refusal(
                "name-taken",
                f"The name {clash} is taken.",
                found=found,
                expected="a name that no cell defines",
                cure=f"Use a free name: --as {free}, or --auto-name.",
                details={"name": clash, "cell": holder, "free_name": free},
            )
        name = free
    return name, cells.wires(name, traits)


def _names(name: str, traits: Sequence[str]) -> list[str]:
    wired = cells.wires(name, traits)
    return [name, *(each for wire in wired for each in (wire.getter, wire.setter))]


def _clash(draft: _Draft, name: str, traits: Sequence[str]) -> str | None:
    taken = draft.taken.keys() | BUILTIN_NAMES
    return next((each for each in _names(name, traits) if each in taken), None)


def _free_object_name(draft: _Draft, name: str, traits: Sequence[str]) -> str:
    tried: set[str] = {name}
    while True:
        free = cells.free_name(name, tried)
        if _clash(draft, free, traits) is None:
            return free
        tried.add(free)


def _reader(draft: _Draft, wanted: Wanted, name: str, wired: tuple[Wire, ...]) -> str | None:
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


def _where(draft: _Draft, holder: str | None) -> str:
    cell = draft.inventory.cell(holder or "")
    if cell is None:
        return "this same request"
    return f"cell {cell.id} ({cell.first_line})" if cell.first_line else f"cell {cell.id}"
