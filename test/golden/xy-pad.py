# inlay: xy-pad 0.1.0 bda8a92caf131294
import array as _array
import collections.abc as _abc
import copy as _copy
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


class _Bytes(_Trait):
    def fit(self, value: _typing.Any, where: str) -> bytes:
        if not isinstance(value, bytes | bytearray | memoryview):
            self.refuse(value, where)
        return bytes(value)

    def info(self) -> str:
        return "bytes"


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


class XyPad(_anywidget.AnyWidget):
    """A point in two dimensions, moved on one surface, along either axis, or by typing.

    Traits:
        x (float; set by the person, as it moves): Where the point is from left to right, within
            `x_range`; its middle at first.
        y (float; set by the person, as it moves): Where the point is from bottom to top, within
            `y_range`; its middle at first.
        points (float64 array of shape [n, 2]; what it shows): Dots behind the point: rows of x and
            y, any number.
        image (bytes; what it shows): A picture behind the point, over the whole pad: the bytes of a
            PNG, JPEG, WebP, GIF or SVG.
        label (str; how it looks or behaves): What the point stands for, shown above the pad.
        x_label (str; how it looks or behaves): What x is.
        y_label (str; how it looks or behaves): What y is.
        x_range (tuple of float, float; how it looks or behaves): The left and the right end; the
            left may be the greater.
        y_range (tuple of float, float; how it looks or behaves): The bottom and the top; (480, 0)
            counts down, as in an image.
        x_step (float from 0 or None; how it looks or behaves): x stops at whole steps from the
            least number of its range; None chooses round numbers.
        y_step (float from 0 or None; how it looks or behaves): The same for y.
        x_log (bool; how it looks or behaves): Whether x grows by factors from left to right; its
            range is above 0.
        y_log (bool; how it looks or behaves): Whether y grows by factors from bottom to top; its
            range is above 0.
        snap_points (bool; how it looks or behaves): Whether pointer and keys go from dot to dot of
            `points`.
        debounce (bool; how it looks or behaves): Whether a drag sends only what it ends with, for
            readers that take long.
        width (int from 120 up to 1000; how it looks or behaves): Width of the pad at most, in
            pixels.
        height (int from 120 up to 440; how it looks or behaves): Height of the pad, in pixels.
    """

    x = _Float(0.5).tag(sync=True)
    y = _Float(0.5).tag(sync=True)
    points = _Array("float64", (None, 2)).tag(sync=True)
    image = _Bytes(b"").tag(sync=True)
    label = _Text("").tag(sync=True)
    x_label = _Text("x").tag(sync=True)
    y_label = _Text("y").tag(sync=True)
    x_range = _Tuple((_Float(), _Float()), (0.0, 1.0)).tag(sync=True)
    y_range = _Tuple((_Float(), _Float()), (0.0, 1.0)).tag(sync=True)
    x_step = _Float(at_least=0.0, nullable=True).tag(sync=True)
    y_step = _Float(at_least=0.0, nullable=True).tag(sync=True)
    x_log = _Bool(False).tag(sync=True)
    y_log = _Bool(False).tag(sync=True)
    snap_points = _Bool(False).tag(sync=True)
    debounce = _Bool(False).tag(sync=True)
    width = _Int(320, at_least=120, at_most=1000).tag(sync=True)
    height = _Int(320, at_least=120, at_most=440).tag(sync=True)
    _front = _Front("x", "y").tag(sync=True)

    _frame = None

    @classmethod
    def from_points(cls, frame: _Any, across: str, up: str, **traits: _Any) -> _Any:
        """A pad over two columns of a frame of pandas, polars, pyarrow or any that narwhals knows.

        The columns' names are the labels, and the ranges hold all dots, unless `traits` say
        otherwise. `rows()` gives the rows that are nearest to the point.
        """
        import narwhals as _nw

        whole = _nw.from_native(frame)
        names = whole.collect_schema().names()
        for column in (across, up):
            if column not in names:
                raise KeyError(
                    f"{cls.__name__}.from_points: found no column {column!r}, expected one of "
                    f"{', '.join(map(repr, names))}."
                )
        columns = list(dict.fromkeys((across, up)))
        narrow = whole.select(_nw.col(*columns).cast(_nw.Float64))
        eager = narrow.collect() if isinstance(narrow, _nw.LazyFrame) else narrow
        both = [eager[column].to_list() for column in (across, up)]
        for axis, name, numbers in zip("xy", (across, up), both, strict=True):
            traits.setdefault(f"{axis}_label", name)
            log = traits.get(f"{axis}_log", False)
            least = 0.0 if log else -_math.inf
            known = [n for n in numbers if n is not None and least < n < _math.inf] or [1.0]
            low, high = min(known), max(known)
            if log:
                factor = (high / low) ** 0.05
                ends = (low / factor, high * factor) if factor > 1 else (low / 2, low * 2)
            else:
                pad = (high - low) / 20 or 0.5
                ends = (low - pad, high + pad)
            traits.setdefault(f"{axis}_range", ends)
        rows = [[_math.nan if n is None else n for n in row] for row in zip(*both, strict=True)]
        widget = cls(points=rows, **traits)
        widget._frame = frame
        return widget

    @classmethod
    def from_image(cls, image: _Any, **traits: _Any) -> _Any:
        """A pad over a picture: bytes, a path, a data URL, a PIL image, a matplotlib figure.

        Where its size is known (PIL, PNG), x and y are its pixels from the top left.
        """
        import base64 as _base64
        import io as _io
        import os as _os
        import urllib.parse as _parse

        if hasattr(image, "savefig") or hasattr(image, "save"):
            file = _io.BytesIO()
            save = getattr(image, "savefig", None) or image.save
            save(file, format="png")
            image = file.getvalue()
        elif isinstance(image, str) and image.startswith("data:"):
            head, _, body = image.partition(",")
            coded = head.endswith(";base64")
            image = _base64.b64decode(body) if coded else _parse.unquote_to_bytes(body)
        elif isinstance(image, (str, _os.PathLike)):
            with open(image, "rb") as opened:
                image = opened.read()
        elif not isinstance(image, (bytes, bytearray, memoryview)):
            raise TypeError(
                f"{cls.__name__}.from_image: found {type(image).__name__}, expected bytes, a path, "
                "a data URL, a PIL image or a matplotlib figure."
            )
        image = bytes(image)
        if image[:4] == b"\x89PNG" and len(image) > 24:
            width, height = (int.from_bytes(image[at : at + 4], "big") for at in (16, 20))
            scale = min(640 / width, 400 / height)
            traits.setdefault("x_range", (0, width))
            traits.setdefault("y_range", (height, 0))
            traits.setdefault("width", min(1000, max(120, round(width * scale))))
            traits.setdefault("height", min(440, max(120, round(height * scale))))
        return cls(image=image, **traits)

    def nearest(self, count: int = 1) -> list[int]:
        """The indices of the `count` dots nearest to the point on the pad, nearest first."""
        distances = []
        for index in range(len(self.points) // 2):
            dx = self._share("x", self.points[2 * index]) - self._share("x", self.x)
            dy = self._share("y", self.points[2 * index + 1]) - self._share("y", self.y)
            distance = _math.hypot(dx * self.width, dy * self.height)
            if not _math.isnan(distance):
                distances.append((distance, index))
        return [index for _, index in sorted(distances)[:count]]

    def rows(self, count: int = 1) -> _Any:
        """The `count` rows nearest to the point, nearest first, of the frame of `from_points`."""
        import narwhals as _nw

        if self._frame is None:
            raise ValueError(
                f"{type(self).__name__}.rows: found no frame, expected one made with "
                f"{type(self).__name__}.from_points(frame, x, y)."
            )
        whole = _nw.from_native(self._frame)
        eager = whole.collect() if isinstance(whole, _nw.LazyFrame) else whole
        return eager[self.nearest(count)].to_native()

    def _ends(self, axis: str) -> _Any:
        return self.x_range if axis == "x" else self.y_range

    def _is_log(self, axis: str) -> bool:
        return bool(self.x_log if axis == "x" else self.y_log)

    def _share(self, axis: str, n: float) -> float:
        start, end = self._ends(axis)
        if start == end:
            return 0.5
        if not self._is_log(axis):
            return float((n / 2 - start / 2) / (end / 2 - start / 2))
        return _math.log(n / start) / _math.log(end / start) if n > 0 else _math.nan

    @_traitlets.default("x")
    def _middle_x(self) -> float:
        return self._middle("x")

    @_traitlets.default("y")
    def _middle_y(self) -> float:
        return self._middle("y")

    def _middle(self, axis: str) -> float:
        start, end = self._ends(axis)
        if self._is_log(axis) and min(start, end) > 0:
            return _math.sqrt(start) * _math.sqrt(end)
        return float(start / 2 + end / 2)

    @_traitlets.validate("x", "y")
    def _within(self, proposal: _Any) -> _Any:
        axis, n = proposal["trait"].name, proposal["value"]
        low, high = sorted(self._ends(axis))
        if not low <= n <= high:
            raise _traitlets.TraitError(
                f"{type(self).__name__}.{axis}: found {n!r}, expected a number from {low!r} to "
                f"{high!r} ({axis}_range)."
            )
        return n

    @_traitlets.validate("x_range", "y_range", "x_log", "y_log")
    def _has_logarithms(self, proposal: _Any) -> _Any:
        name, value = proposal["trait"].name, proposal["value"]
        axis = name[0]
        ends = value if name.endswith("range") else self._ends(axis)
        log = value if name.endswith("log") else self._is_log(axis)
        if log and min(ends) <= 0:
            raise _traitlets.TraitError(
                f"{type(self).__name__}.{axis}_range: found {ends!r}, expected numbers above 0 "
                f"where {axis}_log is True."
            )
        return value

    @_traitlets.observe("x_range", "y_range")
    def _follow(self, change: _Any) -> None:
        """A point that another range leaves outside goes to its nearest end."""
        axis = change["name"][0]
        low, high = sorted(self._ends(axis))
        self.set_trait(axis, min(max(getattr(self, axis), low), high))

    _esm = """34751 characters, sha256 f432572e7a37547a0696dd110108e02bcd88aa9b3d1b831e39c11444c6d1e656"""
