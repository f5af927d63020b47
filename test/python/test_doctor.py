"""What the doctor finds, and what it would do, without a notebook."""

from __future__ import annotations

from typing import Any

import pytest
from inlay.cells import defined_names, instance, read_names, wires
from inlay.doctor.diagnosis import CHECKS, diagnose, facts_of
from inlay.doctor.findings import Finding
from inlay.doctor.front_ends import front_ends
from inlay.doctor.remote import remote_imports
from inlay.inventory import _widgets, marimo_alias, read_marker
from inlay.notebook import Cell, CellError, Inventory

from item import DEFINITION, dial

CODE = dial()["cells"]["definition"].rstrip("\n")
ITEM = {
    "version": "0.1.0",
    "className": "Dial",
    "wired": ["value"],
    "remote": False,
    "definition": CODE,
}
MIXED = "shown = mo.ui.anywidget(dial)"


class Front:
    _front = "error: no canvas"


def cell(code: str, key: str, errors: tuple[str, ...] = ()) -> Cell:
    defined = frozenset(defined_names(code)) if "= =" not in code else frozenset()
    names = read_names(code) if "= =" not in code else []
    return Cell(
        key,
        code,
        status="exception" if errors else "idle",
        errors=tuple(CellError("runtime", each) for each in errors),
        defs=defined,
        refs=frozenset(name for name in names if name not in defined and name[0] != "_"),
        marker=read_marker(code),
    )


def notebook(
    *codes: str | Cell, values: dict[str, object] | None = None, mo: bool = True, **more: Any
) -> Inventory:
    every = ("import marimo as mo", *codes) if mo else codes
    cells = tuple(
        each if isinstance(each, Cell) else cell(each, f"c{number}")
        for number, each in enumerate(every)
    )
    widgets = tuple(_widgets(cells, values or {}))
    found = {"marimo": "0.25.2", "packages": {"anywidget": "0.11.0"}, **more}
    return Inventory(path=None, cells=cells, widgets=widgets, mo=marimo_alias(cells), **found)


def findings(
    inventory: Inventory, item: dict[str, Any] | None = None, missing: tuple[str, ...] = ()
) -> list[Finding]:
    items = {"dial": {**ITEM, **(item or {})}}
    return diagnose(facts_of(inventory, items, list(missing), front_ends(inventory, {})))


def one(inventory: Inventory, **options: Any) -> Finding:
    found = findings(inventory, **options)
    assert len(found) == 1, found
    return found[0]


def object_cell(name: str = "dial", traits: tuple[str, ...] = ("value",), mo: str = "mo") -> str:
    return instance(name, "Dial", {"angle": "3"}, wires(name, traits), mo)


def test_a_notebook_in_order_has_no_findings() -> None:
    assert findings(notebook(CODE, object_cell(), "x = get_dial()")) == []
    assert findings(notebook("x = 1", "import anywidget")) == []
    assert len({each.code for each in CHECKS}) == len(CHECKS)


def test_a_marker_alone_goes_or_gets_its_class_back_where_something_needs_it() -> None:
    marker = CODE.split("\n")[0]
    found = one(notebook(marker))
    assert (found.code, found.severity, found.cell) == ("marker-without-class", "error", "c1")
    assert found.fix is not None
    assert (found.fix.kind, found.fix.cell) == ("delete", "c1")
    used = one(notebook(marker, "dial = Dial()"))
    assert used.fix is not None
    assert (used.fix.kind, used.fix.code) == ("edit", CODE)


@pytest.mark.parametrize("rest", ["x = 1", "# mine", "x = = 1"])
def test_a_marker_over_what_a_person_wrote_is_left_to_the_person(rest: str) -> None:
    found = one(notebook(f"{CODE.splitlines()[0]}\n{rest}"))
    assert found.fix is None
    assert "--overwrite" in found.cure


def test_of_two_same_definitions_the_later_or_the_failing_one_goes() -> None:
    found = one(notebook(CODE, CODE))
    assert found.fix is not None
    assert (found.code, found.fix.kind, found.fix.cell) == ("duplicate-definition", "delete", "c2")
    assert found.fix.run == "c1"
    failing = one(notebook(cell(CODE, "a", ("defined twice",)), cell(CODE, "b")))
    assert failing.fix is not None
    assert (failing.fix.cell, failing.fix.run) == ("a", "b")


def test_two_definitions_that_differ_are_left_to_the_person() -> None:
    edited = CODE.replace("Float(0.0)", "Float(1.0)")
    noted = CODE.replace("    data", "    # mine\n    data")
    for first, second in ((CODE, edited), (edited, CODE), (edited, edited), (CODE, noted)):
        found = one(notebook(first, second))
        assert (found.code, found.fix) == ("duplicate-definition", None)
        assert "c1" in found.cure
        assert "c2" in found.cure


def test_wiring_that_nobody_reads_goes_where_the_object_is_wrapped_too() -> None:
    found = one(notebook(CODE, object_cell(), MIXED))
    assert (found.code, found.object) == ("mixed-wiring", "dial")
    assert found.fix is not None
    assert found.fix.code == "dial = Dial(angle=3)\ndial"
    assert findings(notebook(CODE, found.fix.code, MIXED)) == []


