"""date-brush in the kernel: days from frames, ranges that follow the data, the rows of a range.

The class is the one that a notebook gets: the definition cell of the built item (`npm run build`).
"""

from __future__ import annotations

import datetime as dt
import math
from typing import Any

import pytest
import traitlets

from built import built_class

BERLIN = "Europe/Berlin"


@pytest.fixture(scope="module")
def widget_class() -> Any:
    """DateBrush, as its definition cell makes it."""
    return built_class("date-brush")


def test_the_range_is_all_days_until_someone_chooses(widget_class: Any) -> None:
    days = widget_class(first_day="2024-02-28", counts=[1, 0, 3])
    assert (days.start, days.end) == ("2024-02-28", "2024-03-01")
    assert days.dates() == (dt.date(2024, 2, 28), dt.date(2024, 3, 1))


def test_without_days_there_is_no_range(widget_class: Any) -> None:
    days = widget_class()
    assert (days.start, days.end, days.dates(), days.between()) == (None, None, None, None)
    days.first_day = "2024-01-01"
    days.counts = [1, 2]
    assert (days.start, days.end) == ("2024-01-01", "2024-01-02")


def test_an_end_that_was_moved_stays_and_an_open_one_follows(widget_class: Any) -> None:
    days = widget_class(first_day="2024-01-01", counts=[1] * 10)
    days.start = "2024-01-04"
    days.counts = [1] * 20
    assert (days.start, days.end) == ("2024-01-04", "2024-01-20")
    days.end = "2024-01-10"
    days.counts = [1] * 30
    assert (days.start, days.end) == ("2024-01-04", "2024-01-10")


def test_dates_go_in_and_none_is_the_end_of_the_data(widget_class: Any) -> None:
    days = widget_class(first_day=dt.date(2024, 1, 1), counts=[1] * 31, end=dt.date(2024, 1, 9))
    assert (days.first_day, days.start, days.end) == ("2024-01-01", "2024-01-01", "2024-01-09")
    days.select(dt.datetime(2024, 1, 20, 12), None)
    assert (days.start, days.end) == ("2024-01-20", "2024-01-31")
    days.select(None, "2024-01-02")
    assert (days.start, days.end) == ("2024-01-01", "2024-01-02")


def test_the_page_sets_both_ends_in_one_message(widget_class: Any) -> None:
    days = widget_class(first_day="2024-01-01", counts=[1] * 31, end="2024-01-05")
    days.set_state({"start": "2024-01-20", "end": "2024-01-25"})
    assert (days.start, days.end) == ("2024-01-20", "2024-01-25")


@pytest.mark.parametrize("found", ["yesterday", "2024-02-30", "2024-1-1", "2024-01-01T00:00", ""])
@pytest.mark.parametrize("name", ["start", "end", "first_day"])
def test_what_is_no_day_is_refused(widget_class: Any, name: str, found: str) -> None:
    days = widget_class(first_day="2024-01-01", counts=[1] * 31)
    with pytest.raises(traitlets.TraitError, match=rf"DateBrush\.{name}: expected an ISO 8601 day"):
        setattr(days, name, found)
    assert (days.first_day, days.start, days.end) == ("2024-01-01", "2024-01-01", "2024-01-31")


def test_start_after_end_is_refused(widget_class: Any) -> None:
    days = widget_class(first_day="2024-01-01", counts=[1] * 31, end="2024-01-09")
    with pytest.raises(traitlets.TraitError, match=r"start not after end.*select\(start, end\)"):
        days.start = "2024-01-10"
    with pytest.raises(traitlets.TraitError, match="start not after end"):
        days.select("2024-01-10", "2024-01-08")
    assert (days.start, days.end) == ("2024-01-01", "2024-01-09")


@pytest.mark.parametrize(
    ("traits", "says"),
    [
        ({"time_zone": "Mars/Olympus"}, "time_zone: expected an IANA zone"),
        ({"week_start": 0}, "week_start"),
        ({"view": "clock"}, "view"),
    ],
)
def test_settings_that_make_no_sense_are_refused(widget_class: Any, traits: Any, says: str) -> None:
    with pytest.raises(traitlets.TraitError, match=says):
        widget_class(**traits)


def test_between_is_midnight_to_midnight_of_the_zone(widget_class: Any) -> None:
    days = widget_class(first_day="2024-03-31", counts=[1], time_zone=BERLIN)
    start, end = days.between()
    assert start.isoformat() == "2024-03-31T00:00:00+01:00"
    assert end.isoformat() == "2024-04-01T00:00:00+02:00"
    days.time_zone = ""
    assert days.between() == (dt.datetime(2024, 3, 31), dt.datetime(2024, 4, 1))


def test_counts_by_day_go_in_with_gaps(widget_class: Any) -> None:
    days = widget_class.from_counts(
        {"2024-03-01": 2, dt.date(2024, 2, 28): 1, dt.datetime(2024, 2, 28, 9): 4, None: 9},
        label="Visits",
    )
    assert (days.first_day, list(days.counts)) == ("2024-02-28", [5.0, 0.0, 2.0])
    assert widget_class.from_counts({}).start is None
    with pytest.raises(ValueError, match="expected a date, a datetime or an ISO 8601 text"):
        widget_class.from_counts({"soon": 1})
    with pytest.raises(ValueError, match="at most a million days"):
        widget_class.from_counts({dt.date.min: 1, dt.date.max: 1})


