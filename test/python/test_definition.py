"""What counts as the same Python in two definition cells."""

import pytest
from inlay.definition import read_definition

CELL = """# inlay: dial 0.1.0 0123456789abcdef
class Dial(_anywidget.AnyWidget):
    value = _Int().tag(sync=True)
    _esm = \"\"\"one
two\"\"\"
    step = 1"""


def same(one: str, other: str) -> bool:
    return read_definition(one).same_python(read_definition(other))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("one\ntwo", "three", True),
        ("0.1.0", "0.2.0", True),
        ("step = 1", "step  =  1  # as before", True),
        ('two"""', 'three"""  # new', True),
        ("step = 1", "step = 2", False),
        ('two"""', 'two"""; size = 2', False),
        ("_Int()", "_Int(1)", False),
    ],
)
def test_a_front_end_a_marker_and_a_layout_are_no_python(
    old: str, new: str, expected: bool
) -> None:
    assert same(CELL, CELL.replace(old, new)) is expected


def test_what_stands_behind_a_front_end_on_its_line_counts() -> None:
    cell = 'class Dial:\n    _esm = "é"; step = 1'
    assert not same(cell, cell.replace("1", "2"))
    assert same(cell, cell.replace("é", "z"))


def test_styles_are_a_part_of_the_front_end() -> None:
    cell = f'{CELL}\n    _css = "a {{}}"'
    assert same(cell, cell.replace("a {}", "b {}"))
