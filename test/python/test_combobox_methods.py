"""combobox in the kernel: its options in every form, what may be chosen, frames in and rows out.

The class is the one that a notebook gets: the definition cell of the built item (`npm run build`).
"""

from __future__ import annotations

import math
from typing import Any

import pytest
import traitlets

from built import built_class

COUNTRIES = {
    "value": ["DE", "PL", "CO"],
    "label": ["Germany", "Poland", "Colombia"],
    "groups": [["Europe", 2], ["South America", 1]],
}


@pytest.fixture(scope="module")
def widget_class() -> Any:
    """Combobox, as its definition cell makes it."""
    return built_class("combobox")


def frame(library: str, columns: dict[str, list[Any]]) -> Any:
    made = pytest.importorskip(library, reason=f"{library} is not in this environment")
    pytest.importorskip("narwhals", reason="narwhals is not in this environment")
    return made.DataFrame(columns)


def test_texts_are_kept_as_a_list(widget_class: Any) -> None:
    assert widget_class(options=("a", "b")).options == ["a", "b"]


def test_records_become_columns_with_groups_together(widget_class: Any) -> None:
    records = [
        {"value": "DE", "label": "Germany", "group": "Europe"},
        {"value": "CO", "label": "Colombia", "group": "South America"},
        {"value": "PL", "label": "Poland", "group": "Europe"},
    ]
    widget = widget_class(options=records)
    assert widget.options == COUNTRIES
    widget.options = widget.options
    assert widget.options == COUNTRIES
    assert widget_class(options=["a", {"value": "b", "group": None}]).options == {
        "value": ["a", "b"]
    }


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ("abc", "expected a list of texts or records; found 'abc'"),
        ([1, 2], "expected texts, or records .*; found 1"),
        ([{"label": "x"}], "expected texts, or records"),
        ([{"value": "x", "colour": "red"}], "expected texts, or records"),
        (["a", "b", "a"], "each value once; found 'a' twice"),
        ([{"value": "a", "label": "A"}, {"value": "a", "label": "B"}], "found 'a' twice"),
        ({"Europe": ["DE"]}, "from_dict"),
        ({"value": ["a"], "label": ["A", "B"]}, "of one length"),
        ({"value": ["a"], "groups": [["x", 2]]}, "pairs of name and count"),
    ],
)
def test_other_options_are_refused(widget_class: Any, options: Any, said: str) -> None:
    with pytest.raises(traitlets.TraitError, match=rf"Combobox\.options: .*{said}"):
        widget_class(options=options)


def test_only_options_can_be_chosen_unless_others_may_be_created(widget_class: Any) -> None:
    assert widget_class(options=COUNTRIES, selected=["PL"]).selected == ["PL"]
    with pytest.raises(traitlets.TraitError, match=r"selected: .*found 'Poland', which is none"):
        widget_class(options=COUNTRIES, selected=["Poland"])
    widget = widget_class(options=["a"], creatable=True)
    widget.selected = ["z", "a"]
    assert widget.selected == ["z", "a"]


def test_a_value_is_chosen_once_and_no_more_than_allowed(widget_class: Any) -> None:
    with pytest.raises(traitlets.TraitError, match="each value once; found 'a' twice"):
        widget_class(options=["a"], selected=["a", "a"])
    with pytest.raises(traitlets.TraitError, match="expected at most 1; found 2"):
        widget_class(options=["a", "b"], selected=["a", "b"], max_selected=1)
    with pytest.raises(traitlets.TraitError, match="expected at most 1; found 2"):
        widget_class(options=["a", "b"], selected=["a", "b"], multiple=False)


