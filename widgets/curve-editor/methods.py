"""The kernel's side of curve-editor: the curve as a function, its inverse, its CSS."""

import bisect as _bisect
import collections.abc as _abc
import importlib.util as _importlib_util
import itertools as _itertools
import math as _math
import re as _re
import typing as _typing

import anywidget as _anywidget
import traitlets as _traitlets


class Methods(_anywidget.AnyWidget):
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
