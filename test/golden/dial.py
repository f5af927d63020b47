# inlay: dial 0.1.0 a8e49ed91b97b60d
import collections.abc as _abc
import copy as _copy
import datetime as _datetime
import math as _math
import numbers as _numbers
import reprlib as _reprlib
import typing as _typing
from typing import Any as _Any

import anywidget as _anywidget
import traitlets as _traitlets


class _Trait(_traitlets.TraitType[_typing.Any, _typing.Any]):
    """Keeps what `fit` gives back; `fit` refuses what is not allowed."""

    def __init__(self, initial: _typing.Any = None, *, nullable: bool = False) -> None:
        super().__init__(allow_none=nullable)
        self.initial = initial
        self.tag(to_json=lambda value, _: self.pack(value))
        self.tag(from_json=lambda wire, _: self.unpack(wire))

    def make_dynamic_default(self) -> _typing.Any:
        return _copy.deepcopy(self.initial)

    def validate(self, obj: _typing.Any, value: _typing.Any) -> _typing.Any:
        try:
            return self.accept(value, str(self.name))
        except _traitlets.TraitError as error:
            raise _traitlets.TraitError(f"{type(obj).__name__}.{error}") from None

    def accept(self, value: _typing.Any, where: str) -> _typing.Any:
        return None if value is None and self.allow_none else self.fit(value, where)

    def fit(self, value: _typing.Any, where: str) -> _typing.Any:
        return value

    def refuse(self, value: _typing.Any, where: str, why: str = "") -> _typing.NoReturn:
        found = f"{type(value).__name__} {' '.join(_reprlib.repr(value).split())}"
        allowed = self.info() + (" or None" if self.allow_none else "")
        raise _traitlets.TraitError(f"{where}: expected {allowed}; found {found}{why}")

    def pack(self, value: _typing.Any) -> _typing.Any:
        return value

    def unpack(self, wire: _typing.Any) -> _typing.Any:
        return wire


class _Bool(_Trait):
    def fit(self, value: _typing.Any, where: str) -> bool:
        if type(value).__name__ not in ("bool", "bool_"):
            self.refuse(value, where)
        return bool(value)

    def info(self) -> str:
        return "True or False"


class _Number(_Trait):
    """A number between two limits, both allowed."""

    noun = "a number"
    abstract: type[_typing.Any] = _numbers.Real

    def __init__(
        self,
        initial: _typing.Any = None,
        *,
        at_least: float = -_math.inf,
        at_most: float = _math.inf,
        nullable: bool = False,
    ) -> None:
        super().__init__(initial, nullable=nullable)
        self.at_least = at_least
        self.at_most = at_most

    def fit(self, value: _typing.Any, where: str) -> _typing.Any:
        if isinstance(value, bool) or not isinstance(value, self.abstract):
            self.refuse(value, where)
        if not _math.isfinite(value) or not self.at_least <= value <= self.at_most:
            self.refuse(value, where)
        return float(value)

    def info(self) -> str:
        low = "" if self.at_least == -_math.inf else f" from {self.at_least}"
        high = "" if self.at_most == _math.inf else f" up to {self.at_most}"
        return self.noun + low + high


class _Float(_Number):
    pass


class _Int(_Number):
    noun = "a whole number"
    abstract = _numbers.Integral

    def fit(self, value: _typing.Any, where: str) -> int:
        super().fit(value, where)
        if abs(value) >= 2**53:
            self.refuse(value, where, ", which is beyond 2**53")
        return int(value)


class _Text(_Trait):
    """A text of at most `at_most` characters."""

    def __init__(
        self,
        initial: _typing.Any = "",
        *,
        at_most: float = _math.inf,
        nullable: bool = False,
    ) -> None:
        super().__init__(initial, nullable=nullable)
        self.at_most = at_most

    def fit(self, value: _typing.Any, where: str) -> str:
        if not isinstance(value, str) or len(value) > self.at_most:
            self.refuse(value, where)
        if any("\ud800" <= each <= "\udfff" for each in value):
            self.refuse(value, where, ", which holds half of a surrogate pair")
        return str(value)

    def info(self) -> str:
        limit = "" if self.at_most == _math.inf else f" of at most {self.at_most} characters"
        return f"a text{limit}"


class _Enum(_Trait):
    def __init__(
        self,
        choices: tuple[str, ...],
        initial: _typing.Any = None,
        *,
        nullable: bool = False,
    ) -> None:
        super().__init__(initial, nullable=nullable)
        self.choices = choices

    def fit(self, value: _typing.Any, where: str) -> str:
        if not isinstance(value, str) or value not in self.choices:
            self.refuse(value, where)
        return str(value)

    def info(self) -> str:
        return "one of " + ", ".join(map(repr, self.choices))


