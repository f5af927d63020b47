"""The kernel's side of histogram-range: the range follows the data, frames go in, rows come out."""

import math as _math
from typing import Any as _Any

import anywidget as _anywidget
import traitlets as _traitlets


class Methods(_anywidget.AnyWidget):
    _edges = None
    _frame = None
    _column = ""

    @classmethod
    def from_series(cls, series: _Any, **traits: _Any) -> _Any:
        """A widget over a series of pandas, polars, pyarrow or any other that narwhals knows.

        Its name is the label unless `label` says otherwise. Raises TypeError where it holds no
        numbers.
        """
        import narwhals as _nw

        column = _nw.from_native(series, series_only=True)
        if not (column.dtype.is_numeric() or column.dtype == _nw.Boolean):
            raise TypeError(
                f"{cls.__name__}.from_series: found a series of {column.dtype}, expected numbers: "
                "cast it first."
            )
        traits.setdefault("label", str(column.name or ""))
        floats = column.cast(_nw.Float64)
        try:
            return cls(data=floats.to_numpy(), **traits)
        except ModuleNotFoundError:
            return cls(data=floats.to_list(), **traits)

    @classmethod
    def from_frame(cls, frame: _Any, column: str, **traits: _Any) -> _Any:
        """A widget over one column of a frame, lazy or not, whose `rows()` in the range it gives.

        The label is the column's name unless `label` says otherwise.
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

    def mask(self) -> list[bool]:
        """For each number of `data` whether it is in the range; both ends and no NaN are in it."""
        low, high = self.value
        return [low <= number <= high for number in self.data]

    def rows(self, frame: _Any = None) -> _Any:
        """The rows in the range, both ends inclusive, of the frame that `from_frame` was given.

        Another `frame` with the same column may be given instead. Rows without a number are left
        out. The answer is a frame of the same kind, lazy where the frame is.
        """
        import narwhals as _nw

        frame = self._frame if frame is None else frame
        if frame is None or not self._column:
            raise ValueError(
                f"{type(self).__name__}.rows: found no frame, expected one made with "
                f"{type(self).__name__}.from_frame(frame, column)."
            )
        low, high = self.value
        inside = _nw.col(self._column).is_between(low, high, closed="both")
        return _nw.from_native(frame).filter(inside).to_native()

    def _extent(self) -> _Any:
        low = min(filter(_math.isfinite, self.data), default=None)
        return None if low is None else (low, max(filter(_math.isfinite, self.data)))

    @_traitlets.default("value")
    def _all(self) -> _Any:
        self._edges = self._extent() or (0.0, 0.0)
        return self._edges

    @_traitlets.validate("value")
    def _in_order(self, proposal: _Any) -> _Any:
        low, high = proposal["value"]
        if low > high:
            raise _traitlets.TraitError(
                f"value: found ({low!r}, {high!r}), expected (low, high) with low not above high."
            )
        return proposal["value"]

    @_traitlets.observe("data")
    def _follow(self, change: _Any) -> None:
        """An end that is open (at the edge of the data) stays so; one that was moved stays put."""
        edges = self._extent()
        if edges is None:
            return
        low, high = self.value
        before, self._edges = self._edges, edges
        if before is None:
            return
        open_low, open_high = low == before[0], high == before[1]
        low = edges[0] if open_low else low
        high = edges[1] if open_high else high
        if low > high:
            low, high = (high, high) if open_low else (low, low)
        self._edges = (low if open_low else edges[0], high if open_high else edges[1])
        self.set_trait("value", (low, high))
