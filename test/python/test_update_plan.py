"""What an update decides, without a kernel."""

from __future__ import annotations

import ast
import json
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inlay import cells
from inlay.carry import Value, from_json, to_json
from inlay.definition import read_definition
from inlay.inventory import class_of, read_marker
from inlay.notebook import Cell, Inventory, Widget, WidgetObject
from inlay.refusal import Refusal
from inlay.removal import digest
from inlay.request import read_item
from inlay.update.plan import Update, Wanted, make_update
from inlay.update.rewire import rewired

from item import DEFINITION, dial

NEXT = DEFINITION.replace("export default {", "/* next */ export default {")


def notebook(status: str = "idle", **extra: str) -> Inventory:
    """A dial, its object, and other cells by id; every cell has this status."""
    codes = {
        "def": dial()["cells"]["definition"].rstrip("\n"),
        "ins": cells.instance("d", "Dial", {"label": "'x'"}, cells.wires("d", ["value"]), "mo"),
        **extra,
    }
    every = tuple(
        Cell(
            id=key,
            code=code,
            status=status,
            defs=frozenset(cells.defined_names(code)),
            refs=frozenset(cells.read_names(code)) - frozenset(cells.defined_names(code)),
            marker=read_marker(code),
        )
        for key, code in codes.items()
    )
    objects = (WidgetObject("d", "ins", cells.wires("d", ["value"]), (), ""),)
    widget = Widget("dial", "0.1.0", class_of(every[0]), "def", "unchanged", "", objects)
    return Inventory("0", None, every, (widget,))


def plan(
    inventory: Inventory,
    item: dict[str, Any],
    *,
    live: tuple[str, ...] = ("Dial", "d"),
    swappable: bool = True,
    code: str | None = None,
    expect: str | None = None,
) -> Update:
    cell = inventory.cells[0]
    wanted = Wanted(
        "def",
        expect or digest(cell.code),
        item["cells"]["definition"].rstrip("\n") if code is None else code,
        read_item(item),
    )
    return make_update(inventory, wanted, live, lambda: swappable)


def kinds(update: Update) -> list[str]:
    return [op.kind for op in update.ops]


def test_a_front_end_alone_is_a_swap_where_the_page_follows_and_a_run_where_not() -> None:
    item = dial(NEXT, version="0.2.0")
    assert kinds(plan(notebook(), item)) == ["swap"]
    assert kinds(plan(notebook(), item, swappable=False)) == ["edit", "run"]
    assert kinds(plan(notebook(), dial())) == ["keep"]
    assert kinds(plan(notebook(), dial(NEXT.replace("Int(30)", "Int(3)")))) == ["edit", "run"]


def test_styles_and_comments_are_no_python() -> None:
    styled = NEXT.replace("    _esm = ", "    _css = 'b {}'\n    _esm = ")
    update = plan(notebook(), dial(styled))
    assert kinds(update) == ["swap"]
    assert update.front_end is not None
    assert update.front_end.css == "b {}"
    assert kinds(plan(notebook(), dial(), code=dial()["cells"]["definition"] + "# note")) == [
        "swap"
    ]


def test_a_front_end_that_is_no_plain_text_is_never_swapped() -> None:
    computed = NEXT.replace('    _esm = """', '    _esm = "" + """')
    assert kinds(plan(notebook(), dial(computed))) == ["edit", "run"]
    twice = NEXT.replace("    _esm = ", "    _esm = 'a'\n    _esm = ")
    assert kinds(plan(notebook(), dial(twice))) == ["edit", "run"]


def test_what_never_ran_is_written_and_not_run() -> None:
    update = plan(notebook("stale"), dial(NEXT), live=())
    assert kinds(update) == ["edit"]
    assert not update.running
    only_class = plan(notebook("stale"), dial(NEXT), live=("Dial",), swappable=False)
    assert (kinds(only_class), only_class.running) == (["edit"], {"def"})


