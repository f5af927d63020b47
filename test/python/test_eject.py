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
