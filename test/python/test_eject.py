"""Ejects into a real kernel: the notebook goes on without the package."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from itertools import count
from typing import Any

import pytest

from package import KNOBS, write
from server import Notebook, Server, notebook

_numbers = count()


class Opened:
    """A notebook beside a package of its own name."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.package = f"knobs_{next(_numbers)}"
        self.folder = write(server.folder, self.package, KNOBS)
        self.notebook: Notebook | None = None

    def open(self, *cells: str, mo: bool = True) -> Notebook:
        text = notebook(*(each.replace("knobs", self.package) for each in cells), mo=mo)
        self.notebook = self.server.open(f"{self.package}_notebook.py", text)
        return self.notebook

    def eject(self, path: str = "Dial", **options: Any) -> dict[str, Any]:
        assert self.notebook is not None
        return self.notebook.run(command="eject", module=self.package, **{"class": path}, **options)

    def uninstall(self) -> None:
        shutil.rmtree(self.folder)

    def close(self) -> None:
        if self.notebook is not None:
            self.notebook.close()


@pytest.fixture
def opened(server: Server) -> Iterator[Opened]:
    each = Opened(server)
    yield each
    each.close()


def test_an_ejected_widget_works_on_after_its_package_is_gone(opened: Opened) -> None:
    first = opened.open("import knobs\nfrom knobs import Dial\nmine = Dial(value=5.0)")
    first.run_all()
    before = first.codes()
    report = opened.eject(**{"as": "dial"})
    assert report["ok"], report
    assert (report["stdout"], report["stderr"]) == ("", "")
    made = report["objects"][0]
    assert (made["class"], made["object"]) == ("Dial_2", "dial")
    assert made["getters"] == {"value": "get_dial"}
    assert report["ejected"]["sends"] == ["value"]
    assert any(each.startswith("renamed: ") for each in report["warnings"])
    assert first.codes()[: len(before)] == before
    widget = first.inventory()["widgets"][0]
    assert (widget["name"], widget["version"], widget["state"]) == (
        f"{opened.package}:Dial",
        "0.0.0",
        "unchanged",
    )
    first.execute("dial.value = 1000.0")
    assert first.value("(get_dial(), mine.value)") == "(360.0, 5.0)"

    text = first.saved(report, holding="set_dial(dial.value)")
    first.close()
    opened.uninstall()
    cells = text.split("@app.cell")
    kept = [each for each in cells if f"import {opened.package}" not in each]
    assert len(kept) == len(cells) - 1
    opened.notebook = again = opened.server.open(
        f"{opened.package}_again.py", "@app.cell".join(kept)
    )
    again.run_all()
    assert again.value("(dial.turned().value, dial.notes, dial.base_name()[-5:])") == repr(
        (1.0, KNOBS["notes.txt"], "_Base")
    )
    assert again.value("dial.dump()") == repr(json.dumps({"title": "a dial"}))
    assert again.value("(dial.describe(), str(dial._esm), str(dial._css))") == repr(
        ("shadowed", KNOBS["static/dial.js"], KNOBS["static/dial.css"])
    )
    widgets = again.inventory()["widgets"]
    assert [each["state"] for each in widgets] == ["unchanged"]
    assert [each["class"] for each in widgets] == ["Dial_2"]


def test_ejecting_again_keeps_the_definition_and_makes_another_object(opened: Opened) -> None:
    first = opened.open("get_other = 1", mo=False)
    assert opened.eject(wire=["value", "title"])["ok"]
    again = opened.eject(**{"as": "other", "auto_name": True, "wire": []})
    assert again["ok"], again
    assert [(each["op"], each["role"]) for each in again["ops"]] == [
        ("keep", "definition"),
        ("create", "instance"),
    ]
    assert again["warnings"] == []
    widget = first.inventory()["widgets"][0]
    assert [each["object"] for each in widget["objects"]] == ["dial", "other"]
    wired = [each["trait"] for each in widget["objects"][0]["wired"]]
    assert wired == ["value", "title"]


def test_names_are_chosen_or_refused_with_a_free_one(opened: Opened) -> None:
    first = opened.open("Knob = 1\ndial = 2")
    before = first.codes()
    taken = opened.eject(class_name="Knob")["error"]
    assert (taken["code"], taken["cure"]) == ("name-taken", "Use a free name: --class Knob_2")
    taken = opened.eject(class_name="Turner")["error"]
    assert (taken["code"], taken["details"]["free_name"]) == ("name-taken", "dial_2")
    assert opened.eject("Dail")["error"]["message"].endswith(f"{opened.package}:Dial?")
    assert opened.eject(wire=["nothing"])["error"]["code"] == "unknown-trait"
    assert first.codes() == before
    plan = opened.eject(class_name="Turner", instance=False, dry_run=True)
    assert [each["role"] for each in plan["ops"]] == ["definition"]
    assert "\nclass Turner(_Base, _Named):\n" in plan["ops"][0]["code"]
    assert 'def turned(self) -> "Turner":' in plan["ops"][0]["code"]
    assert first.codes() == before
    report = opened.eject(class_name="Turner", instance=False)
    assert (report["ok"], report["objects"]) == (True, [])
    assert first.value("Turner(value=999.0).turned().value") == "360.0"


def test_what_stays_behind_is_refused_line_by_line_or_left_with_partial(opened: Opened) -> None:
    first = opened.open("x = 1")
    dial = opened.folder / "dial.py"
    dial.write_text(dial.read_text() + "\n    def where(self):\n        return __file__\n")
    before = first.codes()
    error = opened.eject()["error"]
    line = len(dial.read_text().splitlines())
    assert error["code"] == "cannot-carry"
    assert error["found"].startswith(f"{dial}:{line}: return __file__\n")
    assert [each["line"] for each in error["details"]["problems"]] == [line]
    assert first.codes() == before
    report = opened.eject(partial=True)
    assert report["ok"], report
    assert [each.partition(":")[0] for each in report["warnings"]] == ["not-carried"]


def test_a_class_that_needs_arguments_is_written_without_an_object(opened: Opened) -> None:
    first = opened.open("x = 1")
    dial = opened.folder / "dial.py"
    dial.write_text(
        dial.read_text() + "\n    def __init__(self, size):\n        super().__init__()\n"
    )
    before = first.codes()
    error = opened.eject()["error"]
    assert error["code"] == "trial-failed"
    assert "--no-instance" in error["cure"]
    assert "dial = Dial(" in error["cure"]
    assert first.codes() == before
    assert opened.eject(instance=False)["ok"]
    assert first.value("Dial(3).value") == "0.0"


def test_a_trial_leaves_the_package_as_it_was(opened: Opened) -> None:
    first = opened.open("import sys\nimport knobs\nloaded = sys.modules[knobs.__name__]")
    first.run_all()
    assert opened.eject(dry_run=True)["ok"]
    assert first.value(f"loaded is sys.modules['{opened.package}']") == "True"
    assert first.value("[each for each in sys.meta_path if 'Blocker' in repr(each)]") == "[]"
    assert first.value("loaded.Dial(value=1.0).value") == "1.0"
