"""JSON values become Python that reads back as the same value."""

from __future__ import annotations

import ast
import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inlay.literal import WIDTH, literal, needs_datetime, quoted, wrapped

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(st.text(alphabet=st.characters()))
def test_a_quoted_text_reads_back(text: str) -> None:
    assert ast.literal_eval(quoted(text)) == text


@given(st.text(alphabet=st.characters()))
def test_a_quoted_text_holds_nothing_that_a_saved_notebook_changes(text: str) -> None:
    assert quoted(text).isprintable()


@given(JSON)
def test_any_json_reads_back(value: Any) -> None:
    assert ast.literal_eval(literal(value)) == value


@given(
    st.lists(
        st.floats(allow_nan=False, allow_infinity=False) | st.none(), min_size=30, max_size=300
    )
)
def test_a_long_list_is_wrapped_in_lines_that_read_back(values: list[float | None]) -> None:
    text = wrapped(literal(values), 4)
    assert ast.literal_eval(text) == values
    assert all(len(line) <= WIDTH for line in text.split("\n"))


@pytest.mark.parametrize(
    ("value", "spec", "expected"),
    [
        ("it's", {"kind": "string"}, '"it\'s"'),
        ('a "b"', {"kind": "string"}, "'a \"b\"'"),
        ([1, 2], {"kind": "tuple", "items": [{"kind": "int"}, {"kind": "int"}]}, "(1, 2)"),
        ([1], {"kind": "tuple", "items": [{"kind": "int"}]}, "(1,)"),
        ([], {"kind": "tuple", "items": []}, "()"),
        ([[1, 2]], {"kind": "list", "items": {"kind": "tuple", "items": [{}, {}]}}, "[(1, 2)]"),
        ({"a": [1]}, {"kind": "dict", "values": {"kind": "tuple", "items": [{}]}}, '{"a": (1,)}'),
        ({"a": "aGk="}, {"kind": "dict", "fields": {"a": {"kind": "bytes"}}}, "{\"a\": b'hi'}"),
        ([1, None], {"kind": "array", "dtype": "float64", "shape": [None]}, "[1, None]"),
        (True, {"kind": "bool"}, "True"),
        (None, {"kind": "datetime", "nullable": True}, "None"),
    ],
)
def test_a_value_takes_the_form_of_its_type(
    value: Any, spec: dict[str, Any], expected: str
) -> None:
    assert literal(value, spec) == expected


def test_a_datetime_becomes_a_call_that_every_python_reads() -> None:
    text = literal("2024-05-01T12:00:00Z", {"kind": "datetime"})
    value = eval(text, {"_datetime": datetime})
    assert value == datetime.datetime(2024, 5, 1, 12, tzinfo=datetime.timezone.utc)


def test_a_datetime_inside_a_type_is_noticed() -> None:
    assert needs_datetime({"kind": "list", "items": {"kind": "datetime"}})
    assert not needs_datetime({"kind": "string"})
