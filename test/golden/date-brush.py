# inlay: date-brush 0.1.0 eaefe4231470f0ff
import array as _array
import collections.abc as _abc
import copy as _copy
import datetime as _datetime
import math as _math
import numbers as _numbers
import reprlib as _reprlib
import sys as _sys
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


class _Array(_Trait):
    """Numbers as a flat, row-major `array.array`; little-endian bytes on the wire."""

    dtypes = ("int8", "uint8", "int16", "uint16", "int32", "uint32", "float32", "float64")

    def __init__(
        self,
        dtype: str,
        shape: tuple[int | None, ...] = (None,),
        initial: _typing.Any = (),
        *,
        nullable: bool = False,
    ) -> None:
        super().__init__(initial, nullable=nullable)
        self.dtype = dtype
        self.shape = shape
        self.code = "bBhHiIfd"[self.dtypes.index(dtype)]

    def fit(self, value: _typing.Any, where: str) -> _typing.Any:
        if isinstance(value, str | _abc.Mapping | _abc.Set):
            self.refuse(value, where)
        numbers, found = self.read(value, where)
        wanted = [len(numbers) if size is None else size for size in self.shape]
        flat = _math.prod(size or 1 for size in self.shape)
        fits = len(numbers) % flat == 0 if None in self.shape else len(numbers) == flat
        if len(found) > 1:
            pairs = zip(self.shape, found, strict=False)
            fits = len(found) == len(wanted) and all(a in (None, b) for a, b in pairs)
        if not fits:
            self.refuse(value, where, f", of shape {list(found)}")
        return numbers

    def read(self, value: _typing.Any, where: str) -> tuple[_typing.Any, tuple[int, ...]]:
        if isinstance(value, _array.array) and value.typecode == self.code:
            return value[:], (len(value),)
        if hasattr(value, "__array__"):
            try:
                value = value.__array__()
            except ImportError:  # polars without numpy
                value = list(value)
        if hasattr(value, "astype"):
            kind = value.dtype.kind
            if kind in "mMSUVc":
                self.refuse(value, where, f", of dtype {value.dtype}")
            if kind in "biuf" and (self.code in "fd" or kind == "b"):
                return self.filled(value.astype(self.dtype).tobytes()), value.shape
            return self.numbers(value.ravel().tolist(), where), value.shape
        if isinstance(value, memoryview):
            value = value.tolist()
        if not isinstance(value, _abc.Iterable):
            self.refuse(value, where)
        items, found = list(value), []
        for _ in self.shape[1:]:
            if not items or isinstance(items[0], str) or not isinstance(items[0], _abc.Iterable):
                break
            rows = [list(row) for row in items]
            if any(len(row) != len(rows[0]) for row in rows):
                self.refuse(value, where, ", whose rows differ in length")
            found.append(len(rows))
            items = [item for row in rows for item in row]
        width = len(items) // _math.prod(found) if found else len(items)
        return self.numbers(items, where), (*found, width)

    def numbers(self, items: list[_typing.Any], where: str) -> _typing.Any:
        try:
            return _array.array(self.code, items)
        except (TypeError, ValueError, OverflowError):
            numbers = _array.array(self.code)
            for index, item in enumerate(items):
                try:
                    numbers.append(self.number(item))
                except (TypeError, ValueError, OverflowError):
                    self.refuse(item, f"{where}[{index}]")
            return numbers

    def number(self, item: _typing.Any) -> _typing.Any:
        if isinstance(item, str | bytes):
            raise TypeError(item)
        if self.code in "fd":
            missing = item is None or type(item).__name__ in ("NAType", "NaTType")
            return _math.nan if missing else float(item)
        whole = int(item)
        if whole != item:
            raise ValueError(item)
        return whole

    def filled(self, wire: _typing.Any) -> _typing.Any:
        numbers = _array.array(self.code)
        numbers.frombytes(wire)
        return numbers

    def info(self) -> str:
        axes = ", ".join("n" if size is None else str(size) for size in self.shape)
        missing = ", None where one is missing" if self.code in "fd" else ""
        return f"{self.dtype} numbers of shape [{axes}]{missing}"

    def pack(self, value: _typing.Any) -> _typing.Any:
        if value is None or _sys.byteorder == "little":
            return None if value is None else value.tobytes()
        swapped = value[:]
        swapped.byteswap()
        return swapped.tobytes()

    def unpack(self, wire: _typing.Any) -> _typing.Any:
        if not isinstance(wire, bytes | bytearray | memoryview):
            return wire
        if memoryview(wire).nbytes % _array.array(self.code).itemsize:
            raise _traitlets.TraitError(f"{self.name}: {len(wire)} bytes are no {self.dtype} array")
        numbers = self.filled(wire)
        if _sys.byteorder == "big":
            numbers.byteswap()
        return numbers


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