class _List(_Trait):
    """A list of one kind of value, from anything that can be walked through in order."""

    def __init__(
        self,
        part: _Trait,
        initial: _typing.Any = None,
        *,
        at_most: float = _math.inf,
        nullable: bool = False,
    ) -> None:
        super().__init__(initial, nullable=nullable)
        self.part = part
        self.at_most = at_most

    def fit(self, value: _typing.Any, where: str) -> list[_typing.Any]:
        if isinstance(value, str | bytes | _abc.Mapping) or not isinstance(value, _abc.Iterable):
            self.refuse(value, where)
        values = list(value)
        if len(values) > self.at_most:
            self.refuse(value, where, f", which has {len(values)}")
        return [self.part.accept(each, f"{where}[{i}]") for i, each in enumerate(values)]

    def info(self) -> str:
        limit = "" if self.at_most == _math.inf else f" of at most {self.at_most}"
        return f"a list{limit}, each item {self.part.info()}"

    def pack(self, value: _typing.Any) -> _typing.Any:
        return None if value is None else [self.part.pack(each) for each in value]

    def unpack(self, wire: _typing.Any) -> _typing.Any:
        return [self.part.unpack(each) for each in wire] if isinstance(wire, list) else wire


class _Front(_traitlets.Unicode[str, str | bytes]):
    """What the page says of its front end: "", "mounted" or "error: …".

    A page that says the same again has been loaded again. marimo before 0.23 gives it the values
    of the beginning; its next change would go on from them, so it gets those that it writes anew.
    Later ones give it those of now, and what is sent could take back what a person does meanwhile.
    """

    def __init__(self, *written: str) -> None:
        super().__init__("")
        self.written = written
        self.tag(from_json=self.hear)

    def hear(self, said: _typing.Any, widget: _typing.Any) -> _typing.Any:
        keeps = hasattr(widget.comm, "esm_spec")  # As wires have it since marimo 0.23.
        if self.written and not keeps and said == getattr(widget, self.name or ""):
            widget.send_state([*self.written])
        return said


class Dial(_anywidget.AnyWidget):
    """A number or a range on a circle: an angle, a time of day, a hue, a direction.

    Traits:
        value (float; set by the person, as it moves): Where the hand stands, from `start` to
            `stop`: an angle in degrees, a number, or minutes after midnight.
        low (float; set by the person, as it moves): Where a range begins; above `high` where it
            goes round past `stop`.
        high (float; set by the person, as it moves): Where a range ends; equal to `low` where it is
            empty.
        range (bool; how it looks or behaves): Whether there are two hands, for `low` and `high`,
            instead of one for `value`.
        format (one of "degrees", "number", "time", "hue", "compass"; how it looks or behaves): How
            values are written and typed, and what is on the ring: `time` is hours and minutes in
            the reader's locale.
        start (float; how it looks or behaves): The number where the circle begins.
        stop (float or None; how it looks or behaves): The number where it ends; None is 360, or
            1440 (minutes) for `time`, or 100 for `number`.
        step (float from 0 or None; how it looks or behaves): The hands stop at whole steps from
            `start`; None chooses round numbers, and keeps typed ones.
        wrap (bool; how it looks or behaves): Whether `stop` is `start` again; without it the hand
            stops at both ends of three quarters.
        detents (list, each float; what it shows): Numbers where a dragged hand catches, marked on
            the ring; Page Up and Down go there.
        math (bool; how it looks or behaves): Whether `start` is to the right and numbers grow
            counterclockwise, as angles in mathematics.
        unit (str; how it looks or behaves): Unit behind each number, such as `km/h`.
        label (str; how it looks or behaves): What is set, shown above the dial.
        debounce (bool; how it looks or behaves): Whether a drag sends only what it ends with, for
            readers that take long.
        size (int from 140 up to 400; how it looks or behaves): Diameter, in pixels.
    """

    value = _Float(0.0).tag(sync=True)
    low = _Float(0.0).tag(sync=True)
    high = _Float(90.0).tag(sync=True)
    range = _Bool(False).tag(sync=True)
    format = _Enum(("degrees", "number", "time", "hue", "compass"), "degrees").tag(sync=True)
    start = _Float(0.0).tag(sync=True)
    stop = _Float(nullable=True).tag(sync=True)
    step = _Float(at_least=0.0, nullable=True).tag(sync=True)
    wrap = _Bool(True).tag(sync=True)
    detents = _List(_Float(), []).tag(sync=True)
    math = _Bool(False).tag(sync=True)
    unit = _Text("").tag(sync=True)
    label = _Text("").tag(sync=True)
    debounce = _Bool(False).tag(sync=True)
    size = _Int(220, at_least=140, at_most=400).tag(sync=True)
    _front = _Front("value", "low", "high").tag(sync=True)

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

    _esm = """32334 characters, sha256 1bc2d0f6159febc6610812e0a7781609450dc089db080a75c7e0fb3ec2d276d3"""
