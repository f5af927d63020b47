"""The plan: what would be done, and every refusal, without a notebook."""

from __future__ import annotations

from typing import Any

import pytest
from inlay.inventory import read_marker
from inlay.notebook import Cell, Inventory, Widget
from inlay.plan import make_plan
from inlay.refusal import Refusal
from inlay.request import read_add
from inlay.steps import Plan

from item import DEFINITION, dial

MO = Cell("mo", "import marimo as mo", status="idle", defs=frozenset({"mo"}))


def notebook(*cells: Cell, widgets: tuple[Widget, ...] = (), mo: str | None = "mo") -> Inventory:
    return Inventory("0.25.2", "a.py", (MO, *cells), widgets, mo)


def plan(inventory: Inventory, *wanted: dict[str, Any], **options: Any) -> Plan:
    items = list(wanted) or [{}]
    return make_plan(
        inventory, read_add({"items": [{"item": dial()} | each for each in items], **options})
    )


def refusal(inventory: Inventory, *wanted: dict[str, Any], **options: Any) -> Refusal:
    with pytest.raises(Refusal) as caught:
        plan(inventory, *wanted, **options)
    return caught.value


def kinds(made: Plan) -> list[tuple[str, str]]:
    return [(op.kind, op.role) for op in made.ops]


def definition_cell(code: str | None = None, version: str = "0.1.0", status: str = "idle") -> Cell:
    code = code or dial(version=version)["cells"]["definition"]
    return Cell(
        "def", code, status=status, hidden=True, defs=frozenset({"Dial"}), marker=read_marker(code)
    )


def owned(version: str = "0.1.0", state: str = "unchanged") -> tuple[Widget, ...]:
    return (Widget("dial", version, "Dial", "def", state, "0" * 16),)


def test_a_new_widget_gets_a_hidden_definition_and_a_hidden_instance() -> None:
    made = plan(notebook())
    assert kinds(made) == [("create", "definition"), ("create", "instance")]
    assert [op.hidden for op in made.ops] == [True, True]


def test_the_code_of_the_instance_alone_is_shown_when_asked() -> None:
    assert [op.hidden for op in plan(notebook(), show_code=True).ops] == [True, False]


def test_a_reader_is_a_cell_with_its_code_in_sight() -> None:
    made = plan(notebook(), {"reader": True})
    assert (made.ops[-1].role, made.ops[-1].hidden, made.ops[-1].code) == (
        "reader",
        False,
        "reading = get_dial()",
    )


def test_the_example_fills_in_the_data_when_no_data_is_given() -> None:
    assert "data=[1.0, 2.0, 3.0]" in plan(notebook()).ops[-1].code
    assert "data=[]" in plan(notebook(), {"arguments": {"data": []}}).ops[-1].code
    assert "data=x" in plan(notebook(), {"expressions": {"data": "x"}}).ops[-1].code


def test_arguments_stand_in_the_order_of_the_item() -> None:
    made = plan(
        notebook(), {"arguments": {"angle": 5, "value": 1.5}, "expressions": {"label": "'a'"}}
    )
    assert made.ops[-1].code.startswith("dial = Dial(value=1.5, label='a', data=[1.0")


def test_the_values_are_wired_unless_told() -> None:
    assert [wire.trait for wire in plan(notebook()).objects[0].wired] == ["value"]
    assert plan(notebook(), {"wire": []}).objects[0].wired == ()
    made = plan(notebook(), {"wire": ["angle", "value"]})
    assert [wire.getter for wire in made.objects[0].wired] == ["get_dial_angle", "get_dial_value"]


def test_the_same_widget_twice_keeps_one_definition() -> None:
    made = plan(notebook(definition_cell(), widgets=owned()), {"as": "other"})
    assert kinds(made) == [("keep", "definition"), ("create", "instance")]
    made = plan(notebook(), {}, {"as": "other"})
    assert [role for _, role in kinds(made)] == ["definition", "instance", "instance"]
    assert made.objects[0].definition == made.objects[1].definition


def test_an_edited_definition_is_kept_with_a_warning() -> None:
    edited = definition_cell().code + "    extra = 1\n"
    made = plan(notebook(definition_cell(edited), widgets=owned(state="edited")))
    assert kinds(made)[0] == ("keep", "definition")
    assert made.warnings[0].startswith("definition-edited")
    assert made.trials[0].definition == edited


def test_another_version_is_kept_with_a_warning() -> None:
    made = plan(notebook(definition_cell(version="0.0.9"), widgets=owned("0.0.9")))
    assert kinds(made)[0] == ("keep", "definition")
    assert "0.0.9" in made.warnings[0]
    assert made.warnings[0].startswith("version-differs")
    assert made.warnings[0].endswith("inlay update dial")


def test_another_build_of_the_same_version_is_kept_with_a_warning() -> None:
    item = dial(DEFINITION + "    more = 1\n")
    made = plan(notebook(definition_cell(), widgets=owned()), {"item": item})
    assert kinds(made)[0] == ("keep", "definition")
    assert "another build" in made.warnings[0]


def test_a_definition_that_has_not_run_is_run() -> None:
    made = plan(notebook(definition_cell(status="stale"), widgets=owned()))
    assert kinds(made) == [("keep", "definition"), ("run", "definition"), ("create", "instance")]


def test_the_cells_that_an_expression_reads_are_run_when_they_have_not() -> None:
    frame = Cell("df", "df = 1", status="stale", defs=frozenset({"df"}))
    made = plan(notebook(frame), {"expressions": {"data": "[df, df]"}})
    assert [op.cell for op in made.ops if op.kind == "run"] == ["df"]


