"""Widgets move to another version in a real kernel, and what was live stays."""

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from built import ITEMS
from conftest import ROOT, Open
from item import DEFINITION, dial
from server import Notebook

NEXT = DEFINITION.replace("export default {", "/* next */ export default {")


def digest(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()


def update(opened: Notebook, *items: dict[str, Any], **options: Any) -> dict[str, Any]:
    """Brings the widgets of these items to them, as the command does."""
    there = {each["name"]: each for each in opened.run(command="inventory", code=True)["widgets"]}
    widgets = [
        {
            "cell": there[item["name"]]["cell"],
            "expect": digest(there[item["name"]]["code"]),
            "code": item["cells"]["definition"].rstrip("\n"),
            "item": item,
        }
        for item in items
    ]
    return opened.run(command="update", widgets=widgets, **options)


def done(report: dict[str, Any]) -> dict[str, Any]:
    assert report["ok"], report
    assert (report["stdout"], report["stderr"]) == ("", ""), report
    return report


def ran(messages: list[dict[str, Any]]) -> set[str]:
    """The cells that a page was told are running."""
    every = [each["data"] for each in messages if each["op"] == "cell-op"]
    return {each["cell_id"] for each in every if each.get("status") == "running"} - {"__scratch__"}


def renamed(code: str = DEFINITION) -> dict[str, Any]:
    """The dial with `label` called `caption`, without `angle`, and whole values."""
    code = code.replace("    label = ", "    caption = ").replace('get("label")', 'get("caption")')
    head, _, tail = code.partition("    angle = ")
    code = head + tail.partition("\n")[2].partition('    @_traitlets.validate("angle")')[0]
    code = code.replace("_traitlets.Float(0.0)", "_traitlets.Int(0)")
    item = dial(code, version="0.2.0")
    item["traits"] = [
        {**each, "name": "caption", "was": "label"} if each["name"] == "label" else each
        for each in item["traits"]
        if each["name"] != "angle"
    ]
    return item


@pytest.fixture
def dials(open_notebook: Open) -> Notebook:
    """Two dials with live values, a reader that counts its runs, and somebody else's cell."""
    opened = open_notebook("log = []", "mine = 1")
    opened.run_all()
    done(opened.add({"item": dial()}, quiet=True))
    done(opened.add({"item": dial(), "as": "other", "wire": []}, quiet=True))
    opened.execute(
        "import marimo._code_mode as _cm\n"
        "async with _cm.get_context() as _ctx:\n"
        "    _ctx.run_cell(_ctx.create_cell('log.append(get_dial())\\nseen = get_dial()'))"
    )
    opened.execute("dial.value = 7.0\ndial.label = 'mine'\nother.angle = 99")
    assert opened.value("(log, seen)") == "([0.0, 7.0], 7.0)"
    opened.drain().clear()
    return opened


def hot(opened: Notebook) -> bool:
    return bool(opened.run(command="swap", widgets=[])["hot"])


def test_a_front_end_alone_is_swapped_and_no_cell_runs(dials: Notebook) -> None:
    if not hot(dials):
        return
    ids = dials.value("[id(each) for each in (Dial, dial, other)]")
    item = dial(NEXT, version="0.2.0")
    report = done(update(dials, item))
    messages = dials.drain()
    assert ran(messages) == set()
    assert [(each["op"], each["role"]) for each in report["ops"]] == [("swap", "definition")]
    assert dials.value("[id(each) for each in (Dial, dial, other)]") == ids
    assert dials.value("(log, dial.value, dial.label, other.angle)") == (
        "([0.0, 7.0], 7.0, 'mine', 99)"
    )
    assert dials.value("['next' in each._esm for each in (Dial, dial, other)]") == str([True] * 3)
    widget = dials.run(command="inventory", code=True)["widgets"][0]
    assert (widget["version"], widget["state"]) == ("0.2.0", "unchanged")
    cell = widget["cell"]
    status = [each["status"] for each in dials.inventory()["cells"] if each["id"] == cell]
    assert status == ["idle"]
    # The page takes the word "queued" for: what is shown is what has run.
    own = [each["data"] for each in messages if each["op"] == "cell-op"]
    assert [each["status"] for each in own if each["cell_id"] == cell] == ["queued", "idle"]
    dials.saved(report, holding="# inlay: dial 0.2.0")
    lines = f"''.join(__import__('linecache').getlines(*[_ for _ in LINES if {cell!r} in _]))"
    lines = lines.replace("LINES", "__import__('linecache').cache")
    assert dials.value(f"'/* next */' in {lines}") == "True"
    # The cell is an ordinary one: it runs again, and what depends on it does too.
    dials.execute(
        "import marimo._code_mode as _cm\n"
        f"async with _cm.get_context() as _ctx:\n    _ctx.run_cell({cell!r})"
    )
    assert dials.value("('next' in dial._esm, len(log))") == "(True, 3)"


def test_new_python_runs_once_and_live_values_are_there_from_the_start(dials: Notebook) -> None:
    item = dial(DEFINITION.replace("Int(30)", "Int(31)"), version="0.2.0")
    report = done(update(dials, item))
    assert [(each["op"], each["role"], each["name"]) for each in report["ops"]] == [
        ("edit", "definition", "dial"),
        ("run", "instance", "dial"),
        ("run", "instance", "other"),
    ]
    # The reader has seen the carried value alone, not the one that a new object begins with.
    assert dials.value("(log, seen)") == "([0.0, 7.0, 7.0], 7.0)"
    assert dials.value("(dial.value, dial.label, dial.angle, other.angle)") == (
        "(7.0, 'mine', 30, 99)"
    )
    carried = {each["object"]: (each["carried"], each["lost"]) for each in report["objects"]}
    assert carried == {
        "dial": (["value", "label", "angle"], []),
        "other": (["angle"], []),
    }
    dials.execute("dial.value = 8.0")
    assert dials.value("seen") == "8.0"
    assert report["applied"] is True
    dials.saved(report, holding="# inlay: dial 0.2.0")


def test_renamed_and_dropped_traits_are_carried_named_and_rewired(open_notebook: Open) -> None:
    opened = open_notebook("print_of = 1")
    wanted = {"item": dial(), "arguments": {"label": "L", "angle": 5}, "wire": ["value", "label"]}
    done(opened.add(wanted, quiet=True))
    opened.execute(
        "import marimo._code_mode as _cm\n"
        "async with _cm.get_context() as _ctx:\n"
        "    for _each in ('a = get_dial_label()', 'b = dial.angle', 'c = dial.value'):\n"
        "        _ctx.run_cell(_ctx.create_cell(_each))"
    )
    opened.execute("dial.value = 2.5\ndial.label = 'live'")
    dry = done(update(opened, renamed(), dry_run=True))
    report = update(opened, renamed())
    assert report["ok"], report
    assert "has no attribute 'angle'" in report["stderr"]
    cells = {each["code_first_line"]: each["id"] for each in opened.inventory()["cells"]}
    assert report["dropped"] == dry["dropped"]
    assert report["dropped"] == [
        {
            "widget": "dial",
            "trait": "label",
            "renamed_to": "caption",
            "readers": [cells["a = get_dial_label()"]],
            "breaks": [],
        },
        {
            "widget": "dial",
            "trait": "angle",
            "renamed_to": None,
            "readers": [cells["b = dial.angle"]],
            "breaks": [cells["b = dial.angle"]],
        },
    ]
    assert [each["op"] for each in report["ops"]] == ["edit", "edit"]
    made = report["objects"][0]
    assert made["carried"] == ["caption"]
    assert {each["trait"] for each in made["lost"]} == {"value", "angle"}
    assert "2.5" in next(each["reason"] for each in made["lost"] if each["trait"] == "value")
    assert made["getters"] == {"value": "get_dial_value", "caption": "get_dial_label"}
    assert opened.value("(dial.caption, a, dial.value)") == "('live', 'live', 0)"
    opened.execute("dial.caption = 'again'")
    assert opened.value("a") == "'again'"
    code = next(each for each in opened.codes() if each.startswith("dial = Dial("))
    assert 'caption="L"' in code.replace("'", '"')
    assert "angle" not in code
    assert 'names=["caption"]' in code
    assert report["warnings"][0].startswith(f"reader-failed: cell {cells['b = dial.angle']}")
    assert [each["op"] for each in dry["ops"]] == ["edit", "edit"]
    assert "before" in dry["ops"][1]


FAILS = DEFINITION.replace("Int(30)", "Int(32)").replace(
    '''    _esm = """''',
    '''    def __init__(self, **traits):
        super().__init__(**traits)
        if __name__ != "__inlay_trial__":
            raise RuntimeError("only in the cell")

    _esm = """''',
)


def test_a_version_that_fails_puts_code_and_values_back(dials: Notebook) -> None:
    before, front = dials.codes(), dials.value("dial._esm")
    report = update(dials, dial(FAILS, version="0.2.0"))
    assert (report["ok"], report["error"]["code"]) == (False, "apply-failed")
    assert "only in the cell" in report["error"]["message"]
    assert dials.codes() == before
    assert dials.value("(dial.value, dial.label, other.angle, seen)") == "(7.0, 'mine', 99, 7.0)"
    assert dials.value("dial._esm") == front
    broken = update(
        dials, dial(DEFINITION + "\n\nraise ValueError('in the trial')", version="2.0.0")
    )
    assert broken["error"]["code"] == "trial-failed"
    assert "in the trial" in broken["error"]["message"]
    assert broken["error"]["details"]["cell"]
    assert dials.codes() == before


@pytest.mark.parametrize("code", [NEXT, NEXT.replace("Int(30)", "Int(31)")])
def test_an_update_can_be_taken_back_in_a_later_request(dials: Notebook, code: str) -> None:
    before, front = dials.codes(), dials.value("dial._esm")
    report = done(update(dials, dial(code, version="0.2.0")))
    good = dials.run(command="verify", objects=report["objects"], rollback=report["undo"])
    assert (good["ok"], good["rolled_back"]) == (True, False), good
    dials.execute("dial._front = 'error: no canvas'")
    bad = dials.run(command="verify", objects=report["objects"], rollback=report["undo"])
    assert (bad["ok"], bad["rolled_back"]) == (False, True)
    assert dials.codes() == before
    assert dials.value("dial._esm") == front
    assert dials.value("(dial.value, dial.label, other.angle, seen)") == "(7.0, 'mine', 99, 7.0)"


def test_what_a_person_edits_after_an_update_is_not_taken_back(dials: Notebook) -> None:
    report = done(update(dials, dial(NEXT.replace("Int(30)", "Int(31)"), version="0.2.0")))
    cell = report["objects"][0]["definition_cell"]
    dials.execute(
        "import marimo._code_mode as _cm\n"
        "async with _cm.get_context() as _ctx:\n"
        f"    _edited = _ctx.cells[{cell!r}].code.replace('A dial', 'My dial')\n"
        f"    _ctx.edit_cell({cell!r}, code=_edited)\n"
        f"    _ctx.run_cell({cell!r})"
    )
    dials.execute("dial._front = 'error: no canvas'")
    bad = dials.run(command="verify", objects=report["objects"], rollback=report["undo"])
    assert cell in bad["warnings"][0]
    assert dials.value("(Dial.__doc__, Dial.angle.default_value)") == "('My dial.', 31)"


def test_a_cell_that_changed_since_it_was_looked_at_is_left(dials: Notebook) -> None:
    before = dials.codes()
    item = dial(NEXT, version="0.2.0")
    cell = dials.inventory()["widgets"][0]["cell"]
    entry = {"cell": cell, "expect": digest("else"), "code": NEXT, "item": item}
    report = dials.run(command="update", widgets=[entry])
    assert report["error"]["code"] == "changed-meanwhile"
    assert report["error"]["details"] == {"cells": [cell]}
    assert dials.codes() == before


def test_widgets_are_updated_together_or_not_at_all(dials: Notebook) -> None:
    second = dial(DEFINITION.replace("Dial", "Knob"), name="knob")
    second |= {"className": "Knob", "objectName": "knob"}
    done(dials.add({"item": second}, quiet=True))
    dials.execute("knob.value = 3.0")
    before = dials.codes()
    ids = dials.value("[id(each) for each in (Dial, dial, other)]")
    worse = dial(FAILS.replace("Dial", "Knob"), version="0.2.0", name="knob")
    worse["className"] = "Knob"
    report = update(dials, dial(NEXT, version="0.2.0"), worse)
    assert report["error"]["code"] == "apply-failed"
    assert dials.codes() == before
    assert dials.value("(dial.value, knob.value, 'next' in dial._esm)") == "(7.0, 3.0, False)"
    if hot(dials):
        assert dials.value("[id(each) for each in (Dial, dial, other)]") == ids
    # One alone leaves the objects of the others as they are.
    ids = dials.value("[id(each) for each in (Dial, dial, other)]")
    better = dial(NEXT.replace("Dial", "Knob").replace("Int(30)", "Int(1)"), name="knob")
    better["className"] = "Knob"
    done(update(dials, better))
    assert dials.value("[id(each) for each in (Dial, dial, other)]") == ids
    assert dials.value("knob.value") == "3.0"


def test_an_instance_cell_that_a_person_edited_is_run_and_not_written(open_notebook: Open) -> None:
    opened = open_notebook("x = 1")
    done(opened.add({"item": dial()}, quiet=True))
    mine = "dial = Dial(label='mine')\nspare = Dial(value=1.0)\nboth = [dial, spare]"
    cell = opened.inventory()["widgets"][0]["objects"][0]["cell"]
    opened.execute(
        "import marimo._code_mode as _cm\n"
        "async with _cm.get_context() as _ctx:\n"
        f"    _ = _ctx.cells[{cell!r}].code\n"
        f"    _ctx.edit_cell({cell!r}, code={mine!r})\n"
        f"    _ctx.run_cell({cell!r})"
    )
    opened.execute("spare.value = 4.0\ndial.angle = 7")
    report = done(update(opened, dial(DEFINITION.replace("Int(30)", "Int(31)"), version="0.2.0")))
    assert mine in opened.codes()
    assert opened.value("(spare.value, dial.angle, dial.label)") == "(4.0, 7, 'mine')"
    assert opened.value("(dial.value, spare.angle)") == "(0.0, 30)"
    assert [each["op"] for each in report["ops"]] == ["edit", "run"]


def test_a_notebook_that_has_not_run_gets_the_text_and_runs_nothing(open_notebook: Open) -> None:
    opened = open_notebook("x = 1")
    report = done(opened.add({"item": dial()}, quiet=True))
    opened.saved(report, holding="dial = Dial(")
    opened.close()
    again = Notebook(opened.server, opened.path.name)
    try:
        if "idle" in [each["status"] for each in again.inventory()["cells"]]:
            return  # marimo 0.21 runs the notebook before anything else.
        again.drain().clear()
        report = done(update(again, renamed()))
        assert ran(again.drain()) == set()
        assert [each["ran"] for each in report["objects"]] == [False]
        good = again.run(command="verify", objects=report["objects"], rollback=report["undo"])
        assert good["ok"], good
        again.saved(report, holding="# inlay: dial 0.2.0")
        again.run_all()
        assert again.value("dial.caption") == "''"
    finally:
        again.close()


def test_an_agent_updates_by_item_and_edits_are_asked_about(dials: Notebook) -> None:
    item = dial(NEXT, version="0.2.0")
    report = done(dials.run(command="update", widgets=[{"item": item}]))
    assert report["ops"][0]["op"] == ("swap" if hot(dials) else "edit")
    assert dials.value("dial.value") == "7.0"
    cell = report["objects"][0]["definition_cell"]
    dials.execute(
        "import marimo._code_mode as _cm\n"
        "async with _cm.get_context() as _ctx:\n"
        f"    _edited = _ctx.cells[{cell!r}].code.replace('A dial', 'My dial')\n"
        f"    _ctx.edit_cell({cell!r}, code=_edited)\n"
        f"    _ctx.run_cell({cell!r})"
    )
    again = dial(DEFINITION, version="0.3.0")
    assert dials.run(command="update", widgets=[{"item": again}])["error"]["code"] == "edited-here"
    done(dials.run(command="update", widgets=[{"item": again}], overwrite=True))
    assert dials.value("Dial.__doc__") == "'A dial.'"


def test_a_toast_tells_the_person_unless_quiet(dials: Notebook) -> None:
    done(update(dials, dial(NEXT, version="0.2.0"), quiet=True))
    assert not [each for each in dials.drain() if each["op"] == "alert"]
    done(update(dials, dial(DEFINITION, version="0.3.0")))
    assert "dial to 0.3.0" in str([each for each in dials.drain() if each["op"] == "alert"])


def test_packages_that_a_new_version_needs_are_asked_for_first(dials: Notebook) -> None:
    before = dials.codes()
    item = dial(NEXT, version="0.2.0", requires=("inlay-has-no-such-package>=1",))
    report = update(dials, item)
    assert report["error"]["code"] == "package-missing"
    assert update(dials, item, dry_run=True)["ops"][0]["op"] == "install-package"
    assert dials.codes() == before


def released(name: str) -> dict[str, Any]:
    path = ROOT / "widgets" / name / "releases" / "0.1.0.json.gz"
    return json.loads(gzip.decompress(path.read_bytes()))


def head(name: str) -> dict[str, Any]:
    path: Path = ITEMS / f"{name}.json"
    assert path.exists(), "run `npm run build` first"
    return json.loads(path.read_text())


def test_the_kit_moves_from_its_first_release_with_its_values(open_notebook: Open) -> None:
    names = sorted(path.parent.name for path in (ROOT / "widgets").glob("*/releases"))
    opened = open_notebook("x = 1")
    for name in names:
        done(opened.add({"item": released(name)}, quiet=True))
    opened.execute("histogram_range.value = (25.0, 30.0)\nscatter_select.selected = [1, 2]")
    shown = (
        "{n: __import__('hashlib').sha256(repr([(t, str(o.get_state([t])[t]))"
        " for t in sorted(o.keys) if t[0] != '_' and t not in ('layout', 'tabbable', 'tooltip')]"
        ").encode()).hexdigest() for n, o in sorted(globals().items())"
        " if hasattr(o, 'get_state') and not isinstance(o, type) and not n.startswith('_')}"
    )
    before = opened.value(shown)
    codes = opened.codes()
    report = done(update(opened, *(head(name) for name in names), quiet=True))
    assert opened.value(shown) == before
    assert opened.value("histogram_range.value") == "(25.0, 30.0)"
    assert [each["lost"] for each in report["objects"]] == [[]] * len(names)
    assert {each["version"] for each in opened.inventory()["widgets"]} == {
        head(name)["version"] for name in names
    }
    opened.execute("tangle._front = 'error: gone'")
    bad = opened.run(command="verify", objects=report["objects"], rollback=report["undo"])
    assert bad["rolled_back"], bad
    assert (opened.codes(), opened.value(shown)) == (codes, before)
