"""Updates in kernels that run nothing by themselves and format what they save."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import ROOT
from item import DEFINITION, dial
from server import Notebook, Server, notebook
from test_update import NEXT, done, hot, renamed, update

UGLY = "dial = Dial( data = [1.0,2.0 ] )\nget_dial,   set_dial = mo.state(dial.value)\n\n\ndial"


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Notebook]:
    """A lazy kernel whose server formats on save; a dial in cells that are not formatted."""
    ruff = ROOT / ".venv" / "bin" / "ruff"
    if not ruff.exists():
        pytest.skip("ruff is not installed in .venv")
    (tmp_path / "pyproject.toml").write_text(
        '[tool.marimo.runtime]\non_cell_change = "lazy"\n'
        "[tool.marimo.save]\nformat_on_save = true\n[tool.marimo.formatting]\nline_length = 50\n"
    )
    running = Server(tmp_path, PATH=f"{ruff.parent}:{os.environ['PATH']}")
    try:
        definition = dial()["cells"]["definition"].rstrip("\n")
        cells = (definition, UGLY, "seen = get_dial()")
        one = running.open("lazy.py", notebook(*cells))
        one.run_all()
        one.execute("dial.value = 7.0\ndial.angle = 5")
        yield one
        one.close()
    finally:
        running.close()


def statuses(opened: Notebook) -> list[str]:
    return [each["status"] for each in opened.inventory()["cells"]]


def test_lazy_kernels_run_the_widget_and_leave_readers_to_the_person(opened: Notebook) -> None:
    report = done(update(opened, dial(DEFINITION.replace("Int(30)", "Int(31)"), version="0.2.0")))
    assert opened.value("(Dial.angle.default_value, dial.value, dial.angle)") == "(31, 7.0, 5)"
    assert opened.value("get_dial()") == "7.0"
    assert statuses(opened) == ["idle", "idle", "idle", "stale"]
    before = [each for each in opened.codes() if each.startswith(("dial", "seen"))]
    assert before == [UGLY, "seen = get_dial()"]
    good = opened.run(command="verify", objects=report["objects"], rollback=report["undo"])
    assert good["ok"], good


def test_a_quiet_edit_writes_what_it_says_and_leaves_results_fresh(opened: Notebook) -> None:
    opened.run_all()
    opened.execute("dial.angle = 6")
    ids = opened.value("[id(each) for each in (Dial, dial)]")
    item = dial(NEXT, version="0.2.0")
    done(update(opened, item))
    if hot(opened):
        assert item["cells"]["definition"].rstrip("\n") in opened.codes()
        assert opened.value("[id(each) for each in (Dial, dial)]") == ids
        assert statuses(opened) == ["idle"] * 4
    assert opened.value("(dial.angle, 'next' in dial._esm)") == "(6, True)"


@pytest.mark.parametrize("item", [dial(NEXT), renamed()])
def test_what_is_put_back_is_not_formatted(opened: Notebook, item: dict[str, object]) -> None:
    before = opened.codes()
    report = done(update(opened, item))
    assert opened.codes() != before
    opened.execute("dial._front = 'error: no canvas'")
    bad = opened.run(command="verify", objects=report["objects"], rollback=report["undo"])
    assert bad["rolled_back"], bad
    assert bad["warnings"] == []
    assert opened.codes() == before
    assert opened.value("(dial.value, dial.angle)") == "(7.0, 5)"
