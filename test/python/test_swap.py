"""The front end of live objects is replaced, and no cell runs."""

from __future__ import annotations

import json
from typing import Any

import pytest

from conftest import Open
from item import dial
from server import Notebook

ESM = "export default { render({ el }) { el.textContent = 'swapped'; } };"


def swap(opened: Notebook, cell: str, esm: str = ESM, **more: Any) -> dict[str, Any]:
    widgets = [{"cell": cell, "esm": esm, "css": more.pop("css", None)}]
    report = opened.run(command="swap", widgets=widgets, **more)
    assert report["ok"], report
    return report


def model_updates(messages: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The updates of models that a page got."""
    every = [each.get("data", each) for each in messages if each["op"] == "model-lifecycle"]
    return [each["message"] for each in every if each["message"]["method"] == "update"]


@pytest.fixture
def two_dials(open_notebook: Open) -> tuple[Notebook, str]:
    opened = open_notebook("held = []")
    opened.run_all()
    report = opened.add({"item": dial(), "reader": True}, quiet=True)
    assert opened.add({"item": dial(), "as": "other"}, quiet=True)["ok"]
    return opened, report["objects"][0]["definition_cell"]


def test_every_live_object_gets_the_new_front_end_and_no_cell_runs(
    two_dials: tuple[Notebook, str],
) -> None:
    opened, cell = two_dials
    opened.execute("dial.value = 4.0\nheld.append(Dial(value=9.0))")
    codes, ids = opened.codes(), opened.value("[id(each) for each in (Dial, dial, other)]")
    old = opened.value("dial._esm")
    opened.drain().clear()
    report = swap(opened, cell, quiet=True)
    messages = opened.drain()
    assert opened.codes() == codes
    assert opened.value("[id(each) for each in (Dial, dial, other)]") == ids
    ran = [each for each in messages if each["op"] == "cell-op" and each["data"].get("status")]
    assert {each["data"]["cell_id"] for each in ran} <= {"__scratch__"}
    if not report["hot"]:
        assert report["swapped"] == []
        assert opened.value("(dial._esm, Dial._esm)") == f"({old}, {old})"
        return
    assert report["swapped"] == [{"cell": cell, "objects": ["dial", "other"]}]
    shown = "[each._esm for each in (Dial, dial, other, held[0])]"
    assert opened.value(f"{shown} == 4 * [{ESM!r}]") == "True"
    assert opened.value("(dial.value, reading, held[0].value)") == "(4.0, 4.0, 9.0)"
    specs = [each["esm_spec"] for each in model_updates(messages) if each.get("esm_spec")]
    # In the message itself: the scratchpad's files end with it.
    assert [each["url"][:5] for each in specs] == 3 * ["data:"]
    assert opened.value("Dial()._esm") == repr(ESM)


def test_a_swap_sets_styles_and_forgets_what_the_old_front_end_said(
    two_dials: tuple[Notebook, str],
) -> None:
    opened, cell = two_dials
    opened.execute("dial._front = 'mounted'")
    if not swap(opened, cell, css="b { color: red }", quiet=True)["hot"]:
        return
    assert opened.value("(dial._css, Dial._css, dial._front)") == repr(
        ("b { color: red }", "b { color: red }", "")
    )
    opened.drain().clear()
    swap(opened, cell, css="i {}", quiet=True)
    states = [each["state"] for each in model_updates(opened.drain())]
    assert states == [{"_css": "i {}"}] * 2
    swap(opened, cell, quiet=True)
    assert opened.value("(dial._css, hasattr(Dial, '_css'))") == "('', False)"


def test_a_subclass_with_a_front_end_of_its_own_keeps_it(two_dials: tuple[Notebook, str]) -> None:
    opened, cell = two_dials
    opened.execute(
        "class Mine(Dial):\n    _esm = 'mine'\nclass Plain(Dial): pass\nheld += [Mine(), Plain()]"
    )
    if swap(opened, cell)["hot"]:
        assert opened.value("[each._esm for each in held]") == repr(["mine", ESM])


def test_a_toast_tells_of_it_unless_quiet(two_dials: tuple[Notebook, str]) -> None:
    opened, cell = two_dials
    opened.drain().clear()
    hot = swap(opened, cell)["hot"]
    toasts = [each for each in opened.drain() if each["op"] == "alert"]
    assert bool(toasts) == hot


def test_what_is_no_definition_cell_is_refused(two_dials: tuple[Notebook, str]) -> None:
    opened, _ = two_dials
    widgets = [{"cell": "none", "esm": ESM, "css": None}]
    report = opened.run(command="swap", widgets=widgets)
    assert report["error"]["code"] == "cell-not-found"
    report = opened.run(command="swap", widgets=[{"cell": "none", "esm": 1}])
    assert report["error"]["code"] == "bad-request"


def test_the_inventory_has_code_where_it_is_asked_for(two_dials: tuple[Notebook, str]) -> None:
    opened, _ = two_dials
    widget = opened.run(command="inventory", code=True)["widgets"][0]
    assert widget["code"] == dial()["cells"]["definition"].rstrip("\n")
    assert widget["fingerprint"] == dial()["fingerprint"]
    assert widget["objects"][1]["instance_code"].startswith("other = Dial(")
    plain = opened.inventory()["widgets"][0]
    assert (plain["fingerprint"], "code" in plain) == (dial()["fingerprint"], False)
    assert "instance_code" not in json.dumps(plain)
