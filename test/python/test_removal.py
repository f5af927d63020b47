"""The plan of a removal: what goes, what would break, and every refusal, without a notebook."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from inlay.cells import instance, reader, wires
from inlay.inventory import read_marker
from inlay.notebook import Cell, Inventory, Widget, WidgetObject
from inlay.ours import foreign_lines, is_example, without_wiring
from inlay.refusal import Refusal
from inlay.removal import Removal, Remove, digest, make_removal

from item import dial

CODE = dial()["cells"]["definition"]


def definition(code: str = CODE, key: str = "def") -> Cell:
    return Cell(
        key, code, status="idle", defs=frozenset({"Dial"}), marker=read_marker(code), hidden=True
    )


def object_cell(name: str, code: str | None = None, traits: Sequence[str] = ("value",)) -> Cell:
    code = code or instance(name, "Dial", {"angle": "3"}, wires(name, traits), "mo")
    defs = {name} | {each for wire in wires(name, traits) for each in (wire.getter, wire.setter)}
    return Cell(name, code, status="idle", defs=frozenset(defs), refs=frozenset({"Dial", "mo"}))


def cell(key: str, code: str, refs: str = "", defs: str = "") -> Cell:
    return Cell(
        key, code, status="idle", refs=frozenset(refs.split()), defs=frozenset(defs.split())
    )


def notebook(*cells: Cell, objects: Sequence[str] = (), state: str | None = None) -> Inventory:
    marked = [each for each in cells if each.marker]
    every = tuple(
        WidgetObject(
            name,
            name,
            wires(name, ["value"]),
            tuple(each.id for each in cells if f"get_{name}" in each.refs),
            "",
        )
        for name in objects
    )
    widgets = tuple(
        Widget("dial", "0.1.0", "Dial", each.id, state or each.marker.state, "0" * 16, every)
        for each in marked
        if each.marker
    )
    return Inventory("0.25.2", "a.py", cells, widgets, "mo")


def plan(inventory: Inventory, *names: str, **options: object) -> Removal:
    return make_removal(inventory, Remove(names, **options))  # type: ignore[arg-type]


def refusal(inventory: Inventory, *names: str, **options: object) -> Refusal:
    with pytest.raises(Refusal) as caught:
        plan(inventory, *names, **options)
    return caught.value


def gone(made: Removal) -> list[tuple[str, str]]:
    return [(each.role, each.cell.id) for each in made.deletions]


def test_the_definition_goes_with_its_last_instance_and_not_before() -> None:
    two = notebook(definition(), object_cell("a"), object_cell("b"), objects=("a", "b"))
    assert gone(plan(two, "a")) == [("instance", "a")]
    assert gone(plan(two, "b", "a")) == [
        ("definition", "def"),
        ("instance", "a"),
        ("instance", "b"),
    ]


def test_a_widget_goes_with_all_of_its_objects_by_its_name_or_its_class() -> None:
    two = notebook(definition(), object_cell("a"), object_cell("b"), objects=("a", "b"))
    for name in ("dial", "Dial"):
        assert [each for _, each in gone(plan(two, name))] == ["def", "a", "b"]


def test_a_definition_without_an_object_goes_by_its_name() -> None:
    assert gone(plan(notebook(definition()), "dial")) == [("definition", "def")]


def test_a_definition_that_another_cell_uses_stays() -> None:
    other = cell("mine", "dials = [Dial() for _ in range(3)]", "Dial", "dials")
    found = notebook(definition(), object_cell("a"), other, objects=("a",))
    assert gone(plan(found, "a")) == [("instance", "a")]
    made = plan(found, "dial")
    assert [each for _, each in gone(made)] == ["def", "a"]
    assert [each.cell.id for each in made.readers] == ["mine"]


def test_an_object_is_meant_where_a_widget_has_the_same_name() -> None:
    cells = (definition(), object_cell("dial"), object_cell("other"))
    made = plan(notebook(*cells, objects=("dial", "other")), "dial")
    assert gone(made) == [("instance", "dial")]
    assert made.warnings[0].startswith("object-meant: ")


def test_readers_are_shown_with_the_lines_that_use_what_goes_and_those_that_follow_them() -> None:
    mine = cell("mine", "low = 1\nhigh = get_a() * 2\n_ = a.angle", "get_a a", "low high")
    after = cell("after", "high + 1", "high")
    made = plan(notebook(definition(), object_cell("a"), mine, after, objects=("a",)), "a")
    assert made.readers[0].names == ("a", "get_a")
    assert made.readers[0].lines == ((2, "high = get_a() * 2"), (3, "_ = a.angle"))
    assert made.downstream == ("after",)


def test_a_reader_goes_too_while_it_is_still_what_add_wrote() -> None:
    template = 'low, high = {get}()\n{mo}.md(f"{low} of {object}")'
    written = reader(template, "a", wires("a", ["value"]), "value", {"low"}, "mo")
    assert "low_2, high = get_a()" in written
    for code, goes in ((written, True), (written + "\n# note", False), ("x = get_a()", False)):
        read = cell("read", code, "get_a a mo", "low_2 high")
        made = plan(
            notebook(definition(), object_cell("a"), read, objects=("a",)),
            "a",
            readers={"dial": template},
        )
        assert (("reader", "read") in gone(made)) == goes
        assert [each.cell.id for each in made.readers] == ([] if goes else ["read"])


@pytest.mark.parametrize(
    "line",
    ["# a note", "x = 1", "print(a)", "mo.hstack([a, a])", "a.angle = 4", "import numpy as np"],
)
def test_a_line_of_a_persons_keeps_its_cell_until_it_may_be_overwritten(line: str) -> None:
    code = object_cell("a").code
    edited = object_cell("a", f"{code}\n{line}")
    found = notebook(definition(), edited, objects=("a",))
    refused = refusal(found, "a")
    assert refused.code == "edited-here"
    assert refused.details is not None
    assert refused.details["edited"][0]["lines"] == [line]
    assert line in str(refused.found)
    assert [each for _, each in gone(plan(found, "a", overwrite=True))] == ["def", "a"]


def test_an_edited_definition_keeps_even_its_last_object() -> None:
    edited = definition(CODE.replace("Float(0.0)", "Float(1.0)"))
    refused = refusal(notebook(edited, object_cell("a"), objects=("a",)), "a")
    assert refused.details is not None
    assert refused.details["edited"][0]["base_needed"] is True
    assert "inlay diff dial" in str(refused.found)


def test_a_comment_in_a_definition_is_a_persons_where_the_installed_one_is_known() -> None:
    noted = definition(CODE.replace("    data =", "    # mine\n    data ="))
    assert noted.marker is not None
    found = notebook(noted, objects=())
    assert gone(plan(found, "dial")) == [("definition", "def")]
    refused = refusal(found, "dial", comments={noted.marker.fingerprint: []})
    assert refused.details is not None
    assert refused.details["edited"][0]["lines"] == ["# mine"]
    known = {noted.marker.fingerprint: ["  # mine"]}
    assert gone(plan(found, "dial", comments=known)) == [("definition", "def")]


def test_what_add_writes_is_never_taken_for_a_persons() -> None:
    for traits in ([], ["value"], ["value", "label"], ["a_trait_with_a_really_long_name_" * 2]):
        for mo in ("mo", "marimo", None):
            code = instance(
                "price",
                "Dial",
                {"x": "f(1)"},
                wires("price", traits),
                mo,
                ["import datetime as _datetime"],
            )
            assert foreign_lines(code, {"price": "Dial"}) == []
            bare = instance(
                "price", "Dial", {"x": "f(1)"}, (), mo, ["import datetime as _datetime"]
            )
            assert without_wiring(code, "price").split() == bare.split()


def test_a_cell_that_does_not_parse_is_a_persons() -> None:
    assert foreign_lines("a = = 1", {"a": "Dial"}) == ["a = = 1"]
    assert not is_example("a = = 1", "x = {get}()", "a", wires("a", ["value"]))


def test_a_removal_that_was_agreed_to_is_that_one_only() -> None:
    found = notebook(definition(), object_cell("a"), objects=("a",))
    agreed = {each.cell.id: digest(each.cell.code) for each in plan(found, "a").deletions}
    assert plan(found, "a", expect=agreed).objects == ("a",)
    assert refusal(found, "a", expect={**agreed, "a": ""}).code == "changed-meanwhile"
    assert refusal(found, "a", expect={"a": agreed["a"]}).code == "changed-meanwhile"


def test_an_unknown_name_gets_the_nearest() -> None:
    refused = refusal(notebook(definition(), object_cell("price"), objects=("price",)), "prize")
    assert refused.code == "unknown-name"
    assert "Did you mean price?" in refused.message
