# inlay: tiny 0.1.0 c4fee76e22ebd033
import array as _array
import collections.abc as _abc
import copy as _copy
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


class Tiny(_anywidget.AnyWidget):
    """A button that counts, small enough to read whole.

    Traits:
        count (int from 0; set by the person, as it moves): How often the button was pressed.
        weights (float64 array of shape [n]; what it shows): Numbers to add up, any length, in
            kilograms; NaN counts as missing.
        label (str; how it looks or behaves): The text on the button.
    """

    count = _Int(0, at_least=0).tag(sync=True)
    weights = _Array("float64").tag(sync=True)
    label = _Text('Press "me"').tag(sync=True)
    _front = _Front("count").tag(sync=True)

    def total(self) -> float:
        """The sum of the weights that are there."""
        return _math.fsum(weight for weight in self.weights if weight == weight)

    _esm = """var n=({model:e,el:t})=>{t.textContent=String(e.get("label"))},l={render:n};export{l as default};
"""
