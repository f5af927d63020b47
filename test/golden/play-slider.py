# inlay: play-slider 0.1.0 4af43abfa841ad0d
import collections.abc as _abc
import copy as _copy
import datetime as _datetime
import json as _json
import math as _math
import numbers as _numbers
import reprlib as _reprlib
import typing as _typing

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


class _Json(_Trait):
    def accept(self, value: _typing.Any, where: str) -> _typing.Any:
        try:
            text = _json.dumps(value, allow_nan=False, default=lambda each: each.item())
        except (AttributeError, TypeError, ValueError, RecursionError) as error:
            self.refuse(value, where, f" ({error})")
        return _json.loads(text)

    def info(self) -> str:
        return "what JSON can say"


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


class _Dict(_Trait):
    """A dict from texts to values of one kind."""

    def __init__(
        self,
        part: _Trait,
        initial: _typing.Any = None,
        *,
        nullable: bool = False,
    ) -> None:
        super().__init__(initial, nullable=nullable)
        self.part = part

    def fit(self, value: _typing.Any, where: str) -> dict[str, _typing.Any]:
        if not isinstance(value, _abc.Mapping) or not all(isinstance(key, str) for key in value):
            self.refuse(value, where)
        items = value.items()
        return {str(key): self.part.accept(each, f"{where}[{key!r}]") for key, each in items}

    def info(self) -> str:
        return f"a dict with text keys, each value {self.part.info()}"

    def pack(self, value: _typing.Any) -> _typing.Any:
        if value is None:
            return None
        return {key: self.part.pack(each) for key, each in value.items()}

    def unpack(self, wire: _typing.Any) -> _typing.Any:
        if not isinstance(wire, dict):
            return wire
        return {key: self.part.unpack(each) for key, each in wire.items()}


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


