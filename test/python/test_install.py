"""Installs into a real kernel."""

from __future__ import annotations

import json

from conftest import Open
from item import dial
from server import Notebook

MODELS = (
    "__import__('json').dumps([len(__import__('ipywidgets').widgets.widget._instances),"
    "len(__import__('marimo._plugins.ui._impl.anywidget.init', fromlist=['x'])"
    ".WIDGET_COMM_MANAGER.comms)])"
)


def roles(report: dict[str, object]) -> list[tuple[str, str]]:
    assert report["ok"], report
    return [(each["op"], each["role"]) for each in report["ops"]]  # type: ignore[attr-defined]


def test_a_widget_is_installed_and_drives_its_reader(open_notebook: Open) -> None:
    opened = open_notebook("x = 1")
    report = opened.add({"item": dial(), "reader": True, "arguments": {"value": 2.5}})
    assert [op for op in roles(report) if op[0] != "run"] == [
        ("create", "definition"),
        ("create", "instance"),
        ("create", "reader"),
    ]
    assert (report["stdout"], report["stderr"]) == ("", "")
    assert opened.value("reading") == "2.5"
    opened.execute("dial.value = 7.0")
    assert opened.value("reading") == "7.0"

    widget = opened.inventory()["widgets"][0]
    made = report["objects"][0]
    assert (widget["name"], widget["state"], widget["cell"]) == (
        "dial",
        "unchanged",
        made["definition_cell"],
    )
    assert widget["objects"] == [
        {
            "object": "dial",
            "cell": made["instance_cell"],
            "wired": [{"trait": "value", "getter": "get_dial", "setter": "set_dial"}],
            "readers": [made["reader_cell"]],
            "front": "",
        }
    ]
    cells = {each["id"]: each for each in opened.inventory()["cells"]}
    hidden = [
        cells[made[f"{role}_cell"]]["hidden"] for role in ("definition", "instance", "reader")
    ]
    assert hidden == [True, True, False]
    assert {
        cells[made[f"{role}_cell"]]["status"] for role in ("definition", "instance", "reader")
    } == {"idle"}

    again = opened.add({"item": dial(), "as": "other", "reader": True})
    assert roles(again) == [("keep", "definition"), ("create", "instance"), ("create", "reader")]
    assert [each["object"] for each in opened.inventory()["widgets"][0]["objects"]] == [
        "dial",
        "other",
    ]
    assert opened.value("(reading, reading_2)") == "(7.0, 0.0)"


def test_more_than_one_wired_trait_and_none(open_notebook: Open) -> None:
    opened = open_notebook(mo=False)
    report = opened.add({"item": dial(values=("value", "label")), "arguments": {"label": "it's"}})
    assert report["objects"][0]["getters"] == {"value": "get_dial_value", "label": "get_dial_label"}
    assert opened.value("(get_dial_value(), get_dial_label())") == '(0.0, "it\'s")'
    assert opened.inventory()["mo"] is None
    assert opened.add({"item": dial(), "as": "still", "wire": []})["objects"][0]["getters"] == {}


def test_the_notebooks_own_name_for_marimo_is_used(open_notebook: Open) -> None:
    opened = open_notebook("import marimo", mo=False)
    opened.add({"item": dial()})
    assert "= marimo.state(dial.value)" in opened.codes()[-1]


def test_arguments_are_expressions_of_the_notebook(open_notebook: Open) -> None:
    opened = open_notebook("frame = [4.0, 5.0]")
    report = opened.add({"item": dial(), "expressions": {"data": "frame[1:]"}})
    assert report["ok"], report
    assert opened.value("dial.data") == "[5.0]"
    assert "data=frame[1:]" in opened.codes()[-1]


def test_an_empty_cell_is_used_and_none_is_left(open_notebook: Open) -> None:
    opened = open_notebook("x = 1", "")
    assert ("reuse", "definition") in roles(opened.add({"item": dial()}))
    codes = opened.codes()
    assert len(codes) == 4
    assert all(codes)


def test_cells_go_where_they_are_asked_to(open_notebook: Open) -> None:
    opened = open_notebook("x = 1", "y = 2")
    cells = {each["code_first_line"]: each["id"] for each in opened.inventory()["cells"]}
    assert opened.add({"item": dial()}, place={"after": cells["x = 1"]})["ok"]
    assert opened.add({"item": dial(), "as": "first"}, place={"before": cells["x = 1"]})["ok"]
    firsts = [each.split("\n")[0].split(" ")[0] for each in opened.codes()]
    assert firsts == ["import", "first", "x", "#", "dial", "y"]


