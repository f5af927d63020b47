"""dial in the kernel: numbers within the circle, times of day in and out.

The class is the one that a notebook gets: the definition cell of the built item (`npm run build`).
"""

from __future__ import annotations

import datetime
import math
from typing import Any

import pytest
import traitlets

from built import built_class


@pytest.fixture(scope="module")
def widget_class() -> Any:
    """Dial, as its definition cell makes it."""
    return built_class("dial")


def test_hands_stand_at_the_start_until_someone_moves_them(widget_class: Any) -> None:
    dial = widget_class(start=-180, stop=180)
    assert (dial.value, dial.low, dial.high) == (-180.0, -180.0, -90.0)
    assert widget_class(format="time").high == 360.0


@pytest.mark.parametrize("name", ["value", "low", "high"])
def test_a_number_outside_is_refused_and_leaves_all_as_it_was(widget_class: Any, name: str) -> None:
    dial = widget_class(**{name: 30})
    with pytest.raises(
        traitlets.TraitError, match=rf"{name}: found 361.0, expected .* 0.0 .* 360.0"
    ):
        setattr(dial, name, 361)
    assert getattr(dial, name) == 30.0
    with pytest.raises(traitlets.TraitError, match=name):
        widget_class(**{name: -1})
    for wrong in (math.nan, math.inf, "1", None):
        with pytest.raises(traitlets.TraitError, match=name):
            setattr(dial, name, wrong)


def test_the_usual_end_is_that_of_the_format(widget_class: Any) -> None:
    assert widget_class(format="time", value=1440).value == 1440.0
    with pytest.raises(traitlets.TraitError, match="100"):
        widget_class(format="number", value=101)
    assert widget_class(format="number", stop=500, value=101).value == 101.0


def test_the_start_is_below_the_stop(widget_class: Any) -> None:
    for traits in ({"start": 360}, {"stop": 0}, {"start": 5, "stop": 4}):
        with pytest.raises(traitlets.TraitError, match="expected start below stop"):
            widget_class(**traits)
    dial = widget_class()
    with pytest.raises(traitlets.TraitError, match="expected start below stop"):
        dial.stop = -1
    assert dial.stop is None


def test_another_circle_keeps_the_hands_or_moves_them_to_its_end(widget_class: Any) -> None:
    dial = widget_class(value=300, low=10, high=200)
    dial.stop = 180
    assert (dial.value, dial.low, dial.high) == (180.0, 10.0, 180.0)
    dial.start = 20
    assert dial.low == 20.0


def test_times_go_in_and_out(widget_class: Any) -> None:
    leave = widget_class.from_time("14:30", label="Leave")
    assert (leave.value, leave.format, leave.range, leave.label) == (870.0, "time", False, "Leave")
    assert leave.time == datetime.time(14, 30)
    leave.value = 1440
    assert leave.time == datetime.time(0, 0)
    quiet = widget_class.from_time(datetime.time(22), datetime.time(6, 30))
    assert (quiet.low, quiet.high, quiet.range) == (1320.0, 390.0, True)
    assert quiet.times == (datetime.time(22), datetime.time(6, 30))
    with pytest.raises(TypeError, match=r"found 5, expected a datetime\.time"):
        widget_class.from_time(5)


def test_a_range_may_go_past_the_end(widget_class: Any) -> None:
    quiet = widget_class.from_time("22:00", "06:30")
    assert quiet.span == 510.0
    held = [datetime.time(23), datetime.time(0), datetime.time(6, 30), 1440, 0, 1320]
    assert all(quiet.contains(each) for each in held)
    assert not any(quiet.contains(each) for each in (datetime.time(6, 30, 1), 720, -1, 1441))
    plain = widget_class(low=10, high=20)
    assert plain.span == 10.0
    assert [plain.contains(n) for n in (9, 10, 20, 21)] == [False, True, True, False]


def test_any_value_is_an_angle(widget_class: Any) -> None:
    assert widget_class(value=90).radians == pytest.approx(math.pi / 2)
    assert widget_class(format="time", value=720).radians == pytest.approx(math.pi)
    assert widget_class(start=-180, stop=180, value=0).radians == pytest.approx(math.pi)


def test_numbers_travel_as_numbers(widget_class: Any) -> None:
    dial = widget_class(value=5, detents=(1, 2.5), stop=None)
    assert dial.get_state(["value", "detents", "stop"]) == {
        "value": 5.0,
        "detents": [1.0, 2.5],
        "stop": None,
    }
    for wrong in ([math.nan], ["1"], 5):
        with pytest.raises(traitlets.TraitError, match="detents"):
            dial.detents = wrong
    for name, wrong in {"step": -1, "size": 10, "format": "clock"}.items():
        with pytest.raises(traitlets.TraitError, match=name):
            setattr(dial, name, wrong)