def test_options_and_limits_that_come_later_leave_what_is_chosen(widget_class: Any) -> None:
    widget = widget_class(options=["a", "b", "c"], selected=["a", "b"])
    widget.options = ["b", "c"]
    widget.max_selected = 1
    assert widget.selected == ["a", "b"]
    widget.selected = ["b", "a"]
    widget.selected = ["b"]
    with pytest.raises(traitlets.TraitError, match="found 'a'"):
        widget.selected = ["a"]


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_a_frame_goes_in_and_the_chosen_rows_come_out(widget_class: Any, library: str) -> None:
    columns = {
        "code": [2, 1, None, 2],
        "name": ["two", "one", "none", "deux"],
        "kind": ["even", "odd", "odd", "even"],
    }
    rows = frame(library, columns)
    widget = widget_class.from_frame(rows, "name")
    assert widget.options == ["two", "one", "none", "deux"]
    assert widget.label == "name"
    assert len(widget.rows()) == 0
    widget.selected = ["deux", "two"]
    assert type(widget.rows()) is type(rows)
    assert list(widget.rows()["name"]) == ["two", "deux"]
    assert list(widget.rows(rows[1:])["name"]) == ["deux"]
    named = widget_class.from_frame(rows, "code", labels="name", groups="kind", label="Codes")
    assert named.options["label"] == ["two", "one"]
    assert named.options["groups"] == [["even", 1], ["odd", 1]]
    named.selected = named.options["value"][:1]
    assert list(named.rows()["name"]) == ["two", "deux"]
    assert named.objects() == [2]


def test_a_lazy_frame_stays_lazy(widget_class: Any) -> None:
    rows = frame("polars", {"name": ["a", "b"]}).lazy()
    widget = widget_class.from_frame(rows, "name", selected=["b"])
    assert type(widget.rows()) is type(rows)
    assert widget.rows().collect()["name"].to_list() == ["b"]


def test_a_column_that_is_not_there_is_named(widget_class: Any) -> None:
    with pytest.raises(KeyError, match="no column 'naem', expected one of 'name'"):
        widget_class.from_frame(frame("pandas", {"name": ["a"]}), "naem")


def test_rows_without_a_frame_says_how_to_get_them(widget_class: Any) -> None:
    with pytest.raises(ValueError, match=r"rows: found no frame.*from_frame"):
        widget_class(options=["a"]).rows()


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_a_series_is_made_of_its_distinct_values(widget_class: Any, library: str) -> None:
    series = frame(library, {"n": [3.0, 1.0, None, 3.0]})["n"]
    widget = widget_class.from_series(series)
    assert widget.options == ["3.0", "1.0"]
    assert widget.label == "n"
    widget.selected = ["1.0"]
    assert widget.objects() == [1.0]


def test_anything_that_can_be_walked_through_is_a_series(widget_class: Any) -> None:
    widget = widget_class.from_series(range(3), selected=["2"])
    assert widget.objects() == [2]
    assert widget_class.from_series([math.nan, "x", "x"]).options == ["x"]


def test_a_dict_has_labels_or_groups(widget_class: Any) -> None:
    widget = widget_class.from_dict({"One": 1, "Two": 2}, selected=["Two"])
    assert widget.objects() == [2]
    groups = widget_class.from_dict({"Odd": [1, 3], "Even": (2,)}, selected=["3", "2"])
    assert groups.options == {"value": ["1", "3", "2"], "groups": [["Odd", 2], ["Even", 1]]}
    assert groups.objects() == [3, 2]
    with pytest.raises(TypeError, match="lists beside other values"):
        widget_class.from_dict({"a": [1], "b": 2})


def test_what_was_created_is_its_own_object_and_has_no_rows(widget_class: Any) -> None:
    rows = frame("pandas", {"n": [1, 2]})
    widget = widget_class.from_frame(rows, "n", creatable=True)
    widget.selected = ["2", "new"]
    assert widget.objects() == [2, "new"]
    assert list(widget.rows()["n"]) == [2]


def test_a_hundred_thousand_options_are_taken_and_chosen(widget_class: Any) -> None:
    options = [f"Option {n}" for n in range(100_000)]
    widget = widget_class(options=options)
    widget.selected = options
    assert len(widget.selected) == 100_000