class DateBrush(_anywidget.AnyWidget):
    """A range of days, brushed over a calendar heat map or a timeline of counts.

    Traits:
        start (str or None; set by the person, as it moves): First day of the range, inclusive, as
            ISO 8601 text (`2024-03-01`); the first day of the data until it is set.
        end (str or None; set by the person, as it moves): Last day of the range, inclusive, as ISO
            8601 text; the last day of the data until it is set.
        first_day (str or None; what it shows): The day of the first count, as ISO 8601 text; None:
            no days.
        counts (float64 array of shape [n]; what it shows): How much there is of each day from
            `first_day` on, one number a day; NaN is none.
        time_zone (str; how it looks or behaves): IANA zone in which the days begin, such as
            `Europe/Berlin`; told beside the range. Empty: days of no zone.
        label (str; how it looks or behaves): What is counted, shown above the days.
        view (one of "calendar", "timeline"; set by the person): How the days are drawn; the person
            chooses too.
        week_start (int from 1 up to 7 or None; how it looks or behaves): First day of a week in the
            calendar, 1 (Monday) to 7 (Sunday); None: as where the reader is.
    """

    start = _Text(None, nullable=True).tag(sync=True)
    end = _Text(None, nullable=True).tag(sync=True)
    first_day = _Text(None, nullable=True).tag(sync=True)
    counts = _Array("float64").tag(sync=True)
    time_zone = _Text("").tag(sync=True)
    label = _Text("").tag(sync=True)
    view = _Enum(("calendar", "timeline"), "calendar").tag(sync=True)
    week_start = _Int(at_least=1, at_most=7, nullable=True).tag(sync=True)
    _front = _Front("start", "end", "view").tag(sync=True)

    _edges: tuple[str | None, str | None] = (None, None)
    _frame = None
    _column = ""

    @classmethod
    def from_counts(
        cls, counts: _typing.Mapping[_typing.Any, float], **traits: _typing.Any
    ) -> _typing.Any:
        """A brush over counts by day: dates, datetimes or ISO 8601 texts as keys.

        Days between that are missing count 0. Raises ValueError for more than a million days.
        """
        days: dict[_datetime.date, float] = {}
        for key, count in counts.items():
            if key is None or key != key:
                continue
            day = cls._day(key)
            if day is None:
                raise ValueError(
                    f"{cls.__name__}.from_counts: found {key!r}, expected a date, a datetime or an "
                    "ISO 8601 text such as '2024-03-01'."
                )
            days[day] = days.get(day, 0) + count
        if not days:
            return cls(**traits)
        first, last = min(days), max(days)
        length = (last - first).days + 1
        if length > 1_000_000:
            raise ValueError(
                f"{cls.__name__}.from_counts: found days from {first} to {last}, expected at most "
                "a million days: leave out what is mistaken."
            )
        numbers = [0.0] * length
        for day, count in days.items():
            numbers[(day - first).days] = count
        return cls(first_day=first.isoformat(), counts=numbers, **traits)

    @classmethod
    def from_times(
        cls, times: _typing.Iterable[_typing.Any], time_zone: str = "", **traits: _typing.Any
    ) -> _typing.Any:
        """A brush over dates or datetimes, counted by day; None is left out.

        Datetimes with a zone are counted by the days of `time_zone`, those without as they are.
        """
        zone = cls._zone(time_zone)
        counts: dict[_typing.Any, int] = {}
        for time in times:
            if time is None or time != time:
                continue
            if zone and getattr(time, "tzinfo", None):
                time = time.astimezone(zone)
            key = cls._day(time) or time
            counts[key] = counts.get(key, 0) + 1
        return cls.from_counts(counts, time_zone=time_zone, **traits)

    @classmethod
    def from_series(
        cls, series: _typing.Any, time_zone: str = "", **traits: _typing.Any
    ) -> _typing.Any:
        """A brush over a series of dates or datetimes, counted by day; missing ones are left out.

        The series may be of pandas, polars, pyarrow or any other that narwhals knows. Its zone is
        `time_zone` unless another is given: its days are those of that zone. Its name is the label
        unless `label` says otherwise. Raises TypeError where it holds no dates.
        """
        import narwhals as _nw

        column = _nw.from_native(series, series_only=True)
        if not isinstance(column.dtype, _nw.Date | _nw.Datetime):
            raise TypeError(
                f"{cls.__name__}.from_series: found a series of {column.dtype}, expected dates or "
                "datetimes: convert it first."
            )
        traits.setdefault("label", str(column.name or ""))
        if isinstance(column.dtype, _nw.Datetime):
            given = column.dtype.time_zone
            time_zone = time_zone or given or ""
            if given and time_zone != given:
                column = column.dt.convert_time_zone(time_zone)
            if given:
                column = column.dt.replace_time_zone(None)
            column = column.dt.truncate("1d")
        counts = column.drop_nulls().value_counts(name="count")
        days, sizes = counts[counts.columns[0]].to_list(), counts["count"].to_list()
        return cls.from_counts(dict(zip(days, sizes, strict=True)), time_zone=time_zone, **traits)

    @classmethod
    def from_frame(
        cls, frame: _typing.Any, column: str, time_zone: str = "", **traits: _typing.Any
    ) -> _typing.Any:
        """A brush over a frame's column of dates or datetimes, and its `rows()` in the range.

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
        widget = cls.from_series(eager[column].to_native(), time_zone, **traits)
        widget._frame, widget._column = frame, column
        return widget

    def rows(self, frame: _typing.Any = None) -> _typing.Any:
        """The rows in the range, both days inclusive, of the frame that `from_frame` was given.

        Another `frame` with the same column may be given instead. Rows without a date are left out.
        The answer is a frame of the same kind, lazy where the frame is.
        """
        import narwhals as _nw

        frame = self._frame if frame is None else frame
        if frame is None or not self._column:
            raise ValueError(
                f"{type(self).__name__}.rows: found no frame, expected one made with "
                f"{type(self).__name__}.from_frame(frame, column)."
            )
        whole = _nw.from_native(frame)
        dtype = whole.collect_schema()[self._column]
        column = _nw.col(self._column)
        dates = self.dates()
        if dates is None:
            return whole.head(0).to_native()
        first, last = dates
        if isinstance(dtype, _nw.Datetime):
            if dtype.time_zone:
                column = column.dt.convert_time_zone(self.time_zone or dtype.time_zone)
                column = column.dt.replace_time_zone(None)
            after = last + _datetime.timedelta(days=1)
            midnight = _datetime.time()
            inside = (column >= _datetime.datetime.combine(first, midnight)) & (
                column < _datetime.datetime.combine(after, midnight)
            )
        else:
            inside = (column >= first) & (column <= last)
        return whole.filter(inside).to_native()

    def dates(self) -> tuple[_datetime.date, _datetime.date] | None:
        """First and last day of the range, both inclusive; None where there are no days."""
        first, last = self._day(self.start), self._day(self.end)
        return None if first is None or last is None else (first, last)

    def between(self) -> tuple[_datetime.datetime, _datetime.datetime] | None:
        """Where the range begins, and where it has ended: the second is not in it any more.

        With `time_zone` both are of that zone.
        """
        dates = self.dates()
        if dates is None:
            return None
        ends = (dates[0], dates[1] + _datetime.timedelta(days=1))
        zone = self._zone(self.time_zone)
        start, end = (_datetime.datetime.combine(day, _datetime.time(), zone) for day in ends)
        return start, end

    def select(self, start: _typing.Any, end: _typing.Any) -> None:
        """Sets both ends at once; None is the end of the data on that side."""
        with self.hold_trait_notifications():
            self.start, self.end = start, end

    def __setattr__(self, name: str, value: _typing.Any) -> None:
        """Takes dates where their ISO 8601 texts are expected."""
        if name in ("start", "end", "first_day") and isinstance(value, _datetime.date):
            value = str(self._day(value))
        super().__setattr__(name, value)

    @staticmethod
    def _day(value: _typing.Any) -> _datetime.date | None:
        if isinstance(value, _datetime.datetime):
            return value.date()
        if isinstance(value, _datetime.date) or value is None:
            return value
        try:
            return _datetime.date.fromisoformat(value) if len(value) == 10 else None
        except (TypeError, ValueError):
            return None

    @classmethod
    def _zone(cls, name: str) -> _typing.Any:
        if not name:
            return None
        import zoneinfo as _zoneinfo

        try:
            return _zoneinfo.ZoneInfo(name)
        except (ValueError, OSError, _zoneinfo.ZoneInfoNotFoundError) as error:
            raise _traitlets.TraitError(
                f"{cls.__name__}.time_zone: expected an IANA zone such as 'Europe/Berlin'; "
                f"found {name!r}"
            ) from error

    def _extent(self) -> tuple[str | None, str | None]:
        first = self._day(self.first_day)
        if first is None or not len(self.counts):
            return None, None
        last = first + _datetime.timedelta(days=len(self.counts) - 1)
        return first.isoformat(), last.isoformat()

    @_traitlets.default("start")
    def _default_start(self) -> str | None:
        self._edges = self._extent()
        return self._edges[0]

    @_traitlets.default("end")
    def _default_end(self) -> str | None:
        self._edges = self._extent()
        return self._edges[1]

    @_traitlets.validate("start", "end", "first_day")
    def _check_day(self, proposal: dict[str, _typing.Any]) -> str | None:
        name, found = proposal["trait"].name, proposal["value"]
        where = f"{type(self).__name__}.{name}"
        if found is None and name != "first_day":
            found = self._extent()[name == "end"]
        if found is None:
            return None
        if self._day(found) is None:
            raise _traitlets.TraitError(
                f"{where}: expected an ISO 8601 day such as '2024-03-01', or a date; "
                f"found {found!r}"
            )
        start = found if name == "start" else self.start
        end = found if name == "end" else self.end
        if name != "first_day" and start and end and start > end:
            raise _traitlets.TraitError(
                f"{where}: expected start not after end; found {start} and {end} "
                "(select(start, end) sets both at once)"
            )
        return str(found)

    @_traitlets.validate("time_zone")
    def _check_zone(self, proposal: dict[str, _typing.Any]) -> _typing.Any:
        self._zone(proposal["value"])
        return proposal["value"]

    @_traitlets.observe("first_day", "counts")
    def _follow(self, _: object) -> None:
        """An end at the edge of the data stays there; one that was moved keeps its day."""
        edges = self._extent()
        if edges[0] is None or edges == self._edges:
            return
        before, self._edges = self._edges, edges
        start, end = (
            new if old in (None, edge) else old
            for old, edge, new in zip((self.start, self.end), before, edges, strict=True)
        )
        self.select(*(edges if str(start) > str(end) else (start, end)))

    _esm = """36512 characters, sha256 9ee9b9701e7dde3ee4916408fb9b48dfb64cd7ad34b401fd151fc88f6475285d"""