def test_changed_cells_classes_and_broken_code_are_refused() -> None:
    for options, code in (
        ({"expect": digest("other")}, "changed-meanwhile"),
        ({"code": "class Knob:\n    _esm = ''"}, "class-differs"),
        ({"code": "class ("}, "trial-failed"),
    ):
        with pytest.raises(Refusal) as refusal:
            plan(notebook(), dial(), **options)  # type: ignore[arg-type]
        assert refusal.value.code == code
    with pytest.raises(Refusal) as refusal:
        make_update(notebook(), Wanted("x", "", "", read_item(dial())), (), lambda: True)
    assert refusal.value.code == "cell-not-found"


def test_readers_of_names_that_go_are_named_and_the_persons_cells_are_left() -> None:
    inventory = notebook(
        a="one = get_d()", b="two = d.value", c="three = d.label", e="four = other.value"
    )
    code = DEFINITION.replace("    value = ", "    amount = ")
    item = dial(code)
    item["traits"][0] |= {"name": "amount", "was": "value"}
    update = plan(inventory, item)
    assert [(each.trait, each.renamed_to) for each in update.dropped] == [("value", "amount")]
    assert (update.dropped[0].readers, update.dropped[0].breaks) == (("a", "b"), ("b",))
    assert kinds(update) == ["edit", "edit"]
    assert update.instances[0].code == cells.instance(
        "d", "Dial", {"label": "'x'"}, cells.wires("d", ["value"]), "mo"
    ).replace("d.value", "d.amount").replace('"value"', '"amount"')
    mine = notebook(ins="d = Dial()\nprint(d.value)")
    update = plan(mine, item)
    assert kinds(update) == ["edit", "run"]
    assert update.dropped[0].breaks == ("ins",)


def test_a_definition_names_its_traits_whatever_else_it_holds() -> None:
    definition = read_definition("import x as _x\nclass _Hidden:\n    _esm = ''\n" + DEFINITION)
    assert definition.class_name == "Dial"
    assert definition.traits == ("value", "label", "data", "angle")
    assert read_definition("x = 1").class_name is None


names = st.sampled_from(["alpha", "beta", "gamma", "delta"])
sources = st.sampled_from(
    ["1", "[1, 2]", "'a,b'", "frame['x']", "f(\n    1,\n    2,\n)", '"""a\nb"""']
)


@given(
    st.dictionaries(names, sources, max_size=4),
    st.lists(names, unique=True, max_size=3),
    st.dictionaries(names, st.sampled_from([None, "new_one"]), max_size=2),
)
def test_a_rewired_cell_means_the_same_by_other_names(
    arguments: dict[str, str], wired: list[str], now: dict[str, str | None]
) -> None:
    if list(now.values()).count("new_one") > 1:
        return
    wires = cells.wires("obj", wired)
    code = cells.instance("obj", "Dial", arguments, wires, "mo")
    assert rewired(code, {"obj": "Dial"}, {}) == code
    new = rewired(code, {"obj": "Dial"}, now)
    assert new is not None
    left = tuple(
        type(wire)(str(now.get(wire.trait, wire.trait)), wire.getter, wire.setter)
        for wire in wires
        if now.get(wire.trait, wire.trait) is not None
    )
    given_now = {
        str(now.get(key, key)): value
        for key, value in arguments.items()
        if now.get(key, key) is not None
    }
    expected = cells.instance("obj", "Dial", given_now, left, "mo")
    assert ast.dump(ast.parse(new)) == ast.dump(ast.parse(expected))
    assert rewired(f"{code}\n# mine", {"obj": "Dial"}, now) is None


wires_of_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text()
    | st.binary(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(wires_of_values)
def test_values_survive_a_way_through_json(wire: Any) -> None:
    text = json.dumps(to_json({"x": Value(wire)}), allow_nan=False)
    assert from_json(json.loads(text))["x"].wire == wire


def test_values_that_json_does_not_know_are_kept_or_left_out() -> None:
    kept = from_json(json.loads(json.dumps(to_json({"x": Value(math.nan), "y": Value(object())}))))
    assert math.isnan(kept["x"].wire)
    assert "y" not in kept
