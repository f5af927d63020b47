"""Removes widgets from a real kernel."""

from __future__ import annotations

from typing import Any

from conftest import Open
from item import dial
from server import Notebook
from test_install import MODELS


def state(opened: Notebook) -> list[tuple[object, ...]]:
    return [
        (each["code_first_line"], each["name"], each["hidden"], each["status"], each["errors"])
        for each in opened.inventory()["cells"]
    ]


def remove(opened: Notebook, *names: str, **options: Any) -> dict[str, Any]:
    return opened.run(command="remove", names=list(names), **{"yes": True, **options})


def test_what_add_made_goes_without_a_trace(open_notebook: Open) -> None:
    opened = open_notebook("x = 1")
    opened.run_all()
    before, models = state(opened), opened.value(MODELS)
    opened.add({"item": dial(), "reader": True}, {"item": dial(), "as": "other"})
    report = remove(opened, "other")
    assert report["ok"], report
    assert [each["role"] for each in report["ops"]] == ["instance"]
    assert opened.inventory()["widgets"][0]["objects"][0]["object"] == "dial"
    report = remove(opened, "dial", readers={"dial": "reading = {get}()"})
    assert [each["role"] for each in report["ops"]] == ["definition", "instance", "reader"]
    assert (report["applied"], report["readers"], report["stdout"]) == (True, [], "")
    assert state(opened) == before
    assert opened.value(MODELS) == models
    assert opened.value("'Dial' in globals() or 'dial' in globals()") == "False"
    assert opened.add({"item": dial()})["ok"]


def test_nothing_goes_without_a_yes_and_the_plan_is_shown(open_notebook: Open) -> None:
    opened = open_notebook("x = 1")
    opened.add({"item": dial()})
    before = state(opened)
    refused = remove(opened, "dial", yes=False)
    assert refused["error"]["code"] == "needs-yes"
    assert [each["op"] for each in refused["error"]["details"]["ops"]] == ["delete", "delete"]
    shown = remove(opened, "dial", yes=False, dry_run=True)
    assert shown["ops"][0]["code"].startswith("# inlay: dial")
    assert shown["applied"] is False
    assert state(opened) == before


def test_a_reader_breaks_as_announced_and_nobody_else(open_notebook: Open) -> None:
    opened = open_notebook("mine = get_dial() + 1", "after = mine", "other = 5")
    opened.add({"item": dial()})
    opened.run_all()
    assert opened.value("after") == "1.0"
    report = remove(opened, "dial")
    assert report["ok"], report
    assert report["readers"][0]["lines"] == [{"line": 1, "text": "mine = get_dial() + 1"}]
    assert len(report["downstream"]) == 1
    errors = {each["code_first_line"]: each["errors"] for each in opened.inventory()["cells"]}
    assert "get_dial" in str(errors["mine = get_dial() + 1"])
    assert errors["other = 5"] == []


def test_an_error_that_was_not_announced_puts_everything_back(open_notebook: Open) -> None:
    opened = open_notebook(
        "get_flag, set_flag = mo.state(0)",
        "try:\n    get_dial()\nexcept NameError:\n    set_flag(1)",
        "if get_flag():\n    raise ValueError('nobody said so')",
        "last = 1",
    )
    last = opened.inventory()["cells"][-1]["id"]
    opened.add({"item": dial()}, place={"before": last})
    opened.run_all()
    before = state(opened)
    report = remove(opened, "dial")
    assert report["error"]["code"] == "apply-failed"
    assert "nobody said so" in report["error"]["message"]
    after = state(opened)
    assert [each[:3] for each in after] == [each[:3] for each in before]
    assert opened.value("dial.value") == "0.0"
    assert remove(opened, "dial", dry_run=True)["ok"]


def test_a_removal_is_taken_back_in_a_later_request(open_notebook: Open) -> None:
    opened = open_notebook("x = 1", "mine = get_dial()")
    first, second = (each["id"] for each in opened.inventory()["cells"][1:])
    opened.add({"item": dial()}, place={"before": second})
    opened.run_all()
    name = "named_cell"
    opened.execute(
        "import marimo._code_mode as _cm\n"
        "async with _cm.get_context() as _ctx:\n"
        f"    _id = [getattr(e, 'id', None) or e.cell_id for e in _ctx.cells][-2]\n"
        f"    _ctx.edit_cell(_id, name={name!r})"
    )
    opened.execute("dial.value = 6.0")
    before = state(opened)
    undo = remove(opened, "dial")["undo"]
    gone = [{"object": "dial", "definition_cell": "gone", "instance_cell": None}]
    report = opened.run(command="verify", objects=gone, rollback=undo)
    assert report["rolled_back"] is True
    assert state(opened) == before
    assert opened.value("(dial.value, mine)") == "(6.0, 6.0)"
    assert first in [each["id"] for each in opened.inventory()["cells"]]


def test_what_a_person_wrote_stays_unless_it_may_be_overwritten(open_notebook: Open) -> None:
    opened = open_notebook("x = 1")
    made = opened.add({"item": dial()})["objects"][0]
    code = opened.codes()[-1] + "\nkept = dial.value"
    opened.execute(
        "import marimo._code_mode as _cm\n"
        "async with _cm.get_context() as _ctx:\n"
        f"    _ = _ctx.cells[{made['instance_cell']!r}].code\n"
        f"    _ctx.edit_cell({made['instance_cell']!r}, code={code!r})\n"
        f"    _ctx.run_cell({made['instance_cell']!r})"
    )
    refused = remove(opened, "dial")
    assert refused["error"]["code"] == "edited-here"
    assert refused["error"]["details"]["edited"][0]["lines"] == ["kept = dial.value"]
    assert opened.value("kept") == "0.0"
    report = remove(opened, "dial", overwrite=True)
    assert report["edited"][0]["cell"] == made["instance_cell"]
    assert opened.codes() == ["import marimo as mo", "x = 1"]


def test_a_notebook_that_was_never_run_loses_the_cells_and_runs_nothing(
    open_notebook: Open,
) -> None:
    instance = "dial = Dial(data=[1.0])\ndial"
    opened = open_notebook("x = 1", dial()["cells"]["definition"].rstrip("\n"), instance, "dial")
    ran = {each["status"] for each in opened.inventory()["cells"]}  # The oldest runs all at once.
    report = remove(opened, "dial")
    assert report["ok"], report
    kept = opened.inventory()["cells"]
    assert [each["code_first_line"] for each in kept][1:] == ["x = 1", "dial"]
    assert {each["status"] for each in kept} == (
        {"stale"} if ran == {"stale"} else {"idle", "exception"}
    )
    if report.get("save"):
        assert "Dial" not in opened.saved(report, holding="x = 1")
