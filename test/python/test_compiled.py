"""A cell whose front end was exchanged is the one that marimo would have compiled."""

import ast
from types import CodeType
from typing import Any

import pytest
from inlay import compiled
from inlay.compiled import recompile
from marimo._ast.compiler import compile_cell

CELL = """# inlay: dial 0.1.0 0123456789abcdef
import anywidget as _anywidget


class Dial(_anywidget.AnyWidget):
    \"\"\"A dial.\"\"\"

    step = 1

    def turn(self):
        return _anywidget.__name__, self.step, "one"

    _esm = \"\"\"one
two\"\"\""""
NEW = CELL.replace("one\ntwo", "a\nlonger\nthird").replace("0.1.0", "0.2.0")


def shape(code: CodeType) -> list[Any]:
    """What a code object does, with what it holds; not where its long texts end."""
    inner = [shape(each) if isinstance(each, CodeType) else each for each in code.co_consts]
    lines = [line for _, _, line in code.co_lines()]
    return [code.co_name, code.co_code, code.co_names, code.co_filename, lines, inner]


@pytest.fixture
def registered() -> Any:
    return compile_cell(CELL, cell_id="abcd")


def test_an_exchanged_front_end_gives_what_marimo_compiles(
    registered: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = compile_cell(NEW, cell_id="abcd")
    monkeypatch.setattr(compiled, "_compile", lambda *_: pytest.fail("it was compiled again"))
    made = recompile(registered, "abcd", NEW)
    assert made is not None
    assert shape(made.parts["body"]) == shape(expected.body)
    assert ast.dump(made.parts["mod"]) == ast.dump(expected.mod)
    assert (made.parts["key"], made.parts["code"]) == (expected.key, expected.code)
    ((name, (length, _, lines, _)),) = made.lines.items()
    assert (name, length, "".join(lines)) == (expected.body.co_filename, len(NEW), f"{NEW}\n")


@pytest.mark.parametrize(
    "code",
    [
        NEW.replace("step = 1", "step = 1  # one"),
        NEW.replace("one\ntwo", "three") + "\n    last = 1",
        NEW.replace("class Dial", "\nclass Dial"),
    ],
)
def test_all_else_is_compiled(registered: Any, code: str) -> None:
    made = recompile(registered, "abcd", code)
    assert made is not None
    assert shape(made.parts["body"]) == shape(compile_cell(code, cell_id="abcd").body)


def test_other_names_are_no_quiet_edit(registered: Any) -> None:
    assert recompile(registered, "abcd", f"{NEW}\n\nmore = 1") is None
    assert recompile(registered, "abcd", NEW.replace("return ", "return size, ")) is None
    assert recompile(registered, "abcd", "class Dial(") is None
