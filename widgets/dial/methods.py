"""The kernel's side of dial: numbers within the circle, times of day in and out."""

import datetime as _datetime
import math as _math
from typing import Any as _Any

import anywidget as _anywidget
import traitlets as _traitlets


class Methods(_anywidget.AnyWidget):
    @classmethod
    def from_time(cls, first: _Any, last: _Any = None, **traits: _Any) -> _Any:
        """A dial for a time of day (`datetime.time` or "14:30"), or for a range of two."""
        times = [first] if last is None else [first, last]
        minutes = []
        for each in times:
            found = _datetime.time.fromisoformat(each) if isinstance(each, str) else each
            if not isinstance(found, _datetime.time):
                raise TypeError(
                    f"{cls.__name__}.from_time: found {each!r}, expected a datetime.time or a text "
                    'such as "14:30".'
                )
            minutes.append(found.hour * 60 + found.minute)
        names = ("value",) if last is None else ("low", "high")
        given = dict(zip(names, minutes, strict=True))
        return cls(**{"format": "time", "range": last is not None, **given, **traits})

    @property
    def time(self) -> _Any:
        """`value`, minutes after midnight, as a `datetime.time`."""
        return self._time(self.value)

    @property
    def times(self) -> _Any:
        """`low` and `high`, minutes after midnight, as a pair of `datetime.time`."""
        return self._time(self.low), self._time(self.high)

    @property
    def radians(self) -> float:
        """The angle of `value` from `start`, 0 to 2π, whatever unit the dial has."""
        return float(_math.tau * (self.value - self.start) / (self._stop - self.start))

    @property
    def span(self) -> float:
        """How long the range is from `low` to `high`, round past `stop` where `high` is below."""
        length = float(self.high - self.low)
        return length + self._stop - self.start if length < 0 else length

    def contains(self, n: float) -> bool:
        """Whether a number (or a `datetime.time`) is in the range, both ends inclusive."""
        if isinstance(n, _datetime.time):
            n = n.hour * 60 + n.minute + n.second / 60 + n.microsecond / 60e6
        low, high = float(self.low), float(self.high)
        if low <= high:
            return low <= n <= high
        return low <= n <= self._stop or float(self.start) <= n <= high

    @staticmethod
    def _time(minutes: float) -> _Any:
        return _datetime.time(int(minutes) // 60 % 24, int(minutes) % 60)

    @property
    def _stop(self) -> float:
        return self._stop_of(self.stop)

    def _stop_of(self, stop: _Any) -> float:
        usual = {"time": 1440.0, "number": 100.0}.get(self.format, 360.0)
        return usual if stop is None else float(stop)

    @_traitlets.default("value")
    def _first_value(self) -> float:
        return float(self.start)

    @_traitlets.default("low")
    def _first_low(self) -> float:
        return float(self.start)

    @_traitlets.default("high")
    def _first_high(self) -> float:
        return float(self.start + (self._stop - self.start) / 4)

    @_traitlets.validate("value", "low", "high")
    def _within(self, proposal: _Any) -> _Any:
        name, n = proposal["trait"].name, proposal["value"]
        if not self.start <= n <= self._stop:
            raise _traitlets.TraitError(
                f"{type(self).__name__}.{name}: found {n!r}, expected a number from "
                f"{self.start!r} (start) to {self._stop!r} (stop)."
            )
        return n

    @_traitlets.validate("start", "stop")
    def _in_order(self, proposal: _Any) -> _Any:
        name, n = proposal["trait"].name, proposal["value"]
        start = n if name == "start" else self.start
        stop = self._stop_of(n if name == "stop" else self.stop)
        if not start < stop:
            raise _traitlets.TraitError(
                f"{type(self).__name__}.{name}: found start {start!r} and stop {stop!r}, expected "
                "start below stop."
            )
        return n

    @_traitlets.observe("start", "stop", "format")
    def _follow(self, _: _Any) -> None:
        """A number that another circle leaves outside goes to its nearest end."""
        for name in ("value", "low", "high"):
            self.set_trait(name, min(max(getattr(self, name), self.start), self._stop))