def test_wiring_that_somebody_reads_or_wrote_is_left_to_the_person() -> None:
    read = one(notebook(CODE, object_cell(), MIXED, "x = get_dial()"))
    assert read.fix is None
    assert "get_dial" in read.cure
    mine = one(notebook(CODE, object_cell() + "\nx = 1", MIXED))
    assert mine.fix is None
    theirs = one(
        notebook(
            "get, put = mo.state(0)",
            "def hear(change):\n    put(change.new)",
            "theirs = make()\ntheirs.observe(hear)",
            "mo.ui.anywidget(theirs)",
        )
    )
    assert (theirs.code, theirs.object, theirs.fix) == ("mixed-wiring", "theirs", None)


def test_an_observer_that_sets_no_state_may_stand_beside_a_wrapper() -> None:
    own = "theirs = make()\ntheirs.observe(lambda _: print(1))"
    assert findings(notebook(own, "mo.ui.anywidget(theirs)")) == []


def test_an_object_that_nothing_follows_can_be_wired_with_names_that_are_free() -> None:
    bare = object_cell(traits=())
    found = one(notebook(CODE, bare, "get_dial = 1"))
    assert (found.code, found.severity) == ("unwired-object", "note")
    assert found.fix is not None
    assert found.fix.code == (
        "dial = Dial(angle=3)\n"
        "get_dial_2, set_dial = mo.state(dial.value)\n"
        'dial.observe(lambda _: set_dial(dial.value), names=["value"])\n'
        "dial"
    )
    without = one(notebook(CODE, bare, mo=False))
    assert without.fix is not None
    assert without.fix.code == instance(
        "dial", "Dial", {"angle": "3"}, wires("dial", ["value"]), None
    )
    assert one(notebook(CODE, bare + "\nx = 1")).fix is None
    assert findings(notebook(CODE, bare, MIXED)) == []
    assert findings(notebook(CODE, bare, "dial.observe(print)")) == []
    assert findings(notebook(CODE, bare), item={"wired": []}) == []


def test_a_front_end_that_failed_is_run_again_where_its_cell_is_ours() -> None:
    found = one(notebook(CODE, object_cell(), values={"dial": Front()}))
    assert (found.code, found.severity) == ("front-failed", "error")
    assert found.fix is not None
    assert (found.fix.kind, found.fix.cell) == ("run", "c2")
    assert "no canvas" in found.message
    mine = object_cell() + "\nx = 1"
    assert one(notebook(CODE, mine, values={"dial": Front()})).fix is None


def test_remote_imports_are_found_in_any_class_and_mended_in_ours() -> None:
    code = DEFINITION.replace(
        "export default", 'import a from "https://esm.sh/a@1";\n    export default'
    )
    old = dial(code)["cells"]["definition"]
    found = one(notebook(old, object_cell()))
    assert (found.code, found.severity) == ("remote-import", "warning")
    assert found.fix is not None
    assert (found.fix.kind, found.fix.code) == ("update", "dial")
    assert "https://esm.sh/a@1" in found.message
    assert one(notebook(old, object_cell()), item={"remote": True}).fix is None
    assert one(notebook(old.replace("30", "31"), object_cell())).fix is None
    theirs = 'class Theirs(AnyWidget):\n    _esm = "https://example.org/theirs.js"'
    assert one(notebook(theirs)).fix is None


def test_an_import_is_told_from_a_text_and_a_comment() -> None:
    assert remote_imports("import\"https://a.b/c.js\";export*from'https://d.e'") == [
        "https://a.b/c.js",
        "https://d.e",
    ]
    assert remote_imports("await import(`https://a.b`)") == ["https://a.b"]
    assert remote_imports(" https://a.b/c.js\n") == ["https://a.b/c.js"]
    for text in (
        'const text = "from https://a.b";',
        '// import "https://a.b"',
        '/* import "https://a.b" */',
        'import a from "./a.js"; open("https://a.b")',
        'const svg = "http://www.w3.org/2000/svg"',
    ):
        assert remote_imports(text) == []


def test_old_packages_are_said_and_anywidget_can_be_installed() -> None:
    old = one(notebook(marimo="0.20.4"))
    assert (old.code, old.fix) == ("old-marimo", None)
    packages = {"anywidget": "0.9.2"}
    found = one(notebook(CODE, packages=packages), missing=("anywidget>=0.9.18",))
    assert found.code == "old-anywidget"
    assert found.fix is not None
    assert (found.fix.kind, found.fix.code) == ("install", "anywidget>=0.9.18")
    assert findings(notebook("x = 1"), missing=("anywidget>=0.9.18",)) == []


def test_a_cell_of_a_widget_that_fails_is_said() -> None:
    found = one(notebook(CODE, cell(object_cell(), "c", ("TraitError: no",))))
    assert (found.code, found.cell) == ("cell-failed", "c")
    assert "TraitError: no" in found.message
