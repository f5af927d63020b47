# inlay: scatter-select 0.2.0 6e36742f727433e7
import array as _array
import collections.abc as _abc
import copy as _copy
import math as _math
import numbers as _numbers
import reprlib as _reprlib
import sys as _sys
import typing as _typing
from itertools import pairwise as _pairwise
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


class ScatterSelect(_anywidget.AnyWidget):
    """A scatter plot whose points are selected by lasso, box, click, legend or keyboard.

    Traits:
        selected (uint32 array of shape [n]; set by the person): Row numbers of the selected points,
            from 0, ascending, each once; sent when a gesture ends.
        x (float64 array of shape [n]; what it shows): Horizontal positions, one a point, in any
            unit; a point without a finite x is left out.
        y (float64 array of shape [n]; what it shows): Vertical positions, one a point, in any unit;
            a point without a finite y is left out.
        category (uint16 array of shape [n]; what it shows): Index into `categories`, one a point;
            empty draws all points alike, an index past the end means none.
        categories (list, each str; what it shows): Names of the categories, in the order of the
            legend.
        labels (list, each str; what it shows): A text for each point, shown when it is pointed at;
            empty for none.
        x_label (str; how it looks or behaves): What x is, with its unit, for the axis and the
            texts.
        y_label (str; how it looks or behaves): What y is, with its unit, for the axis and the
            texts.
        label (str; how it looks or behaves): The name of the chart for screen readers; made from
            the axis names when empty.
        tool (one of "lasso", "box", "pan"; how it looks or behaves): What a drag does at first.
        height (int from 240 up to 600; how it looks or behaves): Height of the whole widget in CSS
            pixels.
        point_size (float from 1 up to 24 or None; how it looks or behaves): Diameter of a mark in
            CSS pixels; null chooses one by the number of points and grows it with the zoom.
        opacity (float from 0.05 up to 1 or None; how it looks or behaves): Opacity of a mark, 0.05
            to 1; null chooses one by the number of points.
    """

    selected = _Array("uint32").tag(sync=True)
    x = _Array("float64").tag(sync=True)
    y = _Array("float64").tag(sync=True)
    category = _Array("uint16").tag(sync=True)
    categories = _List(_Text(), []).tag(sync=True)
    labels = _List(_Text(), []).tag(sync=True)
    x_label = _Text("x").tag(sync=True)
    y_label = _Text("y").tag(sync=True)
    label = _Text("").tag(sync=True)
    tool = _Enum(("lasso", "box", "pan"), "lasso").tag(sync=True)
    height = _Int(440, at_least=240, at_most=600).tag(sync=True)
    point_size = _Float(at_least=1.0, at_most=24.0, nullable=True).tag(sync=True)
    opacity = _Float(at_least=0.05, at_most=1.0, nullable=True).tag(sync=True)
    _front = _Front("selected").tag(sync=True)

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

    _esm = """64173 characters, sha256 178684ef9874c8456089b373d4d461cd1d1a9e5e1d0cd2a96fcb8131f91835e0"""