class PlaySlider(_anywidget.AnyWidget):
    """A slider that plays: step by step through numbers, dates or labels, at the pace of what it
    drives.

    Traits:
        value (anything that JSON can say; set by the person, as it moves): The step that is shown:
            a number, an ISO 8601 date or time (text), or a label; the first until it is set.
        playing (bool; set by the person): Whether it goes on by itself; ends with the last step
            where `repeat` is `once`.
        speed (float from 0.05 up to 30; set by the person): Steps a second; the person chooses too.
        repeat (one of "once", "loop", "bounce"; set by the person): What follows the last step: the
            end, the first step, or the way back; the person chooses too.
        options (list, each anything that JSON can say; what it shows): The steps one by one:
            labels, numbers, or ISO 8601 dates; empty: those from `first` to `last`.
        first (anything that JSON can say; what it shows): The first step: a number, or an ISO 8601
            date or time.
        last (anything that JSON can say; what it shows): The last step at most, of the kind of
            `first`; inclusive.
        step (float from 0; how it looks or behaves): From step to step, above 0: a number, or so
            many of `unit` between dates.
        unit (one of "second", "minute", "hour", "day", "week", "month", "year"; how it looks or
            behaves): What `step` counts between dates; days and longer ones keep the time on the
            clock.
        time_zone (str; how it looks or behaves): IANA zone that times are shown in, such as
            `Europe/Berlin`; empty: as they are written, UTC for those with an offset.
        label (str; how it looks or behaves): What the steps are, shown above the slider.
        format (dict of texts to anything that JSON can say; how it looks or behaves): Options of
            JavaScript's `Intl.NumberFormat`, or of `Intl.DateTimeFormat` for dates, such as
            `{'month': 'long', 'year': 'numeric'}`.
        every_step (bool; how it looks or behaves): Whether a play waits for the notebook, so that a
            slow reader shows each step; False: in time, and readers leave out what they cannot keep
            up with.
        taken (anything that JSON can say; how it looks or behaves): The value that the notebook has
            taken last, for `every_step`; set by Python alone.
    """

    value = _Json().tag(sync=True)
    playing = _Bool(False).tag(sync=True)
    speed = _Float(2.0, at_least=0.05, at_most=30.0).tag(sync=True)
    repeat = _Enum(("once", "loop", "bounce"), "once").tag(sync=True)
    options = _List(_Json(), []).tag(sync=True)
    first = _Json(0).tag(sync=True)
    last = _Json(10).tag(sync=True)
    step = _Float(1.0, at_least=0.0).tag(sync=True)
    unit = _Enum(("second", "minute", "hour", "day", "week", "month", "year"), "day").tag(sync=True)
    time_zone = _Text("").tag(sync=True)
    label = _Text("").tag(sync=True)
    format = _Dict(_Json(), {}).tag(sync=True)
    every_step = _Bool(True).tag(sync=True)
    taken = _Json().tag(sync=True)
    _front = _Front("value", "playing", "speed", "repeat").tag(sync=True)

    _frame = None
    _column = ""
    _found: list[_typing.Any] | None = None

    @classmethod
    def from_series(cls, series: _typing.Any, **traits: _typing.Any) -> _typing.Any:
        """A slider over the distinct values of a series, sorted; missing ones are left out.

        The series may be of pandas, polars, pyarrow or any other that narwhals knows, of numbers,
        dates or texts. Its name is the label unless `label` says otherwise.
        """
        import narwhals as _nw

        column = _nw.from_native(series, series_only=True)
        found = column.drop_nulls().unique().sort().to_list()
        found = [each for each in found if each == each]
        traits.setdefault("label", str(column.name or ""))
        widget = cls(options=found, **traits)
        widget._found = found
        return widget

    @classmethod
    def from_frame(cls, frame: _typing.Any, column: str, **traits: _typing.Any) -> _typing.Any:
        """A slider over the distinct values of a frame's column, whose `rows()` at each it gives.

        The frame may be lazy. The label is the column's name unless `label` says otherwise.
        """
        import narwhals as _nw

        whole = _nw.from_native(frame)
        names = whole.collect_schema().names()
        if column not in names:
            raise KeyError(
                f"{cls.__name__}.from_frame: found no column {column!r}, expected one of "
                f"{', '.join(map(repr, names))}."
            )
        narrow = whole.select(column)
        eager = narrow.collect() if isinstance(narrow, _nw.LazyFrame) else narrow
        widget = cls.from_series(eager[column].to_native(), **traits)
        widget._frame, widget._column = frame, column
        return widget

    def rows(self, frame: _typing.Any = None) -> _typing.Any:
        """The rows at this step of the frame that `from_frame` was given.

        Another `frame` with the same column may be given instead. The answer is a frame of the same
        kind, lazy where the frame is.
        """
        import narwhals as _nw

        frame = self._frame if frame is None else frame
        if frame is None or not self._column or self._found is None:
            raise ValueError(
                f"{type(self).__name__}.rows: found no frame, expected one made with "
                f"{type(self).__name__}.from_frame(frame, column)."
            )
        here = self._found[self.options.index(self.value)] if self.options else None
        return _nw.from_native(frame).filter(_nw.col(self._column) == here).to_native()

    def current(self) -> _typing.Any:
        """The value as Python has it: a date or datetime where the steps are dates."""
        steps = self.options or [self.first, self.last]
        is_dated = all(self._moment(each) is not None for each in steps)
        return self._moment(self.value) if is_dated else self.value

    def __setattr__(self, name: str, value: _typing.Any) -> None:
        """Takes dates and times where their ISO 8601 texts are expected."""
        if name in ("value", "first", "last"):
            value = self._plain(value)
        elif name == "options" and not isinstance(value, str | dict):
            value = [self._plain(each) for each in value]
        super().__setattr__(name, value)

    @staticmethod
    def _plain(value: _typing.Any) -> _typing.Any:
        return value.isoformat() if hasattr(value, "isoformat") else value

    @staticmethod
    def _moment(value: _typing.Any) -> _typing.Any:
        if not isinstance(value, str):
            return None
        try:
            if len(value) == 10:
                return _datetime.date.fromisoformat(value)
            return _datetime.datetime.fromisoformat(value.replace("Z", "+00:00"))
        except ValueError:
            return None

    @staticmethod
    def _is_number(value: _typing.Any) -> bool:
        return isinstance(value, int | float) and not isinstance(value, bool)

    def _instant(self, value: _typing.Any) -> _typing.Any:
        """Where a number or date lies, to compare; None for all else."""
        if self._is_number(value):
            return value
        moment = self._moment(value)
        if moment is None:
            return None
        if not isinstance(moment, _datetime.datetime):
            moment = _datetime.datetime.combine(moment, _datetime.time())
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=self._zone(self.time_zone))
        return moment.astimezone(_datetime.timezone.utc)

    def _zone(self, name: str) -> _datetime.tzinfo:
        if not name:
            return _datetime.timezone.utc
        import zoneinfo as _zoneinfo

        try:
            return _zoneinfo.ZoneInfo(name)
        except (ValueError, OSError, _zoneinfo.ZoneInfoNotFoundError) as error:
            raise _traitlets.TraitError(
                f"{type(self).__name__}.time_zone: expected an IANA zone such as 'Europe/Berlin'; "
                f"found {name!r}"
            ) from error

    @_traitlets.default("value")
    def _first_value(self) -> _typing.Any:
        return self.options[0] if self.options else self.first

    @_traitlets.validate("value")
    def _check_value(self, proposal: dict[str, _typing.Any]) -> _typing.Any:
        value = proposal["value"]
        problem = self._problem(value)
        if problem:
            raise _traitlets.TraitError(f"{type(self).__name__}.value: {problem}; found {value!r}")
        return value

    def _problem(self, value: _typing.Any) -> str:
        """What is wrong with a value; empty where it is a step, or lies between two."""
        if self.options:
            shown = ", ".join(map(repr, self.options[:8])) + (
                ", …" if len(self.options) > 8 else ""
            )
            return "" if value in self.options else f"expected one of {shown}"
        low, high, at = map(self._instant, (self.first, self.last, value))
        kinds = [isinstance(each, _datetime.datetime) for each in (low, high, at)]
        fits = None not in (low, high, at) and len(set(kinds)) == 1 and low <= at <= high
        return "" if fits else f"expected {self.first!r} to {self.last!r}"

    @_traitlets.validate("options")
    def _check_options(self, proposal: dict[str, _typing.Any]) -> _typing.Any:
        for each in proposal["value"]:
            if isinstance(each, list | dict):
                raise _traitlets.TraitError(
                    f"{type(self).__name__}.options: expected texts and numbers; found {each!r}"
                )
        return proposal["value"]

    @_traitlets.validate("first", "last")
    def _check_ends(self, proposal: dict[str, _typing.Any]) -> _typing.Any:
        ends = {"first": self.first, "last": self.last}
        ends[proposal["trait"].name] = proposal["value"]
        first, last = map(self._instant, ends.values())
        name = f"{type(self).__name__}.{proposal['trait'].name}"
        found = "found {first!r} and {last!r}".format(**ends)
        if type(first) is not type(last) and not (self._is_number(first) and self._is_number(last)):
            first = None
        if first is None or last is None:
            raise _traitlets.TraitError(
                f"{name}: expected first and last to be two numbers, or two ISO 8601 dates or "
                f"times; {found}"
            )
        if first > last:
            raise _traitlets.TraitError(f"{name}: expected first up to last; {found}")
        return proposal["value"]

    @_traitlets.validate("step")
    def _check_step(self, proposal: dict[str, _typing.Any]) -> _typing.Any:
        if not proposal["value"] > 0:
            raise _traitlets.TraitError(
                f"{type(self).__name__}.step: expected a number above 0; found {proposal['value']}"
            )
        return proposal["value"]

    @_traitlets.validate("time_zone")
    def _check_zone(self, proposal: dict[str, _typing.Any]) -> _typing.Any:
        self._zone(proposal["value"])
        return proposal["value"]

    @_traitlets.observe("options", "first", "last")
    def _follow(self, _: object) -> None:
        if self._problem(self.value):
            self.set_trait("value", self._first_value())

    @_traitlets.observe("value")
    def _tell(self, _: object) -> None:
        self.set_trait("taken", self.value)

    _esm = """33977 characters, sha256 9c0959204d4b0e785592b8a23eb12ef361b56cb49226006639dbd9c26828f831"""
