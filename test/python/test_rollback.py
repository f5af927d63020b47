"""When something fails, the notebook is as it was before."""

from __future__ import annotations

from conftest import Open
from item import DEFINITION, dial

# Works in the trial, and fails when the cell runs: the second time is the cell's.
FAILS_IN_THE_CELL = DEFINITION.replace(
    '''    _esm = """''',
    '''    def __init__(self, **traits):
        super().__init__(**traits)
        if __name__ != "__inlay_trial__":
            raise RuntimeError("only in the cell")

    _esm = """''',
)


MODELS = (
    "sorted(type(each).__name__ for each in "
    "__import__('ipywidgets').widgets.widget._instances.values())"
)


def state(report: dict[str, object]) -> list[tuple[object, ...]]:
    return [
        (each["id"], each["name"], each["code_first_line"], each["hidden"], each["errors"])
        for each in report["cells"]  # type: ignore[attr-defined]
    ]


def test_a_cell_that_fails_takes_the_whole_install_with_it(open_notebook: Open) -> None:
    opened = open_notebook("x = 1", "")
    before = state(opened.inventory())
    report = opened.add({"item": dial(FAILS_IN_THE_CELL), "reader": True})
    assert report["ok"] is False
    assert report["error"]["code"] == "apply-failed"
    assert "only in the cell" in report["error"]["message"]
    assert state(opened.inventory()) == before
    assert opened.value("'Dial' in globals() or 'dial' in globals()") == "False"
    assert opened.add({"item": dial()})["ok"]


def test_an_install_can_be_taken_back_in_a_later_request(open_notebook: Open) -> None:
    opened = open_notebook("x = 1", "")
    before = state(opened.inventory())
    report = opened.add({"item": dial(), "reader": True})
    objects = report["objects"]
    good = opened.run(command="verify", objects=objects, rollback=report["undo"])
    assert (good["ok"], good["fronts"], good["rolled_back"]) == (True, {"dial": ""}, False)
    opened.execute('dial._front = "mounted"')
    assert opened.run(command="verify", objects=objects)["fronts"] == {"dial": "mounted"}
    opened.execute('dial._front = "error: no canvas"')
    assert opened.value(MODELS) == "['Dial', 'Layout']"
    bad = opened.run(command="verify", objects=objects, rollback=report["undo"])
    assert opened.value(MODELS) == "[]"
    assert (bad["ok"], bad["rolled_back"]) == (False, True)
    assert "no canvas" in bad["error"]["message"]
    assert state(opened.inventory()) == before


def test_a_cell_that_was_edited_since_is_not_taken_back(open_notebook: Open) -> None:
    opened = open_notebook("x = 1")
    report = opened.add({"item": dial(), "reader": True})
    reader = report["objects"][0]["reader_cell"]
    opened.execute(
        "import marimo._code_mode as _cm\n"
        "async with _cm.get_context() as _ctx:\n"
        f"    _ = _ctx.cells[{reader!r}].code\n"
        f"    _ctx.edit_cell({reader!r}, code='mine = 1')\n"
        f"    _ctx.run_cell({reader!r})"
    )
    opened.execute('dial._front = "error: no canvas"')
    bad = opened.run(command="verify", objects=report["objects"], rollback=report["undo"])
    assert bad["rolled_back"] is True
    assert reader in bad["warnings"][0]
    assert [each for each in opened.codes() if "marimo" not in each] == ["x = 1", "mine = 1"]


def test_a_cell_that_is_gone_is_said(open_notebook: Open) -> None:
    opened = open_notebook("x = 1")
    objects = [{"object": "dial", "definition_cell": "gone", "instance_cell": None}]
    report = opened.run(command="verify", objects=objects)
    assert report["ok"] is False
    assert report["cells"][0]["problem"] == "it is not there"


def test_an_edited_cell_gets_its_code_back_and_runs_again(open_notebook: Open) -> None:
    opened = open_notebook("x = 1", "y = x")
    opened.run_all()
    cells = {each["code_first_line"]: each["id"] for each in opened.inventory()["cells"]}
    report = opened.add({"item": dial()})
    undo = report["undo"]
    # As an update will leave it: a cell that was there before holds code that was written since.
    opened.execute(
        "import marimo._code_mode as _cm\n"
        "async with _cm.get_context() as _ctx:\n"
        f"    _ = _ctx.cells[{cells['x = 1']!r}].code\n"
        f"    _ctx.edit_cell({cells['x = 1']!r}, code='x = 2', hide_code=True)\n"
        f"    _ctx.run_cell({cells['x = 1']!r})\n"
        f"    _ctx.run_cell({cells['y = x']!r})"
    )
    assert opened.value("y") == "2"
    from inlay.fingerprint import fingerprint

    undo["written"][cells["x = 1"]] = fingerprint("x = 2")
    undo["before"][cells["x = 1"]] = {"code": "x = 1", "hidden": False}
    opened.execute('dial._front = "error: no canvas"')
    opened.run(command="verify", objects=report["objects"], rollback=undo)
    assert opened.value("(x, y)") == "(1, 1)"
    assert state(opened.inventory())[1][2:4] == ("x = 1", False)
