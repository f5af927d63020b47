# inlay: distribution-editor 0.1.0 7b2fc3d366be23a9
import array as _array
import collections.abc as _abc
import copy as _copy
import itertools as _itertools
import json as _json
import math as _math
import numbers as _numbers
import random as _random
import reprlib as _reprlib
import statistics as _statistics
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


class _Json(_Trait):
    def accept(self, value: _typing.Any, where: str) -> _typing.Any:
        try:
            text = _json.dumps(value, allow_nan=False, default=lambda each: each.item())
        except (AttributeError, TypeError, ValueError, RecursionError) as error:
            self.refuse(value, where, f" ({error})")
        return _json.loads(text)

    def info(self) -> str:
        return "what JSON can say"


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


class DistributionEditor(_anywidget.AnyWidget):
    """A probability distribution that is dragged into shape: families, free quantiles, data to fit
    against.

    Traits:
        value (dict of texts to anything that JSON can say; set by the person, as it moves): The
            distribution: `family` and its parameters by name, such as `{'family': 'normal', 'mean':
            0, 'sd': 1}`. For free quantiles `{'family': 'quantiles', 'p': […], 'x': […]}`: 2 to 9
            shares between 0 and 1, and as many numbers, both rising. Numbers are in the unit of the
            axis.
        data (float64 array of shape [n]; what it shows): Numbers to fit against, any length, drawn
            behind the curve; NaN and infinities are left out.
        label (str; how it looks or behaves): What is uncertain, shown above the curve.
        unit (str; how it looks or behaves): Unit behind each number, such as `km`.
        low (float or None; how it looks or behaves): Nothing lies below this: what a family would
            have there is cut off. None: no limit.
        high (float or None; how it looks or behaves): Nothing lies above this. None: no limit.
    """

    value = _Dict(_Json(), {"family": "normal", "mean": 0, "sd": 1}).tag(sync=True)
    data = _Array("float64").tag(sync=True)
    label = _Text("").tag(sync=True)
    unit = _Text("").tag(sync=True)
    low = _Float(nullable=True).tag(sync=True)
    high = _Float(nullable=True).tag(sync=True)
    _front = _Front("value").tag(sync=True)

    _KEYS: _typing.ClassVar[dict[str, tuple[str, ...]]] = {
        "normal": ("mean", "sd"),
        "lognormal": ("median", "sigma"),
        "uniform": ("low", "high"),
        "triangular": ("low", "mode", "high"),
        "pert": ("low", "mode", "high"),
        "beta": ("low", "high", "alpha", "beta"),
        "gamma": ("shape", "scale"),
        "exponential": ("scale",),
        "quantiles": ("p", "x"),
    }

    class _Law:
        """The distribution of a value within limits, as it is at one moment."""

        def __init__(
            self, family: str, numbers: list[_typing.Any], limits: tuple[float, float]
        ) -> None:
            self.normal = _statistics.NormalDist()
            self.at: _typing.Callable[[float], float] | None = None
            makers: dict[str, _typing.Callable[..., tuple[_typing.Any, ...]]] = {
                "normal": self.make_normal,
                "lognormal": self.make_lognormal,
                "uniform": self.make_uniform,
                "triangular": self.make_triangular,
                "pert": self.make_beta,
                "beta": self.make_beta,
                "gamma": self.make_gamma,
                "exponential": self.make_exponential,
                "quantiles": self.make_quantiles,
            }
            if family == "pert":
                low, mode, high = numbers
                rise, fall = (mode - low) / (high - low), (high - mode) / (high - low)
                numbers = [low, high, 1 + 4 * rise, 1 + 4 * fall]
            elif family == "quantiles":
                numbers = [*numbers, *limits]
            # Of a law: where it lies, density, share below, mean, standard deviation, a draw.
            start, end, self.dense, self.share, self.mid, self.spread, self.draw = makers[family](
                *numbers
            )
            self.start, self.end = max(start, limits[0]), min(end, limits[1])
            self.is_cut = self.start > start or self.end < end
            self.below = self.share(self.start) if self.start > start else 0.0
            above = self.share(self.end) if self.end < end else 1.0
            self.weight = above - self.below if self.start < self.end else 0.0

        def make_normal(self, mean: float, sd: float) -> tuple[_typing.Any, ...]:
            law = _statistics.NormalDist(mean, sd)
            self.at = lambda z: mean + sd * z
            return (
                -_math.inf,
                _math.inf,
                law.pdf,
                law.cdf,
                mean,
                sd,
                lambda source: source.normalvariate(mean, sd),
            )

        def make_lognormal(self, median: float, sigma: float) -> tuple[_typing.Any, ...]:
            self.at = lambda z: median * _math.exp(sigma * z)

            def score(x: float) -> float:
                return _math.log(x / median) / sigma

            def dense(x: float) -> float:
                return self.normal.pdf(score(x)) / (sigma * x) if x > 0 else 0.0

            def share(x: float) -> float:
                return self.normal.cdf(score(x)) if x > 0 else 0.0

            mean = median * _math.exp(sigma**2 / 2)
            sd = mean * _math.sqrt(_math.expm1(sigma**2))
            return (
                0.0,
                _math.inf,
                dense,
                share,
                mean,
                sd,
                lambda source: source.lognormvariate(_math.log(median), sigma),
            )

        def make_uniform(self, low: float, high: float) -> tuple[_typing.Any, ...]:
            width = high - low
            sd = width / _math.sqrt(12)
            middle = (low + high) / 2
            return (
                low,
                high,
                lambda _: 1 / width,
                lambda x: (x - low) / width,
                middle,
                sd,
                lambda source: source.uniform(low, high),
            )

        def make_triangular(self, low: float, mode: float, high: float) -> tuple[_typing.Any, ...]:
            width = high - low

            def dense(x: float) -> float:
                if x < mode or mode == high:
                    return 2 * (x - low) / (mode - low) / width
                return 2 * (high - x) / (high - mode) / width

            def share(x: float) -> float:
                if x < mode:
                    return float((x - low) ** 2 / (mode - low) / width)
                return float(1 - (high - x) ** 2 / ((high - mode) or 1.0) / width)

            sd = _math.sqrt((width**2 - (mode - low) * (high - mode)) / 18)
            return (
                low,
                high,
                dense,
                share,
                (low + mode + high) / 3,
                sd,
                lambda source: source.triangular(low, high, mode),
            )

        def make_beta(self, low: float, high: float, a: float, b: float) -> tuple[_typing.Any, ...]:
            width = high - low
            scale = _math.lgamma(a + b) - _math.lgamma(a) - _math.lgamma(b) - _math.log(width)

            def power(x: float, n: float) -> float:
                if n == 0:
                    return 0.0
                return n * _math.log(x) if x > 0 else -_math.inf if n > 0 else _math.inf

            def dense(x: float) -> float:
                rise, fall = (
                    power((x - low) / width, a - 1),
                    power((high - x) / width, b - 1),
                )
                return _math.exp(scale + rise + fall) if rise + fall < _math.inf else _math.inf

            def share(x: float) -> float:
                return self.beta_share(a, b, (x - low) / width)

            sd = width * _math.sqrt(a * b / (a + b + 1)) / (a + b)
            return (
                low,
                high,
                dense,
                share,
                low + width * a / (a + b),
                sd,
                lambda source: low + width * source.betavariate(a, b),
            )

        def make_gamma(self, shape: float, scale: float) -> tuple[_typing.Any, ...]:
            constant = _math.lgamma(shape) + _math.log(scale)

            def dense(x: float) -> float:
                if x <= 0:
                    return 0.0 if shape > 1 else 1 / scale if shape == 1 else _math.inf
                return _math.exp((shape - 1) * _math.log(x / scale) - x / scale - constant)

            def share(x: float) -> float:
                return self.gamma_share(shape, x / scale)

            sd = _math.sqrt(shape) * scale
            return (
                0.0,
                _math.inf,
                dense,
                share,
                shape * scale,
                sd,
                lambda source: source.gammavariate(shape, scale),
            )

        def make_exponential(self, scale: float) -> tuple[_typing.Any, ...]:
            return (
                0.0,
                _math.inf,
                lambda x: _math.exp(-x / scale) / scale,
                lambda x: -_math.expm1(-x / scale) if x > 0 else 0.0,
                scale,
                scale,
                lambda source: source.expovariate(1 / scale),
            )

        def make_quantiles(
            self, p: list[float], x: list[float], low: float, high: float
        ) -> tuple[_typing.Any, ...]:
            """Over normal scores, the natural spline through what limits make of the quantiles."""
            has_low, has_high = low > -_math.inf, high < _math.inf

            def open_up(n: float) -> float:
                down = _math.log(n - low) if has_low else 0.0 if has_high else n
                return down - (_math.log(high - n) if has_high else 0.0)

            def close(y: float) -> float:
                # Beyond that, a double is at its limit.
                y = min(max(y, -700.0), 700.0) if has_low or has_high else y
                if has_low and has_high:
                    return low + (high - low) / (1 + _math.exp(-y))
                return low + _math.exp(y) if has_low else high - _math.exp(-y) if has_high else y

            def slope_of(n: float) -> float:
                up = 1 / (n - low) if has_low else 0.0
                return up + (1 / (high - n) if has_high else 0.0) or 1.0

            curve = self.spline([self.normal.inv_cdf(each) for each in p], [open_up(n) for n in x])

            def score(n: float) -> float:
                a, b = -40.0, 40.0
                for _ in range(100):
                    middle = (a + b) / 2
                    a, b = (a, middle) if close(curve(middle)[0]) > n else (middle, b)
                return (a + b) / 2

            def dense(n: float) -> float:
                if not low < n < high:
                    return 0.0
                z = score(n)
                return self.normal.pdf(z) * slope_of(n) / curve(z)[1]

            self.at = lambda z: close(curve(z)[0])
            return (low, high, dense, lambda n: self.normal.cdf(score(n)), 0.0, 0.0, None)

        @staticmethod
        def spline(
            x: list[float], y: list[float]
        ) -> _typing.Callable[[float], tuple[float, float]]:
            """Value and slope of the natural spline through rising points, kept rising."""
            last = len(x) - 1
            wide = [after - here for here, after in _itertools.pairwise(x)]
            steep = [(y[i + 1] - y[i]) / wide[i] for i in range(last)]
            slopes = [*steep, 0.0]
            for _ in range(60):
                slopes[0] = (3 * steep[0] - slopes[1]) / 2
                for i in range(1, last):
                    before = wide[i] * (3 * steep[i - 1] - slopes[i - 1])
                    after = wide[i - 1] * (3 * steep[i] - slopes[i + 1])
                    slopes[i] = (before + after) / (wide[i - 1] + wide[i]) / 2
                slopes[last] = (3 * steep[-1] - slopes[last - 1]) / 2
            for i in range(last + 1):
                least = min(steep[max(0, i - 1) : i + 1])
                slopes[i] = max(least / 10, min(2.5 * least, slopes[i]))

            def curve(u: float) -> tuple[float, float]:
                if u < x[0] or u >= x[last]:
                    end = 0 if u < x[0] else last
                    return y[end] + slopes[end] * (u - x[end]), slopes[end]
                i = max(k for k in range(last) if x[k] <= u)
                t = (u - x[i]) / wide[i]
                s = 1 - t
                bent = s * slopes[i] - t * slopes[i + 1] + (t - s) * steep[i]
                slope = s * (1 - 3 * t) * slopes[i] + t * (1 - 3 * s) * slopes[i + 1]
                at = s * y[i] + t * y[i + 1] + s * t * wide[i] * bent
                return at, slope + 6 * s * t * steep[i]

            return curve

        @staticmethod
        def gamma_share(a: float, x: float) -> float:
            """The regularised lower incomplete gamma function."""
            if x <= 0 or x > a + 40 + 10 * _math.sqrt(a):
                return 0.0 if x <= 0 else 1.0
            term = total = _math.exp(a * _math.log(x) - x - _math.lgamma(a + 1))
            n = 1
            while term > total * 1e-17:
                term *= x / (a + n)
                total += term
                n += 1
            return min(1.0, total)

        @classmethod
        def beta_share(cls, a: float, b: float, x: float) -> float:
            """The regularised incomplete beta function."""
            if x <= 0 or x >= 1:
                return 0.0 if x <= 0 else 1.0
            if x > (a + 1) / (a + b + 2):
                return 1 - cls.beta_share(b, a, 1 - x)
            scale = _math.lgamma(a + b) - _math.lgamma(a + 1) - _math.lgamma(b)
            term = total = _math.exp(a * _math.log(x) + b * _math.log1p(-x) + scale)
            n = 0
            while term > total * 1e-17:
                term *= x * (a + b + n) / (a + 1 + n)
                total += term
                n += 1
            return min(1.0, total)

        def pdf(self, x: float) -> float:
            return float(self.dense(x) / self.weight) if self.start <= x <= self.end else 0.0

        def cdf(self, x: float) -> float:
            if x <= self.start or x >= self.end:
                return 0.0 if x <= self.start else 1.0
            return float(min(1.0, (self.share(x) - self.below) / self.weight))

        def ppf(self, p: float) -> float:
            if not 0 <= p <= 1:
                raise ValueError(f"ppf: found {p!r}, expected a share from 0 to 1.")
            if p in (0, 1):
                return float(self.end if p else self.start)
            if self.at and not self.is_cut:
                return float(self.at(self.normal.inv_cdf(p)))
            # Newton's steps, kept within what is known. 1e-8 of anything lies farther off at most.
            a = max(self.start, self.mid - 1e4 * self.spread)
            b = min(self.end, self.mid + 1e4 * self.spread)
            x = min(max(self.mid, a), b)
            for _ in range(200):
                over = self.cdf(x) - p
                a, b = (a, x) if over > 0 else (x, b)
                dense = self.pdf(x)
                after = x - over / dense if 0 < dense < _math.inf else _math.inf
                if not a < after < b:
                    after = (a + b) / 2
                if over == 0 or abs(after - x) <= 1e-15 * abs(x):
                    break
                x = after
            return float(x)

        def moments(self) -> tuple[float, float]:
            if self.spread and not self.is_cut:
                return float(self.mid), float(self.spread)
            # The trapezoidal rule over normal scores: what is left out weighs less than 1e-11.
            scores = [n / 10 for n in range(-70, 71)]
            at = self.at if self.at and not self.is_cut else None
            points = [at(z) if at else self.ppf(self.normal.cdf(z)) for z in scores]
            middle = points[70]
            weights = [self.normal.pdf(z) / 10 for z in scores]
            off = sum(w * (x - middle) for w, x in zip(weights, points, strict=True))
            squares = sum(w * (x - middle) ** 2 for w, x in zip(weights, points, strict=True))
            return middle + off, _math.sqrt(max(0.0, squares - off * off))

    def _law(self) -> _typing.Any:
        return self._make(self.value, self._limits())

    def _make(self, value: dict[str, _typing.Any], limits: tuple[float, float]) -> _typing.Any:
        family = value["family"]
        return self._Law(family, [value[key] for key in self._KEYS[family]], limits)

    def _limits(self, **changed: float | None) -> tuple[float, float]:
        low, high = changed.get("low", self.low), changed.get("high", self.high)
        return -_math.inf if low is None else low, _math.inf if high is None else high

    @staticmethod
    def _each(work: _typing.Callable[[float], float], x: _typing.Any) -> _typing.Any:
        return [work(float(n)) for n in x] if hasattr(x, "__iter__") else work(float(x))

    @property
    def mean(self) -> float:
        """The mean, of what the limits leave."""
        return float(self._law().moments()[0])

    @property
    def std(self) -> float:
        """The standard deviation, of what the limits leave."""
        return float(self._law().moments()[1])

    def pdf(self, x: _typing.Any) -> _typing.Any:
        """The density at a number; of many numbers, a list."""
        return self._each(self._law().pdf, x)

    def cdf(self, x: _typing.Any) -> _typing.Any:
        """The share below a number; of many numbers, a list."""
        return self._each(self._law().cdf, x)

    def ppf(self, q: _typing.Any) -> _typing.Any:
        """The number with a share `q` below it, 0 to 1; of many shares, a list.

        Raises ValueError for what is no share.
        """
        return self._each(self._law().ppf, q)

    def sample(self, n: int, seed: _typing.Any = None) -> list[float]:
        """`n` random numbers of this distribution; the same ones for the same seed."""
        law, source = self._law(), _random.Random(seed)
        if law.draw is None or law.weight < 0.05:
            return [law.ppf(source.random() or 0.5) for _ in range(n)]
        drawn: list[float] = []
        while len(drawn) < n:
            x = law.draw(source)
            if law.start <= x <= law.end:
                drawn.append(x)
        return drawn

    def frozen(self) -> _typing.Any:
        """A frozen distribution of `scipy.stats`, as it is now.

        Families are SciPy's own; free quantiles, and what limits have cut, are an `rv_continuous`
        made for them. Raises ModuleNotFoundError without SciPy.
        """
        try:
            from scipy import stats as _stats  # type: ignore[import-untyped,import-not-found,unused-ignore]
        except ModuleNotFoundError as error:
            raise ModuleNotFoundError(
                f"{type(self).__name__}.frozen: found no SciPy, expected one: install scipy. "
                "mean, std, pdf, cdf, ppf and sample() do without it."
            ) from error
        law, value = self._law(), self.value
        family = value["family"]
        if law.is_cut or family == "quantiles":
            return self._continuous(_stats, law)
        a = [value[key] for key in self._KEYS[family]]
        if family == "normal":
            return _stats.norm(*a)
        if family == "lognormal":
            return _stats.lognorm(a[1], scale=a[0])
        if family == "gamma":
            return _stats.gamma(a[0], scale=a[1])
        if family == "exponential":
            return _stats.expon(scale=a[0])
        if family == "beta":
            return _stats.beta(a[2], a[3], a[0], a[1] - a[0])
        width = a[-1] - a[0]
        if family == "uniform":
            return _stats.uniform(a[0], width)
        part = (a[1] - a[0]) / width
        if family == "triangular":
            return _stats.triang(part, a[0], width)
        return _stats.beta(1 + 4 * part, 5 - 4 * part, a[0], width)

    @staticmethod
    def _continuous(stats: _typing.Any, law: _typing.Any) -> _typing.Any:
        import numpy as _numpy

        mean, sd = law.moments()

        def method(work: _typing.Any) -> _typing.Any:
            over_arrays = _numpy.vectorize(work, otypes=[float])
            return lambda _, x: over_arrays(x)

        body = {
            "_pdf": method(law.pdf),
            "_cdf": method(law.cdf),
            "_ppf": method(law.ppf),
            "_stats": lambda _: (mean, sd * sd, None, None),
        }
        kind = type("Edited", (stats.rv_continuous,), body)
        return kind(a=law.start, b=law.end, name="edited")()

    def _refuse(self, where: str, found: object, expected: str) -> _typing.NoReturn:
        raise _traitlets.TraitError(
            f"{type(self).__name__}.{where}: found {found!r}, expected {expected}."
        )

    def _is_number(self, x: object) -> bool:
        return isinstance(x, int | float) and not isinstance(x, bool) and abs(x) < 1e300

    def _check_quantiles(self, p: _typing.Any, x: _typing.Any, limits: tuple[float, float]) -> None:
        for name, found, (least, most), what in (
            ("p", p, (0.0, 1.0), "2 to 9 rising shares between 0 and 1"),
            ("x", x, limits, "a rising number within the limits for each share"),
        ):
            fits = isinstance(found, list | tuple) and all(map(self._is_number, found))
            fits = fits and 2 <= len(found) <= 9 and len(found) == len(p)
            if not fits or any(
                a >= b for a, b in zip([least, *found], [*found, most], strict=True)
            ):
                self._refuse(f"value[{name!r}]", found, what)

    def _check_numbers(self, value: dict[str, _typing.Any]) -> None:
        places: list[float] = []
        for key in self._KEYS[value["family"]]:
            found, where = value[key], f"value[{key!r}]"
            if not self._is_number(found):
                self._refuse(where, found, "a number")
            if key in ("sigma", "shape", "alpha", "beta") and not 0.01 <= found <= 1000:
                self._refuse(where, found, "a number from 0.01 to 1000")
            if key in ("sd", "scale", "median") and found <= 0:
                self._refuse(where, found, "a number above 0")
            if key in ("low", "mode", "high"):
                places.append(found)
        if places and (places != sorted(places) or places[0] == places[-1]):
            self._refuse("value", value, "low, mode and high in this order, and low below high")

    def _check_weight(
        self,
        value: dict[str, _typing.Any],
        limits: tuple[float, float],
        where: str,
        found: object,
    ) -> None:
        if not limits[0] < limits[1]:
            self._refuse(where, found, f"low below high; they are {limits[0]} and {limits[1]}")
        if value["family"] == "quantiles":
            self._check_quantiles(value["p"], value["x"], limits)
            return
        try:
            law = self._make(value, limits)
        except OverflowError:
            self._refuse(where, found, "a distribution whose standard deviation is finite")
        if not law.weight > 1e-9:
            self._refuse(where, found, f"a distribution that reaches between {limits}")

    @_traitlets.validate("value")
    def _check_value(self, proposal: dict[str, _typing.Any]) -> dict[str, _typing.Any]:
        value = dict(proposal["value"])
        family = value.get("family")
        if not isinstance(family, str) or family not in self._KEYS:
            self._refuse("value['family']", family, f"one of {', '.join(self._KEYS)}")
        keys = ("family", *self._KEYS[family])
        if set(value) != set(keys):
            self._refuse("value", value, f"the keys {', '.join(keys)}")
        limits = self._limits()
        if family == "quantiles":
            self._check_quantiles(value["p"], value["x"], limits)
            value |= {key: [float(n) for n in value[key]] for key in ("p", "x")}
        else:
            self._check_numbers(value)
            value |= {key: float(value[key]) for key in keys[1:]}
        self._check_weight(value, limits, "value", value)
        return value

    @_traitlets.validate("low", "high")
    def _check_limit(self, proposal: dict[str, _typing.Any]) -> _typing.Any:
        name, limit = proposal["trait"].name, proposal["value"]
        self._check_weight(self.value, self._limits(**{name: limit}), name, limit)
        return limit

    _esm = """36632 characters, sha256 dcfece125aff6b7a6a15d7ddcc489a51cb4fa305cf89a4769de615716ddc262b"""
