# inlay: curve-editor 0.1.0 24fdfcd669158e42
import array as _array
import bisect as _bisect
import collections.abc as _abc
import copy as _copy
import importlib.util as _importlib_util
import itertools as _itertools
import math as _math
import numbers as _numbers
import re as _re
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


class CurveEditor(_anywidget.AnyWidget):
    """A curve through draggable points: a function that a person draws, to call and to sample.

    Traits:
        points (list of at most 100, each tuple of float, float; set by the person, as it moves):
            Two points or more as `(x, y)`, x ascending, in the units of the limits; of a Bézier
            exactly four: start, two handles, end. Unless told: a straight line from corner to
            corner of the limits.
        kind (one of "monotone", "linear", "spline", "bezier"; set by the person): How the curve
            goes through its points: `linear` straight, `monotone` smooth without overshoot (PCHIP),
            `spline` smoothest (natural cubic), `bezier` one segment with two handles, as CSS
            `cubic-bezier()`.
        scatter (float64 array of shape [n, 2]; what it shows): Points shown behind the curve, n
            rows of x and y; at most 5,000 of them are drawn, evenly picked.
        histogram (float64 array of shape [n]; what it shows): Numbers on the x axis whose histogram
            is shown behind the curve, any length.
        label (str; how it looks or behaves): What the curve is.
        x_label (str; how it looks or behaves): What x is, with its unit.
        y_label (str; how it looks or behaves): What y is, with its unit.
        x_limits (tuple of float, float; how it looks or behaves): Smallest and largest x of points.
        y_limits (tuple of float, float; how it looks or behaves): Smallest and largest y of points.
        overshoot (float from 0; how it looks or behaves): How far the handles of a Bézier may go
            beyond `y_limits` on either side, as a share of their span.
        x_step (float from 0; how it looks or behaves): Points snap to this step in x, counted from
            the lower limit; 0: to none.
        y_step (float from 0; how it looks or behaves): Points snap to this step in y, counted from
            the lower limit; 0: to none.
        ends (one of "slide", "fixed", "free"; how it looks or behaves): How the first and the last
            point move: `slide` up and down only, `fixed` not at all, `free` as the others (but a
            Bézier's keep their x).
        choose_kind (bool; how it looks or behaves): Whether a person may choose another kind.
        grid (bool; how it looks or behaves): Whether lines stand behind the curve at the numbers of
            the axes.
        height (float from 120 up to 420; how it looks or behaves): Height of the plot, in pixels.
    """

    points = _List(_Tuple((_Float(), _Float())), [(0.0, 0.0), (1.0, 1.0)], at_most=100).tag(
        sync=True
    )
    kind = _Enum(("monotone", "linear", "spline", "bezier"), "monotone").tag(sync=True)
    scatter = _Array("float64", (None, 2)).tag(sync=True)
    histogram = _Array("float64").tag(sync=True)
    label = _Text("").tag(sync=True)
    x_label = _Text("").tag(sync=True)
    y_label = _Text("").tag(sync=True)
    x_limits = _Tuple((_Float(), _Float()), (0.0, 1.0)).tag(sync=True)
    y_limits = _Tuple((_Float(), _Float()), (0.0, 1.0)).tag(sync=True)
    overshoot = _Float(0.6, at_least=0.0).tag(sync=True)
    x_step = _Float(0.0, at_least=0.0).tag(sync=True)
    y_step = _Float(0.0, at_least=0.0).tag(sync=True)
    ends = _Enum(("slide", "fixed", "free"), "slide").tag(sync=True)
    choose_kind = _Bool(True).tag(sync=True)
    grid = _Bool(True).tag(sync=True)
    height = _Float(260.0, at_least=120.0, at_most=420.0).tag(sync=True)
    _front = _Front("points", "kind").tag(sync=True)

    _made_for: _typing.Any = None
    _made: _typing.Any = None
    _easings: _typing.ClassVar[dict[str, tuple[float, float, float, float]]] = {
        "linear": (0, 0, 1, 1),
        "ease": (0.25, 0.1, 0.25, 1),
        "ease-in": (0.42, 0, 1, 1),
        "ease-out": (0, 0, 0.58, 1),
        "ease-in-out": (0.42, 0, 0.58, 1),
        "back-in": (0.36, 0, 0.66, -0.56),
        "back-out": (0.34, 1.56, 0.64, 1),
        "back-in-out": (0.68, -0.6, 0.32, 1.6),
    }

    @classmethod
    def easing(cls, css: str = "ease", **traits: _typing.Any) -> _typing.Any:
        """A Bézier from (0, 0) to (1, 1) whose two handles a person moves.

        `css` is a name ("ease-in-out", "back-out") or "cubic-bezier(x1, y1, x2, y2)".
        """
        handles: _abc.Sequence[float] | None = cls._easings.get(css.strip().lower())
        if handles is None:
            number = r"\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)\s*"
            match = _re.fullmatch(
                rf"\s*cubic-bezier\({number},{number},{number},{number}\)\s*", css, _re.IGNORECASE
            )
            if match is None:
                raise ValueError(
                    f"{cls.__name__}.easing: found {css!r}, expected cubic-bezier(x1, y1, x2, y2) "
                    f"or one of {', '.join(cls._easings)}."
                )
            handles = [float(each) for each in match.groups()]
        x1, y1, x2, y2 = handles
        traits = {"ends": "fixed", "choose_kind": False, **traits}
        return cls(kind="bezier", points=[(0, 0), (x1, y1), (x2, y2), (1, 1)], **traits)

    def __call__(self, x: _typing.Any) -> _typing.Any:
        """The curve's y at x; beyond its ends that of the nearest end.

        A number gives a float, a numpy array (or what numpy makes one of: a series) an array of the
        same shape, any other iterable a list. NaN gives NaN.
        """
        if hasattr(x, "__array__") and getattr(x, "shape", ()) != ():
            return self._array(x)
        if isinstance(x, _abc.Iterable):
            return [self._at(float(each)) for each in x]
        return self._at(float(x))

    evaluate = __call__

    def xs(self, n: int = 101) -> _typing.Any:
        """`n` numbers evenly from the lower to the upper limit of x, as `sample` takes them.

        A numpy array where numpy is installed, else a list.
        """
        if n < 2:
            raise ValueError(f"{type(self).__name__}: found n={n!r}, expected 2 or more.")
        low, high = self.x_limits
        xs = [low + (high - low) * i / (n - 1) for i in range(n - 1)] + [high]
        if _importlib_util.find_spec("numpy") is None:
            return xs
        import numpy as _np

        return _np.array(xs)

    def sample(self, n: int = 101) -> _typing.Any:
        """The curve's y at `n` numbers evenly from the lower to the upper limit of x.

        A numpy array where numpy is installed, else a list.
        """
        return self(self.xs(n))

    def crossings(self, y: float) -> list[float]:
        """Every x at which the curve has this y, ascending; both ends where it is flat at it."""
        found: list[float] = []
        for piece in self._pieces():
            turns = sorted({0.0, 1.0, *self._turns([point[1] for point in piece])})
            heights = [self._along(piece, 1, part) for part in turns]
            for i in range(len(turns) - 1):
                low, high = heights[i], heights[i + 1]
                if min(low, high) <= y <= max(low, high):
                    rising = low <= high
                    for goes in (True, False):
                        # Where it reaches y, and where it leaves it: the same but where flat.
                        part = self._part(piece, 1, y, turns[i], turns[i + 1], rising, goes)
                        found.append(self._along(piece, 0, part))
        span = self.points[-1][0] - self.points[0][0]
        found.sort()
        return [x for i, x in enumerate(found) if i == 0 or x - found[i - 1] > 1e-7 * span]

    def inverse(self, y: _typing.Any) -> _typing.Any:
        """The x at which the curve has this y, for curves that only rise or only fall.

        Takes what `__call__` takes. Beyond the curve's ends it is the nearest end. Raises
        ValueError where the curve turns or is flat: `crossings` gives every x.
        """
        pieces = self._pieces()
        ys = [pieces[0][0][1]]
        for piece in pieces:
            turns = sorted(self._turns([point[1] for point in piece]))
            ys += [self._along(piece, 1, part) for part in turns] + [piece[3][1]]
        steps = [b - a for a, b in _itertools.pairwise(ys)]
        rising = steps[0] > 0
        if not all(step > 0 if rising else step < 0 for step in steps):
            raise ValueError(
                f"{type(self).__name__}.inverse: found a curve that turns or is flat, expected one "
                "that only rises or only falls: crossings(y) gives every x."
            )
        if hasattr(y, "__array__") and getattr(y, "shape", ()) != ():
            import numpy as _np

            flat = _np.asarray(y, dtype=float)
            xs = [self._back(pieces, each, rising) for each in flat.ravel().tolist()]
            return _np.array(xs).reshape(flat.shape)
        if isinstance(y, _abc.Iterable):
            return [self._back(pieces, float(each), rising) for each in y]
        return self._back(pieces, float(y), rising)

    def css(self, n: int = 33) -> str:
        """The curve as an easing function of CSS: `cubic-bezier(…)` or `linear(…)`.

        Its ends become 0 and 1 on both axes. A monotone curve or a spline is sampled at `n` places.
        Raises ValueError where both ends are equally high, which no easing function can say.
        """
        (x0, y0), (x1, y1) = self.points[0], self.points[-1]
        if y0 == y1:
            raise ValueError(
                f"{type(self).__name__}.css: found both ends at y {y0:g}, expected two heights."
            )

        def write(number: float) -> str:
            return f"{round(number, 5) + 0:.5f}".rstrip("0").rstrip(".")

        def part(x: float, y: float) -> tuple[float, float]:
            return (x - x0) / (x1 - x0), (y - y0) / (y1 - y0)

        if self.kind == "bezier":
            handles = [*part(*self.points[1]), *part(*self.points[2])]
            return f"cubic-bezier({', '.join(map(write, handles))})"
        xs = [x for x, _ in self.points]
        if self.kind != "linear":
            if n < 2:
                raise ValueError(f"{type(self).__name__}.css: found n={n!r}, expected 2 or more.")
            xs = [x0 + (x1 - x0) * i / (n - 1) for i in range(n)]
        stops = [part(x, self(x)) for x in xs]
        return f"linear({', '.join(f'{write(y)} {write(100 * x)}%' for x, y in stops)})"

    def _at(self, x: float) -> float:
        points = self.points
        if _math.isnan(x):
            return x
        if x <= points[0][0] or x >= points[-1][0]:
            return float(points[0 if x <= points[0][0] else -1][1])
        if self.kind == "bezier":
            piece = self._pieces()[0]
            return float(self._along(piece, 1, self._part(piece, 0, x, 0.0, 1.0, True, True)))
        xs, cubics = self._cubics()
        i = _bisect.bisect_right(xs, x) - 1
        a, b, c, d = cubics[i]
        s = x - xs[i]
        return float(a + s * (b + s * (c + s * d)))

    def _array(self, x: _typing.Any) -> _typing.Any:
        """As `_at`, for an array, in numpy."""
        import numpy as _np

        given = _np.asarray(x, dtype=float)
        points = self.points
        inside = _np.clip(given, points[0][0], points[-1][0])
        if self.kind == "bezier":
            piece = self._pieces()[0]
            low, high = _np.zeros_like(inside), _np.ones_like(inside)
            for _ in range(54):
                middle = (low + high) / 2
                before = self._along(piece, 0, middle) < inside
                low, high = _np.where(before, middle, low), _np.where(before, high, middle)
            found = self._along(piece, 1, (low + high) / 2)
        else:
            xs, cubics = self._cubics()
            i = _np.clip(_np.searchsorted(xs, inside, side="right") - 1, 0, len(cubics) - 1)
            a, b, c, d = _np.moveaxis(_np.array(cubics)[i], -1, 0)
            s = inside - _np.array(xs)[i]
            found = a + s * (b + s * (c + s * d))
        found = _np.where(given <= points[0][0], points[0][1], found)
        found = _np.where(given >= points[-1][0], points[-1][1], found)
        return _np.where(_np.isnan(given), _np.nan, found)

    def _slopes(self, h: list[float], d: list[float]) -> list[float]:
        """The curve's slope at each point, from the widths and the rises between them."""
        last = len(d)
        if last == 1:
            return [d[0], d[0]]
        if self.kind == "spline":
            # Natural cubic spline: a tridiagonal system; nothing bends at the ends.
            ratios, slopes = [0.0] * (last + 1), [0.0] * (last + 1)
            for i in range(last + 1):
                left, right = (
                    (1.0, 0.0) if i == 0 else (0.0, 1.0) if i == last else (h[i - 1], h[i])
                )
                pivot = 2 * (left + right) - right * (ratios[i - 1] if i else 0)
                ratios[i] = left / pivot
                wanted = 3 * ((right * d[i - 1] if i else 0) + (left * d[i] if i < last else 0))
                slopes[i] = (wanted - (right * slopes[i - 1] if i else 0)) / pivot
            for i in reversed(range(last)):
                slopes[i] -= ratios[i] * slopes[i + 1]
            return slopes

        # Fritsch and Carlson 1980, with the weights of Fritsch and Butland 1984, as in SciPy.
        def end(h0: float, h1: float, d0: float, d1: float) -> float:
            slope = ((2 * h0 + h1) * d0 - h0 * d1) / (h0 + h1)
            if slope * d0 <= 0:
                return 0.0
            return 3 * d0 if d0 * d1 < 0 and abs(slope) > 3 * abs(d0) else slope

        def inner(h0: float, h1: float, d0: float, d1: float) -> float:
            return (
                0.0 if d0 * d1 <= 0 else 3 * (h0 + h1) / ((2 * h1 + h0) / d0 + (h1 + 2 * h0) / d1)
            )

        middle = [inner(h[i], h[i + 1], d[i], d[i + 1]) for i in range(last - 1)]
        return [end(h[0], h[1], d[0], d[1]), *middle, end(h[-1], h[-2], d[-1], d[-2])]

    def _cubics(self) -> _typing.Any:
        """The x of each point, and for each piece the cubic in the distance from its start."""
        about = (self.kind, tuple(self.points))
        if self._made_for == about:
            return self._made
        xs, ys = [x for x, _ in self.points], [y for _, y in self.points]
        h = [b - a for a, b in _itertools.pairwise(xs)]
        d = [(b - a) / w for (a, b), w in zip(_itertools.pairwise(ys), h, strict=True)]
        cubics = [(y, each, 0.0, 0.0) for y, each in zip(ys, d, strict=False)]
        if self.kind != "linear":
            m = self._slopes(h, d)
            cubics = [
                (
                    ys[i],
                    m[i],
                    (3 * d[i] - 2 * m[i] - m[i + 1]) / h[i],
                    (m[i] + m[i + 1] - 2 * d[i]) / h[i] ** 2,
                )
                for i in range(len(d))
            ]
        self._made_for, self._made = about, (xs, cubics)
        return self._made

    def _pieces(self) -> list[list[tuple[float, float]]]:
        """The curve as cubic Béziers whose x never goes back, from left to right."""
        points = self.points
        if self.kind == "bezier":
            return [points]
        _, cubics = self._cubics()
        pieces = []
        for (a, b, c, d), start, end in zip(cubics, points, points[1:], strict=False):
            third = (end[0] - start[0]) / 3
            slope = b + 3 * third * (2 * c + 3 * third * 3 * d)
            first = (start[0] + third, a + b * third)
            pieces.append([start, first, (end[0] - third, end[1] - slope * third), end])
        return pieces

    @staticmethod
    def _along(piece: _typing.Any, axis: int, part: _typing.Any) -> _typing.Any:
        """x (0) or y (1) of a piece at a part of the way through it, or at an array of parts."""
        a, b, c, d = (point[axis] for point in piece)
        rest = 1 - part
        return a * rest**3 + 3 * b * rest**2 * part + 3 * c * rest * part**2 + d * part**3

    @staticmethod
    def _turns(ys: list[float]) -> list[float]:
        """The parts of the way at which a piece with these heights turns."""
        a, b, c = (3 * (ys[i + 1] - ys[i]) for i in range(3))
        square, line = a - 2 * b + c, b - a
        if abs(square) <= 1e-14 * (abs(a) + abs(b) + abs(c)):
            parts = [-a / (2 * line)] if line else []
        else:
            under = line * line - square * a
            root = _math.sqrt(under) if under > 0 else 0.0
            parts = [(-line - root) / square, (-line + root) / square]
        return [part for part in parts if 1e-12 < part < 1 - 1e-12]

    def _part(
        self,
        piece: _typing.Any,
        axis: int,
        wanted: float,
        low: float,
        high: float,
        rising: bool,
        reaches: bool,
    ) -> float:
        """Where a coordinate that only rises or falls reaches a number, or leaves it."""
        for _ in range(54):
            middle = (low + high) / 2
            now = self._along(piece, axis, middle)
            before = (now < wanted) if rising else (now > wanted)
            if before or (not reaches and now == wanted):
                low = middle
            else:
                high = middle
        return (low + high) / 2

    def _back(self, pieces: _typing.Any, y: float, rising: bool) -> float:
        ends = pieces[0][0], pieces[-1][3]
        for end, low in zip(ends, (rising, not rising), strict=True):
            if y <= end[1] if low else y >= end[1]:
                return float(end[0])
        for piece in pieces:
            if y <= piece[3][1] if rising else y >= piece[3][1]:
                part = self._part(piece, 1, y, 0.0, 1.0, rising, True)
                return float(self._along(piece, 0, part))
        return _math.nan

    @_traitlets.default("points")
    def _corners(self) -> _typing.Any:
        (x0, x1), (y0, y1) = self.x_limits, self.y_limits
        return self._fitting([(x0, y0), (x1, y1)])

    def _fitting(self, points: _typing.Any) -> _typing.Any:
        """Points for the kind from those of another: handles at thirds, or points on a Bézier."""
        if len(points) < 2:
            return points
        if self.kind == "bezier":
            (x0, y0), (x1, y1) = points[0], points[-1]
            if len(points) == 4:
                return [points[0], *((min(max(x, x0), x1), y) for x, y in points[1:3]), points[3]]
            thirds = [(x0 + (x1 - x0) * n / 3, y0 + (y1 - y0) * n / 3) for n in (1, 2)]
            return [points[0], *thirds, points[-1]]
        if len(points) != 4:
            return points
        low, high = self.y_limits
        parts = (0.25, 0.5, 0.75)
        inner = [(self._along(points, 0, each), self._along(points, 1, each)) for each in parts]
        return [points[0], *((x, min(max(y, low), high)) for x, y in inner), points[3]]

    @_traitlets.observe("kind")
    def _keep_points(self, _: object) -> None:
        """Points that are none of the new kind become such: nearly the same curve."""
        try:
            self._refuse_points(self.points, "")
        except _traitlets.TraitError:
            self.set_trait("points", self._fitting(self.points))

    @_traitlets.validate("x_limits", "y_limits", "overshoot")
    def _check_limits(self, proposal: _typing.Any) -> _typing.Any:
        name, value = proposal["trait"].name, proposal["value"]
        where = f"{type(self).__name__}.{name}"
        if name != "overshoot" and value[0] >= value[1]:
            raise _traitlets.TraitError(
                f"{where}: expected (low, high) with low below high; "
                f"found ({value[0]!r}, {value[1]!r})"
            )
        if self.trait_has_value("points"):
            self._refuse_points(self.points, f"{where}: points", **{name: value})
        return value

    @_traitlets.validate("points")
    def _check_points(self, proposal: _typing.Any) -> _typing.Any:
        self._refuse_points(proposal["value"], f"{type(self).__name__}.points")
        return proposal["value"]

    def _refuse_points(self, points: _typing.Any, where: str, **limits: _typing.Any) -> None:
        names = ("x_limits", "y_limits", "overshoot")
        (left, right), (bottom, top), overshoot = (
            limits[name] if name in limits else getattr(self, name) for name in names
        )
        is_bezier = self.kind == "bezier"
        if len(points) != 4 if is_bezier else len(points) < 2:
            wanted = (
                "exactly 4 points: start, two handles, end" if is_bezier else "2 points or more"
            )
            raise _traitlets.TraitError(f"{where}: expected {wanted}; found {len(points)}")
        for i, (x, y) in enumerate(points):
            handle = is_bezier and i in (1, 2)
            start, end = (points[0][0], points[3][0]) if handle else (left, right)
            beyond = (top - bottom) * overshoot if handle else 0.0
            slack = (top - bottom) * 1e-9 if handle else 0.0
            for axis, at, low, high, more in (
                ("x", x, start, end, 0.0),
                ("y", y, bottom - beyond, top + beyond, slack),
            ):
                if not low - more <= at <= high + more:
                    raise _traitlets.TraitError(
                        f"{where}[{i}]: expected {axis} from {low:g} to {high:g}; found {at!r}"
                    )
        xs = [points[0][0], points[3][0]] if is_bezier else [x for x, _ in points]
        for i in range(len(xs) - 1):
            if xs[i] >= xs[i + 1]:
                raise _traitlets.TraitError(
                    f"{where}: expected each x above the one before it; found {xs[i + 1]!r} "
                    f"after {xs[i]!r}"
                )

    _esm = """36817 characters, sha256 f6d79c5508b17a8c2ce28979b5e1b5218629b8fc312eaec265dbf50540d2b471"""
