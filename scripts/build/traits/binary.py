"""Trait types that the wire carries as bytes."""

import array as _array
import collections.abc as _abc
import importlib as _importlib
import math as _math
import sys as _sys
import typing as _typing

import traitlets as _traitlets

from .base import _Trait


class _Bytes(_Trait):
    def fit(self, value: _typing.Any, where: str) -> bytes:
        if not isinstance(value, bytes | bytearray | memoryview):
            self.refuse(value, where)
        return bytes(value)

    def info(self) -> str:
        return "bytes"


class _Table(_Trait):
    """A frame as an Arrow IPC stream."""

    def fit(self, value: _typing.Any, where: str) -> bytes:
        if isinstance(value, bytes | bytearray | memoryview):
            return bytes(value)
        if not hasattr(value, "__arrow_c_stream__"):
            self.refuse(value, where)
        try:
            arrow = _importlib.import_module("pyarrow")
            ipc = _importlib.import_module("pyarrow.ipc")
        except ImportError:
            self.refuse(value, where, ", which needs pyarrow to be read: install pyarrow")
        frame = arrow.table(value)
        sink = arrow.BufferOutputStream()
        with ipc.new_stream(sink, frame.schema) as stream:
            stream.write_table(frame)
        return _typing.cast(bytes, sink.getvalue().to_pybytes())

    def info(self) -> str:
        return "a frame that speaks Arrow (pandas, polars, pyarrow …), or Arrow IPC stream bytes"


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
