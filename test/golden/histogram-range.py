# inlay: histogram-range 0.2.0 df6e0b56769ab379
import array as _array
import collections.abc as _abc
import copy as _copy
import json as _json
import math as _math
import numbers as _numbers
import reprlib as _reprlib
import sys as _sys
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


class _Json(_Trait):
    def accept(self, value: _typing.Any, where: str) -> _typing.Any:
        try:
            text = _json.dumps(value, allow_nan=False, default=lambda each: each.item())
        except (AttributeError, TypeError, ValueError, RecursionError) as error:
            self.refuse(value, where, f" ({error})")
        return _json.loads(text)

    def info(self) -> str:
        return "what JSON can say"


class _Tuple(_Trait):
    def __init__(
        self,
        parts: tuple[_Trait, ...],
        initial: _typing.Any = None,
        *,
        nullable: bool = False,
    ) -> None:
        super().__init__(initial, nullable=nullable)
        self.parts = parts

    def fit(self, value: _typing.Any, where: str) -> tuple[_typing.Any, ...]:
        if isinstance(value, str | bytes | _abc.Mapping) or not isinstance(value, _abc.Iterable):
            self.refuse(value, where)
        values = tuple(value)
        if len(values) != len(self.parts):
            self.refuse(value, where)
        pairs = enumerate(zip(self.parts, values, strict=True))
        return tuple(part.accept(each, f"{where}[{index}]") for index, (part, each) in pairs)

    def info(self) -> str:
        return f"exactly {len(self.parts)} values: " + ", ".join(part.info() for part in self.parts)

    def pack(self, value: _typing.Any) -> _typing.Any:
        if value is None:
            return None
        return [part.pack(each) for part, each in zip(self.parts, value, strict=True)]

    def unpack(self, wire: _typing.Any) -> _typing.Any:
        if not isinstance(wire, list) or len(wire) != len(self.parts):
            return wire
        return [part.unpack(each) for part, each in zip(self.parts, wire, strict=True)]


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


class HistogramRange(_anywidget.AnyWidget):
    """A range slider drawn over the distribution that it filters.

    Traits:
        value (tuple of float, float; set by the person, as it moves): Low and high end of the
            range, both inclusive, in the unit of `data`; the full extent until a person chooses.
        data (float64 array of shape [n]; what it shows): The numbers to filter, any length. NaN
            counts as missing; infinities are counted, never drawn or selected.
        label (str; how it looks or behaves): What the numbers are, shown above the bars.
        unit (str; how it looks or behaves): Unit behind each number, such as `km`.
        format (dict of texts to anything that JSON can say; how it looks or behaves): Options of
            JavaScript's `Intl.NumberFormat`, such as `{'style': 'currency', 'currency': 'EUR'}`.
        step (float from 0 or None; how it looks or behaves): Dragging and keys stop at multiples of
            this, in the unit of `data`; None chooses a round one.
        bins (int from 1 up to 200 or None; how it looks or behaves): About how many bars: their
            edges are round numbers. None chooses by the number of values.
        log_counts (bool; how it looks or behaves): Whether bars grow with the logarithm of their
            count, so that rare values show.
        height (int from 48 up to 400; how it looks or behaves): Height of the bars, in pixels.
    """

    value = _Tuple((_Float(), _Float()), (0.0, 0.0)).tag(sync=True)
    data = _Array("float64").tag(sync=True)
    label = _Text("").tag(sync=True)
    unit = _Text("").tag(sync=True)
    format = _Dict(_Json(), {}).tag(sync=True)
    step = _Float(at_least=0.0, nullable=True).tag(sync=True)
    bins = _Int(at_least=1, at_most=200, nullable=True).tag(sync=True)
    log_counts = _Bool(False).tag(sync=True)
    height = _Int(96, at_least=48, at_most=400).tag(sync=True)
    _front = _Front("value").tag(sync=True)

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

    _esm = """36001 characters, sha256 d75b79b496fbe17aa9239a0d5ec31f23c1e27b79c35095060d98c55adb31abd3"""
