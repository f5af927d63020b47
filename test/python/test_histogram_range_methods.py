"""histogram-range in the kernel: its range follows the data, frames go in, rows come out.

The class is the one that a notebook gets: the definition cell of the built item (`npm run build`).
"""

from __future__ import annotations

import math
from typing import Any

import pytest
import traitlets

from built import built_class


@pytest.fixture(scope="module")
def widget_class() -> Any:
    """HistogramRange, as its definition cell makes it."""
    return built_class("histogram-range")


def test_value_is_the_extent_of_the_data_until_someone_chooses(widget_class: Any) -> None:
    widget = widget_class(data=[3, 1, None, 2.5, math.nan, math.inf, -math.inf])
    assert widget.value == (1.0, 3.0)
    widget.data = [10, -10]
    assert widget.value == (-10.0, 10.0)


def test_value_waits_for_data(widget_class: Any) -> None:
    widget = widget_class()
    assert widget.value == (0.0, 0.0)
    widget.data = [math.nan]
    assert widget.value == (0.0, 0.0)
    widget.data = [5, 7]
    assert widget.value == (5.0, 7.0)


@pytest.mark.parametrize("value", [(2, 4), (-100, 100), (0, 0), (3, 3)])
def test_a_range_given_with_the_data_is_kept(widget_class: Any, value: tuple[float, float]) -> None:
    widget = widget_class(data=[1, 5], value=value)
    assert widget.value == value
    widget.data = [2, 3]
    assert widget.value == value


def test_an_end_that_was_moved_stays_and_an_open_one_follows(widget_class: Any) -> None:
    widget = widget_class(data=[0, 100])
    widget.value = (20, 100)
    widget.data = [10, 300]
    assert widget.value == (20.0, 300.0)
    widget.value = (10, 50)
    widget.data = [-5, 40]
    assert widget.value == (-5.0, 50.0)


def test_an_open_end_stays_open_while_the_data_is_beside_the_range(widget_class: Any) -> None:
    widget = widget_class(data=[0, 100])
    widget.value = (50, 100)
    widget.data = [0, 30]
    assert widget.value == (50.0, 50.0)
    widget.data = [0, 200]
    assert widget.value == (50.0, 200.0)


def test_all_stays_all_while_the_data_is_away(widget_class: Any) -> None:
    widget = widget_class(data=[0, 100])
    widget.data = []
    assert widget.value == (0.0, 100.0)
    widget.data = [5, 7]
    assert widget.value == (5.0, 7.0)


def test_observers_learn_of_a_range_that_follows(widget_class: Any) -> None:
    widget = widget_class(data=[1, 2])
    seen: list[tuple[float, float]] = []
    widget.observe(lambda _: seen.append(widget.value), names=["value"])
    widget.data = [1, 9]
    assert seen == [(1.0, 9.0)]
    widget.data = [1, 5, 9]
    assert seen == [(1.0, 9.0)]


def test_low_above_high_is_refused(widget_class: Any) -> None:
    widget = widget_class(data=[1, 5])
    with pytest.raises(traitlets.TraitError, match=r"value.*low not above high"):
        widget.value = (4, 2)
    assert widget.value == (1.0, 5.0)
    with pytest.raises(traitlets.TraitError, match="value"):
        widget_class(data=[1, 5], value=(9, 0))


def test_mask_takes_both_ends_and_nothing_missing(widget_class: Any) -> None:
    widget = widget_class(data=[1, 2, None, 3, 4, math.inf], value=(2, 3))
    assert widget.mask() == [False, True, False, True, False, False]


def test_rows_without_a_frame_says_how_to_get_them(widget_class: Any) -> None:
    with pytest.raises(ValueError, match=r"rows: found no frame.*from_frame"):
        widget_class(data=[1, 2]).rows()


def test_a_pandas_frame_goes_in_and_its_rows_come_out(widget_class: Any) -> None:
    pd = pytest.importorskip("pandas")
    frame = pd.DataFrame({"price": [5.0, None, 15.0, 25.0], "name": ["a", "b", "c", "d"]})
    widget = widget_class.from_frame(frame, "price", unit="€")
    assert (widget.label, widget.unit, widget.value) == ("price", "€", (5.0, 25.0))
    assert widget.rows()["name"].tolist() == ["a", "c", "d"]
    widget.value = (5, 15)
    rows = widget.rows()
    assert isinstance(rows, pd.DataFrame)
    assert rows["name"].tolist() == ["a", "c"]
    assert rows.index.tolist() == [0, 2]
    other = pd.DataFrame({"price": [1, 10]})
    assert widget.rows(other)["price"].tolist() == [10]


@pytest.mark.parametrize("dtype", ["Int64", "Float32", "boolean", "uint8"])
def test_pandas_series_of_any_numbers_go_in(widget_class: Any, dtype: str) -> None:
    pd = pytest.importorskip("pandas")
    widget = widget_class.from_series(pd.Series([1, 0, 1], dtype=dtype, name="x"))
    assert list(widget.data) == [1.0, 0.0, 1.0]
    assert widget.label == "x"


def test_nulls_in_pandas_are_missing(widget_class: Any) -> None:
    pd = pytest.importorskip("pandas")
    widget = widget_class.from_series(pd.Series([1, None, 3], dtype="Int64"), label="y")
    assert widget.value == (1.0, 3.0)
    assert math.isnan(widget.data[1])
    assert widget.label == "y"


def test_a_series_of_text_is_refused(widget_class: Any) -> None:
    pd = pytest.importorskip("pandas")
    with pytest.raises(TypeError, match=r"from_series: found a series of .*expected numbers"):
        widget_class.from_series(pd.Series(["1", "2"], dtype="string"))
    with pytest.raises(TypeError, match="expected numbers"):
        widget_class.from_series(pd.Series(pd.to_datetime(["2024-01-01"])))
    with pytest.raises(TypeError, match="expected numbers"):
        widget_class.from_series(pd.Series([object(), "x"]))


def test_a_column_that_is_not_there_is_named(widget_class: Any) -> None:
    pd = pytest.importorskip("pandas")
    with pytest.raises(KeyError, match="no column 'prize', expected one of 'price', 'name'"):
        widget_class.from_frame(pd.DataFrame({"price": [1], "name": ["a"]}), "prize")


def test_polars_frames_go_in_lazy_or_not(widget_class: Any) -> None:
    pl = pytest.importorskip("polars")
    frame = pl.DataFrame({"n": [3, None, 1, 2], "x": [0.5, float("nan"), 2.5, None]})
    widget = widget_class.from_frame(frame, "n", value=(1, 2))
    assert widget.rows()["n"].to_list() == [1, 2]
    widget = widget_class.from_frame(frame.lazy(), "x")
    assert widget.value == (0.5, 2.5)
    rows = widget.rows()
    assert isinstance(rows, pl.LazyFrame)
    assert rows.collect()["x"].to_list() == [0.5, 2.5]


def test_arrow_tables_go_in(widget_class: Any) -> None:
    pa = pytest.importorskip("pyarrow")
    table = pa.table({"n": [3, None, 1]})
    widget = widget_class.from_frame(table, "n", value=(2, 3))
    assert widget.rows().to_pydict() == {"n": [3]}
    assert list(widget.mask()) == [True, False, False]


def test_a_million_numbers_are_taken_quickly(widget_class: Any) -> None:
    widget = widget_class(data=range(1_000_000))
    assert widget.value == (0.0, 999_999.0)