def test_times_are_counted_by_the_days_of_the_zone(widget_class: Any) -> None:
    late = dt.datetime(2024, 3, 1, 23, 30, tzinfo=dt.timezone.utc)
    times = [late, late - dt.timedelta(hours=12), None, dt.datetime(2024, 3, 1, 23, 59)]
    days = widget_class.from_times(times, time_zone=BERLIN)
    assert (days.first_day, list(days.counts), days.time_zone) == ("2024-03-01", [2.0, 1.0], BERLIN)
    assert list(widget_class.from_times(times).counts) == [3.0]
    with pytest.raises(ValueError, match="found 3"):
        widget_class.from_times([3])
    with pytest.raises(traitlets.TraitError, match="time_zone"):
        widget_class.from_times(times, time_zone="Mars/Olympus")


def test_a_pandas_frame_goes_in_and_its_rows_come_out(widget_class: Any) -> None:
    pd = pytest.importorskip("pandas")
    times = ["2024-03-01 23:30", "2024-03-02 00:00", None, "2024-03-03 23:59:59.999", "2024-03-04"]
    frame = pd.DataFrame({"at": pd.to_datetime(times, format="mixed"), "n": range(5)})
    days = widget_class.from_frame(frame, "at")
    assert (days.label, days.first_day, list(days.counts)) == ("at", "2024-03-01", [1, 1, 1, 1])
    assert days.rows()["n"].tolist() == [0, 1, 3, 4]
    days.select("2024-03-02", "2024-03-03")
    rows = days.rows()
    assert isinstance(rows, pd.DataFrame)
    assert rows["n"].tolist() == [1, 3]
    assert days.rows(frame.head(2))["n"].tolist() == [1]


def test_a_pandas_column_with_a_zone_brings_it_along(widget_class: Any) -> None:
    pd = pytest.importorskip("pandas")
    at = pd.to_datetime(["2024-03-01 22:30", "2024-03-01 23:30"], utc=True)
    frame = pd.DataFrame({"at": at, "n": [0, 1]})
    days = widget_class.from_frame(frame, "at")
    assert (days.time_zone, list(days.counts)) == ("UTC", [2])
    days = widget_class.from_frame(frame, "at", time_zone=BERLIN, label="When")
    assert (days.time_zone, days.label, list(days.counts)) == (BERLIN, "When", [1, 1])
    days.start = "2024-03-02"
    assert days.rows()["n"].tolist() == [1]


def test_polars_frames_go_in_lazy_or_not(widget_class: Any) -> None:
    pl = pytest.importorskip("polars")
    dates = [dt.date(2024, 3, 3), None, dt.date(2024, 3, 1), dt.date(2024, 3, 3)]
    frame = pl.DataFrame({"day": dates, "n": range(4)})
    days = widget_class.from_frame(frame.lazy(), "day", end="2024-03-02")
    assert list(days.counts) == [1, 0, 2]
    rows = days.rows()
    assert isinstance(rows, pl.LazyFrame)
    assert rows.collect()["n"].to_list() == [2]
    zoned = pl.Series("at", [dt.datetime(2024, 3, 1, 23, 30)]).dt.replace_time_zone("UTC")
    assert widget_class.from_series(zoned, BERLIN).first_day == "2024-03-02"
    assert widget_class.from_series(frame["day"].head(0)).start is None
    assert widget_class.from_frame(frame.head(0), "day").rows().height == 0


def test_arrow_tables_go_in(widget_class: Any) -> None:
    pa = pytest.importorskip("pyarrow")
    pytest.importorskip("polars")
    table = pa.table({"day": pa.array([dt.date(2024, 3, 3), dt.date(2024, 3, 1)]), "n": [0, 1]})
    days = widget_class.from_frame(table, "day", start="2024-03-02")
    assert days.rows().to_pydict()["n"] == [0]


def test_a_column_without_dates_is_refused(widget_class: Any) -> None:
    pd = pytest.importorskip("pandas")
    with pytest.raises(TypeError, match=r"from_series: found a series of .*expected dates"):
        widget_class.from_series(pd.Series(["2024-01-01"]))
    with pytest.raises(KeyError, match="no column 'dya', expected one of 'day'"):
        widget_class.from_frame(pd.DataFrame({"day": [1]}), "dya")


def test_rows_without_a_frame_says_how_to_get_them(widget_class: Any) -> None:
    with pytest.raises(ValueError, match=r"rows: found no frame.*from_frame"):
        widget_class(first_day="2024-01-01", counts=[1]).rows()


def test_counts_that_are_missing_are_none(widget_class: Any) -> None:
    days = widget_class(first_day="2024-01-01", counts=[1, None, 2])
    assert math.isnan(days.counts[1])