def test_a_notebook_without_marimo_gets_a_private_one() -> None:
    assert "import marimo as _mo" in plan(Inventory("0.25.2", None, ())).ops[-1].code


def test_a_datetime_brings_its_import() -> None:
    item = dial()
    item["traits"][1]["type"] = {"kind": "datetime"}
    made = plan(notebook(), {"item": item, "arguments": {"label": "2024-01-01T00:00:00Z"}})
    assert made.ops[-1].code.startswith("import datetime as _datetime\n\ndial = Dial(")


@pytest.mark.parametrize("name", ["dial", "get_dial", "set_dial"])
def test_a_taken_name_is_refused_with_its_cell_and_a_free_name(name: str) -> None:
    holder = Cell("holder", f"{name} = 1", defs=frozenset({name, "dial_2"}))
    error = refusal(notebook(holder))
    assert error.code == "name-taken"
    assert error.details == {"name": name, "cell": "holder", "free_name": "dial_3"}
    assert "holder" in str(error.found)
    assert "--as dial_3" in str(error.cure)


def test_a_free_name_is_taken_when_asked() -> None:
    holder = Cell("holder", "dial = 1", defs=frozenset({"dial"}))
    made = plan(notebook(holder), {}, {}, auto_name=True)
    assert [each.object for each in made.objects] == ["dial_2", "dial_3"]


def test_two_objects_of_one_request_cannot_share_a_name() -> None:
    assert refusal(notebook(), {}, {}).code == "name-taken"


def test_a_name_of_python_is_refused() -> None:
    error = refusal(notebook(), {"as": "list"})
    assert (error.code, error.details and error.details["free_name"]) == ("name-taken", "list_2")


def test_a_taken_class_name_is_refused_with_its_cell() -> None:
    error = refusal(notebook(Cell("holder", "Dial = 1", defs=frozenset({"Dial"}))))
    assert error.code == "name-taken"
    assert error.details == {"name": "Dial", "cell": "holder"}


@pytest.mark.parametrize("name", ["class", "2a", "a b", "_hidden", "a.b"])
def test_what_cannot_be_a_name_is_refused(name: str) -> None:
    assert refusal(notebook(), {"as": name}).code == "bad-request"


@pytest.mark.parametrize(
    "wanted", [{"arguments": {"colour": 1}}, {"expressions": {"colour": "1"}}, {"wire": ["colour"]}]
)
def test_an_unknown_trait_is_refused_with_those_there_are(wanted: dict[str, Any]) -> None:
    error = refusal(notebook(), wanted)
    assert error.code == "unknown-trait"
    assert error.expected == "one of value, label, data, angle"


def test_an_expression_that_is_not_python_is_refused() -> None:
    error = refusal(notebook(), {"expressions": {"data": "[1,"}})
    assert (error.code, error.details) == ("bad-value", {"trait": "data", "value": "[1,"})


@pytest.mark.parametrize("place", [{"after": "nowhere"}, {"before": "nowhere"}])
def test_a_place_that_is_not_there_is_refused(place: dict[str, str]) -> None:
    assert refusal(notebook(), place=place).code == "cell-not-found"


@pytest.mark.parametrize(
    "request_json",
    [
        None,
        {},
        {"items": []},
        {"items": [{}]},
        {"items": [{"item": {"schema": 2}}]},
        {"items": [{"item": dial()}], "place": {"after": "a", "before": "b"}},
        {"items": [{"item": dial(), "wire": "value"}]},
        {"items": [{"item": dial(), "arguments": [1]}]},
    ],
)
def test_a_request_of_another_form_is_refused(request_json: Any) -> None:
    with pytest.raises(Refusal) as caught:
        read_add(request_json)
    assert caught.value.code == "bad-request"


EMPTY = [Cell(f"empty{number}", " \n" * number) for number in range(3)]
FULL = [Cell(f"full{number}", f"x{number} = 1") for number in range(3)]


@pytest.mark.parametrize(
    ("cells", "place", "reused"),
    [
        ([FULL[0], EMPTY[0]], {}, ["empty0"]),
        ([FULL[0], EMPTY[0], EMPTY[1]], {}, ["empty0", "empty1"]),
        ([FULL[0], EMPTY[0], EMPTY[1], EMPTY[2]], {}, ["empty0", "empty1"]),
        ([EMPTY[0], FULL[0]], {}, []),
        ([FULL[0], EMPTY[0], FULL[1]], {"after": "full0"}, ["empty0"]),
        ([FULL[0], EMPTY[0], FULL[1]], {"before": "full1"}, ["empty0"]),
        ([FULL[0], FULL[1], EMPTY[0]], {"after": "full0"}, []),
        ([Cell("off", "", disabled=True)], {}, []),
    ],
)
def test_the_empty_cells_that_stand_at_the_place_are_used(
    cells: list[Cell], place: dict[str, str], reused: list[str]
) -> None:
    made = plan(notebook(*cells), place=place)
    assert [op.cell for op in made.ops if op.kind == "reuse"] == reused


def test_a_marker_says_whether_the_code_is_as_it_was() -> None:
    code = dial()["cells"]["definition"]
    for text, state in (
        (code, "unchanged"),
        (code + "x = 1", "edited"),
        (code + "x = (", "edited"),
    ):
        marker = read_marker(text)
        assert marker is not None
        assert (marker.name, marker.version, marker.state) == ("dial", "0.1.0", state)
    assert read_marker(DEFINITION) is None
