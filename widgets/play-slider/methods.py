"""The kernel's side of play-slider: steps from frames, limits, dates as Python has them."""

import datetime as _datetime
import typing as _typing

import anywidget as _anywidget
import traitlets as _traitlets


class Methods(_anywidget.AnyWidget):
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
