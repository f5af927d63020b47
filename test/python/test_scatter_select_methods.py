"""scatter-select in the kernel: frames go in, the selected rows come out.

The class is the one that a notebook gets: the definition cell of the built item (`npm run build`).
"""

from __future__ import annotations

import math
from array import array
from typing import Any

import pytest
import traitlets

from built import built_class


@pytest.fixture(scope="module")
def widget_class() -> Any:
    """ScatterSelect, as its definition cell makes it."""
    return built_class("scatter-select")


COLUMNS: dict[str, list[Any]] = {
    "length": [5.5, 4.0, None, 6.0],
    "width": [3, 2, 1, 4],
    "kind": ["rose", None, "aster", "rose"],
    "name": ["a", "b", None, "d"],
}


def frame_of(library: str) -> Any:
    module = pytest.importorskip(library)
    return module.table(COLUMNS) if library == "pyarrow" else module.DataFrame(COLUMNS)


@pytest.mark.parametrize("library", ["pandas", "polars", "pyarrow"])
def test_a_frame_goes_in_and_its_selected_rows_come_out(widget_class: Any, library: str) -> None:
    frame = frame_of(library)
    widget = widget_class.from_frame(frame, "length", "width", "kind", "name", height=300)
    assert list(widget.x)[:2] == [5.5, 4.0]
    assert math.isnan(widget.x[2])
    assert list(widget.y) == [3.0, 2.0, 1.0, 4.0]
    assert widget.categories == ["aster", "rose"]
    assert list(widget.category) == [1, 2, 0, 1]
    assert widget.labels == ["a", "b", "", "d"]
    assert (widget.x_label, widget.y_label, widget.height) == ("length", "width", 300)
    widget.selected = [3, 0]
    rows = widget.rows()
    assert type(rows) is type(frame)
    assert [str(each) for each in rows["name"]] == ["a", "d"]
    assert widget.mask() == [True, False, False, True]


def test_a_lazy_frame_goes_in(widget_class: Any) -> None:
    pl = pytest.importorskip("polars")
    widget = widget_class.from_frame(pl.LazyFrame(COLUMNS), "length", "width", selected=[1])
    assert widget.rows()["name"].to_list() == ["b"]


def test_nullable_numbers_of_pandas_go_in(widget_class: Any) -> None:
    pd = pytest.importorskip("pandas")
    frame = pd.DataFrame(
        {"n": pd.array([1, None, 3], dtype="Int64"), "m": [1, 2, 3]}, index=[7, 8, 9]
    )
    widget = widget_class.from_frame(frame, "n", "m", selected=[2])
    assert [widget.x[0], math.isnan(widget.x[1]), widget.x[2]] == [1.0, True, 3.0]
    assert widget.rows().index.tolist() == [9]


def test_categories_keep_the_order_that_the_frame_gives_them(widget_class: Any) -> None:
    pd = pytest.importorskip("pandas")
    order = ["small", "medium", "large"]
    sizes = pd.Categorical(["large", "small", "small"], categories=order, ordered=True)
    frame = pd.DataFrame({"x": [1, 2, 3], "y": [1, 2, 3], "size": sizes, "mixed": [1, "b", None]})
    widget = widget_class.from_frame(frame, "x", "y", "size")
    assert widget.categories == ["small", "large"]
    assert list(widget.category) == [1, 0, 0]
    widget.load_frame(frame, "x", "y", "mixed")
    assert widget.categories == ["1", "b"]


def test_names_of_axes_can_be_given(widget_class: Any) -> None:
    widget = widget_class.from_frame(frame_of("pandas"), "length", "width", x_label="Length (mm)")
    assert (widget.x_label, widget.y_label) == ("Length (mm)", "width")


def test_another_frame_keeps_the_selected_rows_that_it_has(widget_class: Any) -> None:
    pd = pytest.importorskip("pandas")
    widget = widget_class.from_frame(frame_of("pandas"), "length", "width", "kind", selected=[1, 3])
    widget.load_frame(pd.DataFrame({"a": [1, 2], "b": [3, 4]}), "a", "b")
    assert list(widget.selected) == [1]
    assert widget.rows()["b"].tolist() == [4]
    assert widget.categories == []
    assert widget.x_label == "length"


def test_what_is_not_there_or_no_number_is_named(widget_class: Any) -> None:
    frame = frame_of("pandas")
    with pytest.raises(KeyError, match="no column 'wid', expected one of 'length', 'width'"):
        widget_class.from_frame(frame, "length", "wid")
    with pytest.raises(TypeError, match=r"column 'name' of .*, expected numbers"):
        widget_class.from_frame(frame, "length", "name")


def test_too_many_categories_are_refused(widget_class: Any) -> None:
    pd = pytest.importorskip("pandas")
    many = range(65_536)
    with pytest.raises(ValueError, match="65536 different values in column 'n'"):
        widget_class.from_frame(pd.DataFrame({"n": many}), "n", "n", "n")


def test_rows_without_a_frame_says_how_to_get_them(widget_class: Any) -> None:
    with pytest.raises(ValueError, match=r"rows: found no frame.*from_frame"):
        widget_class(x=[1, 2], y=[3, 4]).rows()


def test_selected_is_ascending_and_holds_each_row_once(widget_class: Any) -> None:
    widget = widget_class(x=[1, 2, 3], y=[1, 2, 3], selected=[2, 0, 2])
    assert widget.selected == array("I", [0, 2])
    with pytest.raises(traitlets.TraitError, match="selected"):
        widget.selected = [-1]


def test_selected_rows_that_the_data_does_not_have_are_left_out(widget_class: Any) -> None:
    widget = widget_class.from_frame(frame_of("pandas"), "length", "width")
    widget.selected = [0, 99]
    assert len(widget.rows()) == 1
    assert widget.mask() == [True, False, False, False]
