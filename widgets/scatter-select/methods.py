"""The kernel's side of scatter-select: frames go in, the selected rows come out."""

import array as _array
from itertools import pairwise as _pairwise
from typing import Any as _Any

import anywidget as _anywidget
import traitlets as _traitlets


class Methods(_anywidget.AnyWidget):
    _frame = None

    @classmethod
    def from_frame(
        cls,
        frame: _Any,
        x: str,
        y: str,
        category: str | None = None,
        label: str | None = None,
        **traits: _Any,
    ) -> _Any:
        """A widget over columns of a frame (pandas, polars, pyarrow, any that narwhals knows).

        `x` and `y` name columns of numbers, `category` one to colour by, `label` one whose texts
        are shown for the points; `rows()` gives the selected rows. The axes have the names of
        their columns unless `x_label` or `y_label` say otherwise.
        """
        widget = cls(**traits)
        widget.load_frame(frame, x, y, category, label)
        for name, column in (("x_label", x), ("y_label", y)):
            if name not in traits:
                setattr(widget, name, column)
        return widget

    def load_frame(
        self,
        frame: _Any,
        x: str,
        y: str,
        category: str | None = None,
        label: str | None = None,
    ) -> None:
        """Shows another frame in place; what was selected stays as far as it has such rows."""
        import narwhals as _nw

        whole = _nw.from_native(frame)
        names = whole.collect_schema().names()
        wanted = [name for name in (x, y, category, label) if name is not None]
        for name in wanted:
            if name not in names:
                raise KeyError(
                    f"{type(self).__name__}: found no column {name!r}, expected one of "
                    f"{', '.join(map(repr, names))}."
                )
        if isinstance(whole, _nw.LazyFrame):
            whole = whole.collect()
        numbers = []
        for name in (x, y):
            column = whole[name]
            if not column.dtype.is_numeric():
                raise TypeError(
                    f"{type(self).__name__}: found column {name!r} of {column.dtype}, expected "
                    "numbers: cast it first."
                )
            floats = column.cast(_nw.Float64).to_list()
            nan = float("nan")
            known = [nan if self._missing(each) else each for each in floats]
            numbers.append(_array.array("d", known))
        codes = _array.array("H")
        categories: list[str] = []
        if category is not None:
            column = whole[category]
            enum = isinstance(column.dtype, _nw.Enum)
            order = list(column.dtype.categories) if enum else None
            codes, categories = self._codes(column.to_list(), category, order)
        texts: list[str] = []
        if label is not None:
            texts = ["" if self._missing(each) else str(each) for each in whole[label].to_list()]
        with self.hold_sync():
            self.x, self.y = numbers
            self.category, self.categories, self.labels = codes, categories, texts
            self.set_trait("selected", [row for row in self.selected if row < len(whole)])
        self._frame = whole

    def rows(self) -> _Any:
        """The selected rows of the frame, in its order, as a frame of the same kind.

        A lazy frame comes back collected. Raises ValueError where no frame went in.
        """
        if self._frame is None:
            raise ValueError(
                f"{type(self).__name__}.rows: found no frame, expected one from "
                f"{type(self).__name__}.from_frame(frame, x, y). Without one, `selected` has the "
                "row numbers."
            )
        return self._frame[[row for row in self.selected if row < len(self._frame)]].to_native()

    def mask(self) -> list[bool]:
        """For each point whether it is selected."""
        mask = [False] * min(len(self.x), len(self.y))
        for row in self.selected:
            if row < len(mask):
                mask[row] = True
        return mask

    def _codes(
        self, values: list[_Any], name: str, order: list[_Any] | None
    ) -> tuple[_Any, list[str]]:
        """Codes by value and the names of the values, in `order`, else sorted where they can be."""
        found = dict.fromkeys(each for each in values if not self._missing(each))
        if len(found) > 65_535:
            raise ValueError(
                f"{type(self).__name__}: found {len(found)} different values in column {name!r}, "
                "expected at most 65,535: group them first."
            )
        if order is None:
            try:
                order = sorted(found)
            except TypeError:
                order = list(found)
        names = [each for each in order if each in found]
        code = {each: index for index, each in enumerate(names)}
        none = len(names)
        codes = [none if self._missing(each) else code[each] for each in values]
        return _array.array("H", codes), [str(each) for each in names]

    @staticmethod
    def _missing(value: _Any) -> bool:
        """None, NaN, and the missing values of pandas, which equal nothing."""
        return value is None or (value == value) is not True

    @_traitlets.validate("selected")
    def _in_order(self, proposal: _Any) -> _Any:
        """Row numbers ascending, each once."""
        rows = proposal["value"]
        if all(one < other for one, other in _pairwise(rows)):
            return rows
        return _array.array("I", sorted(set(rows)))
