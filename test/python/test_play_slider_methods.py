"""play-slider in the kernel: steps, limits, dates as Python has them, rows of frames.

The class is the one that a notebook gets: the definition cell of the built item (`npm run build`).
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
import traitlets

from built import built_class


@pytest.fixture(scope="module")
def widget_class() -> Any:
    """PlaySlider, as its definition cell makes it."""
    return built_class("play-slider")


def test_value_is_the_first_step_until_someone_chooses(widget_class: Any) -> None:
    assert widget_class().value == 0
    assert widget_class(first=1990, last=2020).value == 1990
    assert widget_class(options=["a", "b"]).value == "a"
    assert widget_class(first="2024-01-01", last="2024-02-01").value == "2024-01-01"


def test_dates_of_python_go_in_and_come_out(widget_class: Any) -> None:
    month = widget_class(first=dt.date(2024, 1, 31), last=dt.date(2024, 12, 31), unit="month")
    assert month.first == "2024-01-31"
    assert month.current() == dt.date(2024, 1, 31)
    month.value = dt.date(2024, 5, 31)
    assert month.value == "2024-05-31"
    zone = dt.timezone(dt.timedelta(hours=1))
    first = dt.datetime(2024, 3, 1, 12, tzinfo=zone)
    hour = widget_class(first=first, last=first + dt.timedelta(days=1), unit="hour")
    assert hour.current() == first
    hour.value = "2024-03-01T13:00Z"
    assert hour.current() == dt.datetime(2024, 3, 1, 13, tzinfo=dt.timezone.utc)
    assert widget_class(options=["2024-01-01", "later"]).current() == "2024-01-01"
    assert widget_class(options=[dt.date(2024, 1, 1)]).current() == dt.date(2024, 1, 1)


@pytest.mark.parametrize(
    ("traits", "value"),
    [
        ({"first": 0, "last": 10}, 11),
        ({"first": 0, "last": 10}, -0.5),
        ({"first": 0, "last": 10}, "2024-01-01"),
        ({"first": 0, "last": 10}, None),
        ({"first": 0, "last": 10}, True),
        ({"first": "2024-01-01", "last": "2024-12-31"}, "2025-01-01"),
        ({"first": "2024-01-01", "last": "2024-12-31"}, 3),
        ({"first": "2024-01-01T00:00Z", "last": "2024-01-01T12:00Z"}, "2024-01-01T13:00+00:00"),
        ({"options": ["a", "b"]}, "c"),
    ],
)
def test_a_value_outside_is_refused(widget_class: Any, traits: Any, value: Any) -> None:
    widget = widget_class(**traits)
    before = widget.value
    with pytest.raises(traitlets.TraitError, match=r"PlaySlider\.value: expected .*; found"):
        widget.value = value
    assert widget.value == before
    with pytest.raises(traitlets.TraitError, match="value"):
        widget_class(**traits, value=value)


def test_times_are_compared_as_instants_in_their_zone(widget_class: Any) -> None:
    widget = widget_class(
        first="2024-03-31T00:00",
        last="2024-03-31T06:00",
        unit="hour",
        time_zone="Europe/Berlin",
    )
    widget.value = "2024-03-31T03:00+02:00"
    widget.value = "2024-03-31T04:00+00:00"
    with pytest.raises(traitlets.TraitError, match="value"):
        widget.value = "2024-03-31T04:30+00:00"


@pytest.mark.parametrize(
    ("traits", "says"),
    [
        ({"first": 5, "last": 1}, "expected first up to last; found 5 and 1"),
        ({"first": 1, "last": "2024-01-01"}, "two numbers, or two ISO 8601 dates"),
        ({"first": "soon", "last": "later"}, "two numbers, or two ISO 8601 dates"),
        ({"step": 0}, "step: expected a number above 0"),
        ({"step": -1}, "step"),
        ({"options": ["a", {"b": 1}]}, "options: expected texts and numbers; found"),
        ({"time_zone": "Mars/Olympus"}, "time_zone: expected an IANA zone"),
        ({"time_zone": "../etc"}, "time_zone: expected an IANA zone"),
        ({"speed": 31}, "speed"),
        ({"repeat": "twice"}, "repeat"),
        ({"unit": "fortnight"}, "unit"),
    ],
)
def test_settings_that_make_no_sense_are_refused(widget_class: Any, traits: Any, says: str) -> None:
    with pytest.raises(traitlets.TraitError, match=says):
        widget_class(**traits)


def test_a_value_that_is_no_step_any_more_becomes_the_first(widget_class: Any) -> None:
    widget = widget_class(first=0, last=100, value=50)
    widget.last = 60
    assert widget.value == 50
    widget.last = 40
    assert widget.value == 0
    widget.options = ["a", "b"]
    assert widget.value == "a"


def test_the_page_learns_what_the_kernel_has_taken(widget_class: Any) -> None:
    widget = widget_class(first=0, last=10)
    widget.value = 3
    assert widget.taken == 3
    widget.set_state({"value": 4})
    assert widget.taken == 4


def test_the_notebook_plays_and_stops(widget_class: Any) -> None:
    widget = widget_class()
    widget.playing = True
    widget.set_state({"playing": False, "value": 10})
    assert (widget.playing, widget.value) == (False, 10)


def test_a_pandas_frame_goes_in_and_its_rows_come_out(widget_class: Any) -> None:
    pd = pytest.importorskip("pandas")
    frame = pd.DataFrame({"year": [2001, 1999, 2001, 2000], "name": ["a", "b", "c", "d"]})
    widget = widget_class.from_frame(frame, "year", repeat="loop")
    assert (widget.options, widget.label, widget.value) == ([1999, 2000, 2001], "year", 1999)
    widget.value = 2001
    assert widget.rows()["name"].tolist() == ["a", "c"]
    assert widget.rows(frame.head(1))["name"].tolist() == ["a"]
    days = pd.DataFrame({"day": pd.to_datetime(["2024-01-02", None, "2024-01-01"]), "n": [1, 2, 3]})
    widget = widget_class.from_frame(days, "day")
    assert widget.current() == dt.datetime(2024, 1, 1)
    assert widget.rows()["n"].tolist() == [3]


def test_polars_frames_go_in_lazy_or_not(widget_class: Any) -> None:
    pl = pytest.importorskip("polars")
    frame = pl.DataFrame({"day": [dt.date(2024, 1, 2), None, dt.date(2024, 1, 1)], "n": [1, 2, 3]})
    widget = widget_class.from_frame(frame.lazy(), "day")
    assert widget.options == ["2024-01-01", "2024-01-02"]
    assert widget.rows().collect()["n"].to_list() == [3]
    widget = widget_class.from_series(pl.Series("x", [2.5, float("nan"), 1.0, None]))
    assert widget.options == [1.0, 2.5]
    assert widget.label == "x"


def test_rows_without_a_frame_says_how_to_get_them(widget_class: Any) -> None:
    with pytest.raises(ValueError, match=r"rows: found no frame.*from_frame"):
        widget_class().rows()


def test_a_column_that_is_not_there_is_named(widget_class: Any) -> None:
    pd = pytest.importorskip("pandas")
    with pytest.raises(KeyError, match="no column 'yaer', expected one of 'year'"):
        widget_class.from_frame(pd.DataFrame({"year": [1]}), "yaer")
