"""The kernel's side of xy-pad: a point within its ranges, pictures and frames in, near rows out."""

import math as _math
from typing import Any as _Any

import anywidget as _anywidget
import traitlets as _traitlets


class Methods(_anywidget.AnyWidget):
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
