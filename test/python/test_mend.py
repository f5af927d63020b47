"""Mends real notebooks."""

from __future__ import annotations

import contextlib
from typing import Any

from conftest import Open
from item import dial
from server import Notebook
from test_install import MODELS

CODE = dial()["cells"]["definition"].rstrip("\n")
# As marimo writes a cell that has no statement.
MARKER = CODE.split("\n")[0] + "\nreturn"
ITEMS = {
    "dial": {
        "version": "0.1.0",
        "className": "Dial",
        "wired": ["value"],
        "remote": False,
        "definition": CODE,
    }
}


def doctor(opened: Notebook, **options: Any) -> dict[str, Any]:
    return opened.run(command="doctor", items=ITEMS, **options)


def mend(opened: Notebook) -> dict[str, Any]:
    return doctor(opened, fix=True, yes=True)


def found(report: dict[str, Any]) -> list[tuple[str, bool, bool]]:
    assert report["ok"], report
    return [(each["code"], each["fixable"], each["fixed"]) for each in report["findings"]]


def run_all(opened: Notebook) -> None:
    """Runs every cell, whatever fails."""
    with contextlib.suppress(AssertionError):
        opened.run_all()


def errors(opened: Notebook) -> list[str]:
    return [str(each["errors"]) for each in opened.inventory()["cells"] if each["errors"]]


def test_a_sound_notebook_is_left_as_it_is(open_notebook: Open) -> None:
    opened = open_notebook("x = 1")
    opened.add({"item": dial(), "reader": True})
    opened.run_all()
    before = opened.codes()
    report = mend(opened)
    assert (report["findings"], report["applied"]) == ([], False)
    assert "duplicate-definition" in [each["code"] for each in report["checks"]]
    assert opened.codes() == before


def test_of_two_definitions_one_goes_and_the_other_works(open_notebook: Open) -> None:
    instance = "dial = Dial(value=2.0)\nget_dial, set_dial = mo.state(dial.value)\n"
    instance += 'dial.observe(lambda _: set_dial(dial.value), names=["value"])\ndial'
    opened = open_notebook(CODE, CODE, instance, "x = get_dial()")
    run_all(opened)
    assert errors(opened)
    assert ("duplicate-definition", True, False) in found(doctor(opened))
    report = mend(opened)
    assert ("duplicate-definition", True, True) in found(report)
    assert errors(opened) == []
    assert opened.value("x") == "2.0"
    assert doctor(opened)["findings"] == []
    # It can be taken back as a whole.
    gone = [{"object": "dial", "definition_cell": "gone", "instance_cell": None}]
    opened.run(command="verify", objects=gone, rollback=report["undo"])
    assert [each for each in opened.codes() if each == CODE] == [CODE, CODE]


def test_wiring_and_values_of_live_objects_are_kept_while_it_is_mended(
    open_notebook: Open,
) -> None:
    opened = open_notebook("shown = mo.ui.anywidget(dial)\nshown")
    opened.add({"item": dial()}, {"item": dial(), "as": "still", "wire": []})
    opened.run_all()
    opened.execute("dial.value = 4.0; still.value = 5.0; still.label = 'kept'")
    models = opened.value(MODELS)
    assert set(found(doctor(opened))) == {
        ("mixed-wiring", True, False),
        ("unwired-object", True, False),
    }
    assert set(found(mend(opened))) == {
        ("mixed-wiring", True, True),
        ("unwired-object", True, True),
    }
    assert errors(opened) == []
    assert opened.value("(dial.value, shown.value['value'])") == "(4.0, 4.0)"
    assert opened.value("(still.value, still.label, get_still())") == "(5.0, 'kept', 5.0)"
    opened.execute("still.value = 6.0")
    assert opened.value("get_still()") == "6.0"
    assert opened.value(MODELS) == models
    assert doctor(opened)["findings"] == []


def test_a_front_end_that_failed_is_shown_again_with_its_values(open_notebook: Open) -> None:
    opened = open_notebook("x = get_dial()")
    opened.add({"item": dial()})
    opened.run_all()
    opened.execute('dial.value = 3.0; dial._front = "error: no canvas"')
    assert found(doctor(opened)) == [("front-failed", True, False)]
    assert found(mend(opened)) == [("front-failed", True, True)]
    assert opened.value("(dial.value, x, dial._front)") == "(3.0, 3.0, '')"


def test_a_marker_alone_gets_its_class_back(open_notebook: Open) -> None:
    opened = open_notebook(MARKER, "dial = Dial()\ndial.value")
    run_all(opened)
    assert ("marker-without-class", True, True) in found(mend(opened))
    assert opened.value("dial.value") == "0.0"


def test_a_marker_that_nothing_needs_goes(open_notebook: Open) -> None:
    opened = open_notebook("x = 1", MARKER)
    assert found(mend(opened)) == [("marker-without-class", True, True)]
    assert opened.codes() == ["import marimo as mo", "x = 1"]


def test_nothing_is_mended_without_a_yes(open_notebook: Open) -> None:
    opened = open_notebook(CODE, CODE)
    before = opened.codes()
    refused = doctor(opened, fix=True)
    assert refused["error"]["code"] == "needs-yes"
    assert refused["error"]["details"]["findings"][0]["code"] == "duplicate-definition"
    assert found(doctor(opened, fix=True, yes=True, dry_run=True)) == [
        ("duplicate-definition", True, False)
    ]
    assert opened.codes() == before


def test_a_mend_that_breaks_another_cell_is_taken_back(open_notebook: Open) -> None:
    opened = open_notebook(
        "if hasattr(still, 'is_new') or still.value < 0:\n    raise ValueError('mine')",
    )
    opened.add({"item": dial(), "as": "still", "wire": []})
    opened.run_all()
    opened.execute("still.value = 5.0\nDial.is_new = True")
    before = opened.codes()
    report = mend(opened)
    assert report["error"]["code"] == "apply-failed"
    assert "mine" in report["error"]["message"]
    assert opened.codes() == before
    assert opened.value("still.value") == "5.0"


def test_a_remote_import_is_found_in_classes_of_cells_and_of_packages(
    open_notebook: Open,
) -> None:
    opened = open_notebook(
        "import anywidget\n"
        "_esm = 'import a from \"https://a.b/c.js\"'\n"
        "far = type('Far', (anywidget.AnyWidget,), {'_esm': _esm})()",
        "class Near(anywidget.AnyWidget):\n    _esm = 'export {x} from \"https://d.e/f.js\"'",
    )
    opened.run_all()
    messages = [each["message"] for each in doctor(opened)["findings"]]
    assert len(messages) == 2
    assert any(each.startswith("Far from a package loads https://a.b/c.js") for each in messages)
    assert any("Near in cell" in each for each in messages)
