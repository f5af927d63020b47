"""The kernel's side of date-brush: counts of days from frames, the rows of a range."""

import datetime as _datetime
import typing as _typing

import anywidget as _anywidget
import traitlets as _traitlets


class Methods(_anywidget.AnyWidget):
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
