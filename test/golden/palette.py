# inlay: palette 0.1.0 aa9b87d90ba10be4
import collections.abc as _abc
import copy as _copy
import math as _math
import numbers as _numbers
import reprlib as _reprlib
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


class Palette(_anywidget.AnyWidget):
    """One colour or a palette, chosen in OKLCH, with its contrast and what colour-blind eyes see.

    Traits:
        value (list of at most 256, each str of at most 64 characters; set by the person, as it
            moves): The colours in their order, as `#rrggbb` in lower case, at most 256. Python
            takes `#rgb` and any case too.
        label (str; how it looks or behaves): What the colours are for: shown above them and read
            out as their name.
        min_colors (int from 0 up to 256; how it looks or behaves): The fewest colours that a person
            can leave.
        max_colors (int from 1 up to 256 or None; how it looks or behaves): The most colours that a
            person can add up to, or nothing for 256. With 1 there is one colour, and no palette.
        backgrounds (tuple of str of at most 64 characters, str of at most 64 characters; how it
            looks or behaves): A light and a dark background that contrast is told against, as
            `#rrggbb`.
        live (bool; how it looks or behaves): Whether a colour is sent while a slider moves;
            otherwise when it is let go.
    """

    value = _List(_Text(at_most=64), ["#0e72b1"], at_most=256).tag(sync=True)
    label = _Text("").tag(sync=True)
    min_colors = _Int(1, at_least=0, at_most=256).tag(sync=True)
    max_colors = _Int(at_least=1, at_most=256, nullable=True).tag(sync=True)
    backgrounds = _Tuple((_Text(at_most=64), _Text(at_most=64)), ("#ffffff", "#181c1a")).tag(
        sync=True
    )
    live = _Bool(True).tag(sync=True)
    _front = _Front("value").tag(sync=True)

    _LISTS: _typing.ClassVar[dict[str, str]] = {
        "okabe-ito": "e69f00 56b4e9 009e73 f0e442 0072b2 d55e00 cc79a7 000000",
        "tol-bright": "4477aa ee6677 228833 ccbb44 66ccee aa3377 bbbbbb",
        "tol-muted": "cc6677 332288 ddcc77 117733 88ccee 882255 44aa99 999933 aa4499",
        "tab10": "1f77b4 ff7f0e 2ca02c d62728 9467bd 8c564b e377c2 7f7f7f bcbd22 17becf",
        "set2": "66c2a5 fc8d62 8da0cb e78ac3 a6d854 ffd92f e5c494 b3b3b3",
        "dark2": "1b9e77 d95f02 7570b3 e7298a 66a61e e6ab02 a6761d 666666",
    }
    _SCALES: _typing.ClassVar[dict[str, str]] = {
        "viridis": "440154 472d7b 3b528b 2c728e 21918c 28ae80 5ec962 addc30 fde725",
        "cividis": "00224e 123570 3b496c 575d6d 707173 8a8678 a59c74 c3b369 e1cc55 fee838",
    }

    @classmethod
    def names(cls) -> list[str]:
        """What `named` knows by itself: lists for categories first, then scales."""
        return [*cls._LISTS, *cls._SCALES]

    @classmethod
    def named(cls, name: str, n: int | None = None, **traits: _typing.Any) -> _typing.Any:
        """A palette with the colours of a named list, or with `n` of them.

        Of a list for categories they are the first `n`; of a scale, `n` at even distances. Where
        matplotlib is installed, its colormaps are known too. Raises KeyError for an unknown name
        and ValueError where a list has fewer colours.
        """
        if name in cls._LISTS:
            colors = ["#" + each for each in cls._LISTS[name].split()]
            if n is not None and not 0 <= n <= len(colors):
                raise ValueError(
                    f"{cls.__name__}.named: expected n from 0 to {len(colors)} for {name!r}; "
                    f"found {n}"
                )
            return cls(value=colors[:n], **traits)
        if name in cls._SCALES:
            anchors = ["#" + each for each in cls._SCALES[name].split()]
            return cls(value=cls._between(anchors, n or len(anchors), "oklab"), **traits)
        try:
            import matplotlib as _matplotlib  # type: ignore[import-not-found,unused-ignore]

            scale = _matplotlib.colormaps[name]
        except (ImportError, KeyError):
            known = ", ".join(map(repr, cls.names()))
            raise KeyError(
                f"{cls.__name__}.named: found no list {name!r}, expected one of {known}, or the "
                "name of a colormap where matplotlib is installed."
            ) from None
        count = n or min(scale.N, 9)
        places = [i / max(1, count - 1) for i in range(count)] if scale.N > 64 else range(count)
        return cls(value=[cls._hex(scale(place)[:3]) for place in places], **traits)

    def interpolate(self, n: int, space: _typing.Literal["oklch", "oklab"] = "oklch") -> list[str]:
        """`n` colours as `#rrggbb` at even distances from the first colour to the last.

        "oklch" keeps colours between two hues vivid and goes the shorter way round the circle;
        "oklab" goes straight, through greys. What sRGB cannot show loses chroma.
        """
        if space not in ("oklch", "oklab"):
            raise ValueError(f"interpolate: expected space 'oklch' or 'oklab'; found {space!r}")
        if n < 0 or (n and not self.value):
            raise ValueError(
                f"interpolate: expected n of 0 or more and a palette with colours; found n={n} "
                f"and {len(self.value)} colours"
            )
        return self._between(self.value, n, space)

    def rgb(self) -> list[tuple[float, float, float]]:
        """The colours as red, green and blue from 0 to 1, as matplotlib takes them."""
        return [
            tuple(int(hex_[i : i + 2], 16) / 255 for i in (1, 3, 5))  # type: ignore[misc]
            for hex_ in self.value
        ]

    def oklch(self) -> list[tuple[float, float, float]]:
        """The colours as lightness (0 to 1), chroma (from 0) and hue (0 to 360 degrees)."""
        return [self._lch(hex_) for hex_ in self.value]

    def mapping(self, labels: _typing.Iterable[_typing.Any]) -> dict[_typing.Any, str]:
        """A colour for each label, in order, from the start again when they run out.

        For plotly's `color_discrete_map`, seaborn's `palette` and the like.
        """
        if not self.value:
            raise ValueError("mapping: expected a palette with colours; found none")
        distinct = list(dict.fromkeys(labels))
        return {label: self.value[i % len(self.value)] for i, label in enumerate(distinct)}

    def colormap(self, n: int | None = None, name: str = "palette") -> _typing.Any:
        """A matplotlib colormap of the colours; with `n`, of `n` interpolated ones."""
        import matplotlib.colors as _colors  # type: ignore[import-not-found,unused-ignore]

        return _colors.ListedColormap(self.value if n is None else self.interpolate(n), name=name)

    def scale(self, domain: _typing.Iterable[_typing.Any] | None = None) -> _typing.Any:
        """An Altair scale: `alt.Color("kind", scale=palette.scale())`."""
        import altair as _altair  # type: ignore[import-not-found,unused-ignore]

        if domain is None:
            return _altair.Scale(range=list(self.value))
        return _altair.Scale(domain=list(domain), range=list(self.value))

    def contrast(self, background: str = "#ffffff") -> list[float]:
        """The contrast ratio of WCAG 2 (1 to 21) of each colour with a background, `#rrggbb`."""
        ground = self._luminance(self._checked("background", background))
        pairs = [sorted((ground, self._luminance(hex_))) for hex_ in self.value]
        return [(high + 0.05) / (low + 0.05) for low, high in pairs]

    @staticmethod
    def _linear(hex_: str) -> list[float]:
        shares = [int(hex_[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        return [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]

    @classmethod
    def _luminance(cls, hex_: str) -> float:
        red, green, blue = cls._linear(hex_)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    @staticmethod
    def _hex(shares: _typing.Iterable[float]) -> str:
        return "#" + "".join(f"{round(255 * min(1, max(0, s))):02x}" for s in shares)

    @classmethod
    def _lab(cls, hex_: str) -> tuple[float, float, float]:
        r, g, b = cls._linear(hex_)
        long = _math.pow(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b, 1 / 3)
        medium = _math.pow(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b, 1 / 3)
        short = _math.pow(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b, 1 / 3)
        return (
            0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short,
            1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short,
            0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short,
        )

    @classmethod
    def _lch(cls, hex_: str) -> tuple[float, float, float]:
        lightness, a, b = cls._lab(hex_)
        chroma = _math.hypot(a, b)
        if chroma < 1e-4:
            return (lightness, 0.0, 0.0)
        return (lightness, chroma, _math.degrees(_math.atan2(b, a)) % 360)

    @staticmethod
    def _unlab(lightness: float, a: float, b: float) -> tuple[float, float, float]:
        long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
        medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
        short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
        return (
            4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
            -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
            -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
        )

    @classmethod
    def _shown(cls, lightness: float, a: float, b: float) -> str:
        """`#rrggbb` of a colour of OKLab, with less chroma where sRGB cannot show it."""
        low, high = 0.0, 2.0
        for _ in range(16):
            share = (low + high) / 2
            light = cls._unlab(lightness, a * share, b * share)
            inside = all(-1e-4 < x < 1 + 1e-4 for x in light)
            if inside and share == 1:
                return cls._encoded(light)
            low, high = (share, high) if inside else (low, share)
        return cls._encoded(cls._unlab(lightness, a * low, b * low))

    @classmethod
    def _encoded(cls, light: tuple[float, float, float]) -> str:
        return cls._hex(
            12.92 * x if x <= 0.0031308 else 1.055 * x ** (1 / 2.4) - 0.055 for x in light
        )

    @classmethod
    def _between(cls, hexes: list[str], n: int, space: str) -> list[str]:
        last = len(hexes) - 1
        found = []
        for i in range(n):
            at = last * i / max(1, n - 1)
            k = min(int(at), max(0, last - 1))
            found.append(cls._mix(hexes[k], hexes[min(k + 1, last)], at - k, space))
        return found

    @classmethod
    def _mix(cls, one: str, other: str, share: float, space: str) -> str:
        if share in (0, 1):
            return other if share else one
        if space == "oklab":
            p, q = cls._lab(one), cls._lab(other)
            return cls._shown(*(p[i] + (q[i] - p[i]) * share for i in range(3)))
        l1, c1, h1 = cls._lch(one)
        l2, c2, h2 = cls._lch(other)
        h1, h2 = (h1 if c1 else h2), (h2 if c2 else h1)
        turn = (h2 - h1 + 180) % 360 - 180
        chroma, hue = c1 + (c2 - c1) * share, _math.radians(h1 + turn * share)
        return cls._shown(l1 + (l2 - l1) * share, chroma * _math.cos(hue), chroma * _math.sin(hue))

    @classmethod
    def _checked(cls, name: str, text: str) -> str:
        digits = text[1:].lower()
        if text[:1] != "#" or len(digits) not in (3, 6) or set(digits) - set("0123456789abcdef"):
            raise _traitlets.TraitError(
                f"{cls.__name__}.{name}: expected colours as '#rrggbb' or '#rgb'; found {text!r}"
            )
        return "#" + (digits if len(digits) == 6 else "".join(2 * each for each in digits))

    @_traitlets.validate("value")
    def _check_value(self, proposal: dict[str, _typing.Any]) -> list[str]:
        colors = [self._checked("value", each) for each in proposal["value"]]
        most = 256 if self.max_colors is None else self.max_colors
        if not self.min_colors <= len(colors) <= most:
            raise _traitlets.TraitError(
                f"{type(self).__name__}.value: expected {self.min_colors} to {most} colours "
                f"(min_colors, max_colors); found {len(colors)}"
            )
        return colors

    @_traitlets.validate("backgrounds")
    def _check_backgrounds(self, proposal: dict[str, _typing.Any]) -> tuple[str, ...]:
        return tuple(self._checked("backgrounds", each) for each in proposal["value"])

    _esm = """35718 characters, sha256 1f7143683e4fb54ec513ee249dea71af3caf7e0a8169bfce00098b523684e4a7"""