def test_a_saved_and_reloaded_notebook_owns_its_widget_unchanged(open_notebook: Open) -> None:
    opened = open_notebook("x = 1")
    code = dial()["cells"]["definition"].replace(
        '"A dial."', '"""A dial.\n\n    Two lines.\n    """'
    )
    source = code.split("\n", 1)[1]
    report = opened.add({"item": dial(source), "reader": True})
    text = opened.saved(report, holding="reading = get_dial()")
    opened.close()
    again = Notebook(opened.server, opened.path.name)
    try:
        widget = again.inventory()["widgets"][0]
        assert (widget["state"], widget["objects"][0]["object"]) == ("unchanged", "dial")
        assert again.add({"item": dial(source), "as": "other"})["ok"], text
        assert again.value("get_other()") == "0.0"
    finally:
        again.close()


def test_a_dry_run_changes_nothing_and_says_what_would_be_done(open_notebook: Open) -> None:
    opened = open_notebook("x = 1", "")
    before = opened.codes()
    report = opened.add({"item": dial()}, dry_run=True)
    assert report["applied"] is False
    writes = [each for each in report["ops"] if each["op"] != "run"]
    assert [each["op"] for each in writes] == ["reuse", "create"]
    assert writes[0]["code"].startswith("# inlay: dial 0.1.0 ")
    assert (writes[1]["cell"], report["objects"][0]["instance_cell"]) == (None, None)
    assert opened.codes() == before
    assert opened.inventory()["widgets"] == []


def test_a_trial_leaves_nothing_behind_whether_it_works_or_not(open_notebook: Open) -> None:
    opened = open_notebook("x = 1")
    opened.add({"item": dial()})
    opened.add({"item": dial(), "as": "other"})
    before = opened.value(MODELS)
    names = opened.value("sorted(name for name in globals() if name[0] != '_')")
    assert not opened.add({"item": dial(), "as": "bad", "arguments": {"angle": 361}})["ok"]
    assert not opened.add({"item": dial(), "as": "bad", "expressions": {"data": "1 / 0"}})["ok"]
    assert opened.value(MODELS) == before
    # Two models a widget: its own, and its Layout's. A trial that leaked would show here.
    opened.add({"item": dial(), "as": "third"})
    then, now = (json.loads(each[1:-1]) for each in (before, opened.value(MODELS)))
    assert [now[0] - then[0], now[1] - then[1]] == [2, 2]
    assert opened.value("sorted(name for name in globals() if name[0] != '_')") != names
    assert opened.value("[name for name in __import__('sys').modules if 'inlay' in name]") == "[]"


def test_the_page_hears_of_the_instance_alone_and_not_of_the_trial(open_notebook: Open) -> None:
    opened = open_notebook("x = 1")
    opened.add({"item": dial()}, quiet=True)
    opened.drain().clear()
    opened.add({"item": dial(), "as": "other"}, quiet=True)
    text = json.dumps([each for each in opened.drain() if "model" in str(each.get("op"))])
    assert text.count('"open"') == 2
    assert text.count('"close"') == 0


def test_a_toast_tells_the_person_unless_quiet(open_notebook: Open) -> None:
    opened = open_notebook("x = 1")
    opened.add({"item": dial()}, quiet=True)
    assert not [each for each in opened.drain() if each["op"] == "alert"]
    opened.add({"item": dial(), "as": "other"})
    assert "other" in str([each for each in opened.drain() if each["op"] == "alert"])


def test_a_notebook_that_was_never_run_gets_what_it_needs_run(open_notebook: Open) -> None:
    opened = open_notebook("frame = [6.0]", "unrelated = 1")
    report = opened.add({"item": dial(), "expressions": {"data": "frame"}})
    assert report["ok"], report
    assert opened.value("dial.data") == "[6.0]"


def test_the_inventory_sees_names_of_cells_that_were_never_run(open_notebook: Open) -> None:
    report = open_notebook("dial = 1").add({"item": dial()})
    assert report["error"]["code"] == "name-taken"
    assert report["error"]["details"]["free_name"] == "dial_2"


def test_a_cell_that_does_not_parse_is_left_alone(open_notebook: Open) -> None:
    opened = open_notebook("x = 1", unparsable="x = = 1")
    report = opened.add({"item": dial()})
    assert report["ok"], report
    if "save" in report:
        assert report["save"] is None
        assert report["warnings"][-1].startswith("not-saved")
        assert "x = = 1" in opened.path.read_text()
    else:
        assert "x = = 1" in opened.saved(report, holding="dial = Dial(")


def test_what_follows_in_the_same_run_still_has_its_context(open_notebook: Open) -> None:
    opened = open_notebook("x = 1")
    program = opened.program(command="add", items=[{"item": dial()}])
    out, err, _ = opened.execute(
        f"{program}\nfrom marimo._runtime.context import get_context as _get\n"
        "print('cell', _get().execution_context.cell_id)"
    )
    assert "cell __scratch__" in out, err
