"""Reads and sets live values in a real kernel."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from inlay.values.jsonable import jsonable

from conftest import ROOT
from item import dial
from server import Notebook, Server, notebook

CELLS = (
    "import anywidget\nimport traitlets",
    """\
class Theirs(anywidget.AnyWidget):
    count = traitlets.Int(1).tag(sync=True)
    name = traitlets.Unicode("x").tag(sync=True)
    local = traitlets.Int(5)
    low = traitlets.Int(0).tag(sync=True)
    high = traitlets.Int(10).tag(sync=True)
    _esm = "export default { render() {} }"

    @traitlets.validate("low", "high")
    def _check(self, proposal):
        if self.low > self.high:
            raise ValueError("low is above high")
        return proposal["value"]
""",
    "theirs = Theirs()",
    "wrapped = mo.ui.anywidget(Theirs(count=2))",
    "heard = []",
    "theirs.observe(lambda change: heard.append((change.name, change.new)))",
    "wrapped_runs = [*globals().get('wrapped_runs', []), wrapped.count]",
    "slider = mo.ui.slider(1, 10, value=3)\nslider",
    "stepped = mo.ui.slider(steps=[1, 10, 100])",
    "between = mo.ui.range_slider(0, 10)",
    "pick = mo.ui.dropdown(['a', 'b'])",
    "many = mo.ui.multiselect({'one': 1, 'two': 2})",
    "when = mo.ui.date(start='2024-01-01', stop='2024-12-31', value='2024-05-01')",
    "flag = mo.ui.checkbox()",
    "both = mo.ui.dictionary({'n': mo.ui.number(0, 5), 't': mo.ui.text()})",
    "doubled = slider.value * 2",
    "told = doubled + 1",
    "odd = mo.ui.text_area()",
)


@pytest.fixture(scope="module")
def opened(server: Server) -> Iterator[Notebook]:
    """A notebook that these tests share: each leaves it as the next one needs it."""
    one = server.open("values.py", notebook(*CELLS))
    report = one.add({"item": dial(), "reader": True}, {"item": dial(), "as": "quiet", "wire": []})
    assert report["ok"], report
    one.run_all()
    yield one
    one.close()


def put(opened: Notebook, name: str, **values: Any) -> dict[str, Any]:
    return opened.run(command="set", object=name, values=values)


def get(opened: Notebook, name: str, trait: str | None = None, **options: Any) -> dict[str, Any]:
    return opened.run(command="get", object=name, trait=trait, **options)


def lines(opened: Notebook, keys: list[str]) -> list[str]:
    cells = {each["id"]: each["code_first_line"] for each in opened.inventory()["cells"]}
    return [cells[key] for key in keys]


def test_the_traits_of_ours_and_of_others_are_read(opened: Notebook) -> None:
    report = get(opened, "dial")
    assert (report["kind"], report["widget"]) == ("widget", {"name": "dial", "version": "0.1.0"})
    assert {key: each["value"] for key, each in report["values"].items()} == {
        "value": 0.0,
        "label": "",
        "data": [1.0, 2.0, 3.0],
        "angle": 30,
    }
    assert report["values"]["angle"]["type"] == "Int"
    theirs = get(opened, "theirs")
    assert (list(theirs["values"]), theirs["widget"]) == (["count", "name", "low", "high"], None)
    assert get(opened, "wrapped", "count")["values"]["count"]["value"] == 2
    assert get(opened, "dial", "_front")["values"]["_front"]["value"] == ""
    every = opened.run(command="get")["objects"]
    assert {each["object"] for each in every} >= {"dial", "quiet", "theirs", "slider", "both"}


def test_an_unknown_name_gets_the_nearest_right_one(opened: Notebook) -> None:
    assert "Did you mean slider?" in get(opened, "slidr")["error"]["message"]
    assert "Did you mean angle?" in get(opened, "dial", "angel")["error"]["message"]
    assert get(opened, "doubled")["error"]["found"] == "doubled, int"
    assert put(opened, "dial", angel=1)["error"]["code"] == "unknown-trait"
    assert put(opened, "slider", start=1)["error"]["code"] == "unknown-trait"
    assert opened.run(command="set", object="dial", values={})["error"]["code"] == "bad-request"


def test_a_set_runs_the_readers_before_it_reports(opened: Notebook) -> None:
    report = opened.execute(
        opened.program(command="set", object="dial", values={"value": 4.5})
        + "\nfrom marimo._runtime.context import get_context as _context\n"
        "print('seen', _context().globals['reading'])"
    )[0]
    assert "seen 4.5" in report
    report = put(opened, "dial", value=5.5)
    assert (report["before"], report["after"]) == ({"value": 4.5}, {"value": 5.5})
    assert lines(opened, report["ran"]) == ["reading = get_dial()"]
    assert opened.value("reading") == "5.5"
    assert put(opened, "quiet", value=1)["ran"] == []


def test_a_bad_value_changes_none_of_those_given_with_it(opened: Notebook) -> None:
    put(opened, "dial", value=1, angle=30)
    opened.execute("heard.clear()")
    before = get(opened, "dial")["values"]
    report = put(opened, "dial", value=2, label="new", angle=361)
    assert report["error"]["code"] == "bad-value"
    assert report["error"]["details"]["trait"] == "angle"
    assert "expected a whole number from 0 to 360" in report["error"]["message"]
    assert put(opened, "dial", label=3, value=9)["error"]["details"]["trait"] == "label"
    assert get(opened, "dial")["values"] == before
    assert opened.value("reading") == "1.0"
    # A check of theirs that raises anything is as atomic, and what fits only together is taken.
    assert put(opened, "theirs", count=7, low=11)["error"]["code"] == "bad-value"
    assert opened.value("(theirs.count, theirs.low, heard)") == "(1, 0, [])"
    assert put(opened, "theirs", low=11, high=12)["ok"]
    assert opened.value("heard") == "[('low', 11), ('high', 12)]"


def test_a_dry_run_says_what_would_be_taken_and_nothing_hears_of_it(opened: Notebook) -> None:
    put(opened, "dial", value=1)
    opened.drain().clear()
    report = opened.run(command="set", object="dial", values={"value": 8}, dry_run=True)
    assert (report["before"], report["after"]) == ({"value": 1.0}, {"value": 8.0})
    assert opened.value("(dial.value, reading)") == "(1.0, 1.0)"
    assert not [each for each in opened.drain() if "model" in str(each.get("op"))]
    bad = opened.run(command="set", object="dial", values={"angle": -1}, dry_run=True)
    assert bad["error"]["code"] == "bad-value"
    assert opened.run(command="set", object="slider", values={"value": 11}, dry_run=True)["error"]


def test_the_readers_of_a_wrapped_widget_run_as_after_a_gesture(opened: Notebook) -> None:
    report = put(opened, "wrapped", count=6)
    assert report["kind"] == "widget"
    assert lines(opened, report["ran"])[0].startswith("wrapped_runs")
    assert opened.value("(wrapped_runs[-1], wrapped.value['count'])") == "(6, 6)"


def test_an_element_takes_what_its_value_shows(opened: Notebook) -> None:
    report = put(opened, "slider", value=7)
    assert (report["kind"], report["before"], report["after"]) == ("ui", {"value": 3}, {"value": 7})
    assert lines(opened, report["ran"]) == ["doubled = slider.value * 2", "told = doubled + 1"]
    assert opened.value("told") == "15"
    for name, json_value, python in (
        ("stepped", 100, "100"),
        ("between", [2, 5], "[2, 5]"),
        ("pick", "b", "'b'"),
        ("pick", None, "None"),
        ("many", ["two"], "[2]"),
        ("many", [1], "[1]"),
        ("when", "2024-06-02", "datetime.date(2024, 6, 2)"),
        ("flag", True, "True"),
        ("both", {"n": 4, "t": "x"}, "{'n': 4, 't': 'x'}"),
        ("odd", "text", "'text'"),
    ):
        assert put(opened, name, value=json_value)["ok"], name
        assert opened.value(f"{name}.value") == python


def test_an_element_refuses_what_it_does_not_allow_and_says_what_it_does(opened: Notebook) -> None:
    for name, json_value, allowed in (
        ("slider", 11, "a number from 1 to 10"),
        ("slider", "7", "a number from 1 to 10"),
        ("stepped", 5, "one of 1, 10, 100"),
        ("between", [5, 2], "a list of two numbers"),
        ("pick", "c", 'one of "a", "b"'),
        ("many", "one", "a list of"),
        ("when", "2025-01-01", "from 2024-01-01 to 2024-12-31"),
        ("when", "soon", "ISO 8601"),
        ("flag", 1, "true or false"),
        ("both", {"n": 9}, "to 5"),
        ("both", {"z": 9}, "keys out of n, t"),
        ("odd", 3, "a text"),
    ):
        before = opened.value(f"{name}.value")
        error = put(opened, name, value=json_value)["error"]
        assert error["code"] == "bad-value", name
        assert allowed in error["expected"], (name, error)
        assert opened.value(f"{name}.value") == before


def test_an_open_page_is_told(opened: Notebook) -> None:
    opened.drain().clear()
    put(opened, "dial", label="for the page")
    assert "for the page" in json.dumps(opened.drain())
    opened.drain().clear()
    warnings = put(opened, "odd", value="for the page too")["warnings"]
    told = "marimo-ui-value-update" in json.dumps(opened.drain())
    assert told != bool(warnings and warnings[0].startswith("page-not-told"))


def test_a_built_widget_takes_numbers_and_binary_and_gives_them_back(opened: Notebook) -> None:
    item = json.loads((ROOT / "dist" / "items" / "scatter-select.json").read_text("utf-8"))
    assert opened.add({"item": item, "as": "points"})["ok"]
    opened.run(command="set", object="points", values={"x": [1, None, 3.5], "y": [1, 2, 3]})
    x = get(opened, "points", "x")["values"]["x"]
    assert x == {"value": [1.0, None, 3.5], "type": "Array float64"}
    opened.execute("points.x = range(1000)")
    assert get(opened, "points", "x")["values"]["x"]["value"] == {
        "dtype": "float64",
        "length": 1000,
    }
    assert len(get(opened, "points", "x", full=True)["values"]["x"]["value"]) == 1000
    opened.execute("points.x = points.y = [1.0, 2.0, 3.0, 4.0]")
    report = put(opened, "points", selected="AQAAAAMAAAA=")
    assert report["after"] == {"selected": [1, 3]}
    assert put(opened, "points", tool="brush")["error"]["code"] == "bad-value"


def test_what_has_no_json_is_said_in_words() -> None:
    assert jsonable(object, full=False)["type"] == "type"
    assert jsonable([float("inf"), 2**70, {1}], full=False) == ["Infinity", 2**70, [1]]
    assert jsonable(b"x" * 1000, full=False) == {"type": "bytes", "length": 1000}
