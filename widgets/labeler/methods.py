"""The labeler in Python: pictures as addresses that need no request, frames in and out."""

import base64 as _base64
import io as _io
import math as _math
import os as _os
import pathlib as _pathlib
import struct as _struct
import typing as _typing
import zlib as _zlib

import anywidget as _anywidget


class Methods(_anywidget.AnyWidget):
    @classmethod
    def from_frame(
        cls,
        frame: _typing.Any,
        text: str | None = None,
        *,
        image: str | None = None,
        columns: _typing.Sequence[str] | None = None,
        **traits: _typing.Any,
    ) -> _typing.Any:
        """A labeler of a frame's rows (pandas, polars, pyarrow, …); `to_frame` gives them back.

        `text` names the column to read; else each row is a record of `columns` (all, unless
        told). `image` names a column of pictures, each as `image` takes it.
        """
        import narwhals as _nw

        rows = _nw.from_native(frame, eager_only=True)
        wanted = (
            [text] if text is not None else list(columns if columns is not None else rows.columns)
        )
        missing = [
            name for name in [*wanted, *([image] if image else [])] if name not in rows.columns
        ]
        if missing:
            raise ValueError(f"The frame has no column {missing[0]!r}, only {rows.columns}.")
        items: list[_typing.Any] = []
        for row in rows.iter_rows(named=True):
            record = {name: cls._as_json(row[name]) for name in wanted if name != image}
            if image is not None:
                items.append(cls.image(row[image], **record))
            else:
                items.append(record if text is None else record[text])
        labeler = cls(items=items, **traits)
        labeler._frame = frame
        return labeler

    @classmethod
    def image(cls, source: _typing.Any, **fields: _typing.Any) -> dict[str, _typing.Any]:
        """An item that shows a picture, and `fields` below it; `alt` says it in words.

        `source`: a path, the bytes of an image file, a numpy array (height × width, with 1 to 4
        channels; bytes, or floats from 0 to 1), a Pillow image, or a `data:` address.
        """
        return {"image": cls._address(source), **fields}

    @property
    def annotations(self) -> list[dict[str, _typing.Any]]:
        """What was decided or commented: records of index, label, skipped and comment.

        `label` is a list with `multi`, else a text; None when there is none. Assigning such
        records puts them back.
        """
        found = []
        for index in range(len(self.items)):
            decision, comment = self._decision(index), self.comments.get(str(index))
            if decision != 0 or comment is not None:
                label = self._label(decision)
                skipped = decision < 0
                found.append(
                    {"index": index, "label": label, "skipped": skipped, "comment": comment}
                )
        return found

    @annotations.setter
    def annotations(self, records: _typing.Iterable[_typing.Mapping[str, _typing.Any]]) -> None:
        places = {label: place for place, label in enumerate(self.labels)}
        decisions = [0] * len(self.items)
        comments = {}
        for record in records:
            index, given = record["index"], record.get("label")
            if not 0 <= index < len(decisions):
                raise ValueError(f"There is no item {index}: there are {len(decisions)}.")
            names = [given] if isinstance(given, str) else (given or [])
            unknown = [name for name in names if name not in places]
            if unknown:
                raise ValueError(f"{unknown[0]!r} is none of the labels {self.labels}.")
            bits = sum({1 << places[name] for name in names})
            decisions[index] = bits or (-1 if record.get("skipped") else 0)
            if record.get("comment"):
                comments[str(index)] = record["comment"]
        with self.hold_sync():
            self.set_trait("decisions", decisions)
            self.set_trait("comments", comments)
            self.set_trait("history", [])
            self.set_trait("position", -1)

    @property
    def counts(self) -> dict[str, int]:
        """How many items have each label, in the order of `labels`."""
        decisions = [each for each in self.decisions[: len(self.items)] if each > 0]
        return {
            label: sum(each >> place & 1 for each in decisions)
            for place, label in enumerate(self.labels)
        }

    def to_frame(self, *, label: str = "label", comment: str = "comment") -> _typing.Any:
        """All items as rows, with two more columns of these names; open ones have no label.

        They are the rows of the frame that `from_frame` was given, in its own kind; of a list of
        items, a new frame (polars, pandas or pyarrow, whichever there is).
        """
        return self._joined(label, comment).to_native()

    def labelled(self, *, label: str = "label", comment: str = "comment") -> _typing.Any:
        """The rows of `to_frame` that have a label."""
        mask = [self._decision(index) > 0 for index in range(len(self.items))]
        return self._joined(label, comment).filter(mask).to_native()

    _frame: _typing.Any = None

    def _joined(self, label: str, comment: str) -> _typing.Any:
        import narwhals as _nw

        size = len(self.items)
        rows = (
            self._new_frame()
            if self._frame is None
            else _nw.from_native(self._frame, eager_only=True)
        )
        if len(rows) != size:
            raise ValueError(f"The frame has {len(rows)} rows, but there are {size} items now.")
        for name in (label, comment):
            if name in rows.columns:
                raise ValueError(
                    f"The frame has a column {name!r} already: choose another name, "
                    f"such as to_frame({'label' if name == label else 'comment'}='new_{name}')."
                )
        labels = [self._label(self._decision(index)) for index in range(size)]
        comments = [self.comments.get(str(index)) for index in range(size)]
        kind, text = rows.implementation, _nw.String()
        return rows.with_columns(
            _nw.new_series(label, labels, None if self.multi else text, backend=kind),
            _nw.new_series(comment, comments, text, backend=kind),
        )

    def _new_frame(self) -> _typing.Any:
        import narwhals as _nw

        records = all(isinstance(item, dict) for item in self.items)
        rows = self.items if records else [{"item": item} for item in self.items]
        names = list(dict.fromkeys(name for row in rows for name in row))
        values = {name: [row.get(name) for row in rows] for name in names}
        for kind in ("polars", "pandas", "pyarrow"):
            try:
                return _nw.from_dict(values, backend=kind)
            except ImportError:
                continue
        raise ImportError("A frame needs polars, pandas or pyarrow, and none is installed.")

    def _decision(self, index: int) -> int:
        return int(self.decisions[index]) if index < len(self.decisions) else 0

    def _label(self, decision: int) -> _typing.Any:
        if decision <= 0:
            return None
        names = [name for place, name in enumerate(self.labels) if decision >> place & 1]
        return names if self.multi else (names[0] if names else None)

    @classmethod
    def _as_json(cls, value: _typing.Any) -> _typing.Any:
        value = value.tolist() if hasattr(value, "tolist") else value
        if value is None or isinstance(value, (str, bool, int)):
            return value
        if isinstance(value, dict):
            return {str(key): cls._as_json(part) for key, part in value.items()}
        if isinstance(value, (list, tuple)):
            return [cls._as_json(part) for part in value]
        try:
            missing = bool(value != value)
        except TypeError:  # The missing value of pandas is not even unequal to itself.
            missing = True
        if missing:
            return None
        return value if isinstance(value, float) and _math.isfinite(value) else str(value)

    @classmethod
    def _address(cls, source: _typing.Any) -> str:
        if isinstance(source, str) and source.startswith(("data:", "blob:")):
            return source
        if isinstance(source, (str, _os.PathLike)):
            source = _pathlib.Path(source).read_bytes()
        elif hasattr(source, "__array_interface__"):
            source = cls._png(source)
        elif callable(getattr(source, "save", None)):
            file = _io.BytesIO()
            source.save(file, "PNG")
            source = file.getvalue()
        elif not isinstance(source, (bytes, bytearray, memoryview)):
            raise TypeError(
                f"An image is a path, bytes, a numpy array or a Pillow image, "
                f"not a {type(source).__name__}."
            )
        content = bytes(source)
        return f"data:{cls._mime(content)};base64,{_base64.b64encode(content).decode()}"

    @staticmethod
    def _mime(content: bytes) -> str:
        start = content[:512].lstrip()
        if start[:4] == b"RIFF" and start[8:12] == b"WEBP":
            return "image/webp"
        if start[4:12] in (b"ftypavif", b"ftypavis"):
            return "image/avif"
        if start.startswith(b"<") and b"<svg" in content:
            return "image/svg+xml"
        kinds = {b"\x89PNG": "png", b"\xff\xd8\xff": "jpeg", b"GIF8": "gif", b"BM": "bmp"}
        for magic, kind in kinds.items():
            if content.startswith(magic):
                return f"image/{kind}"
        raise ValueError(
            "Found bytes that no browser shows as an image, expected PNG, JPEG, GIF, WebP, AVIF, "
            f"BMP or SVG. They start with {content[:12]!r}."
        )

    @staticmethod
    def _png(pixels: _typing.Any) -> bytes:
        import numpy as _np

        array = _np.asarray(pixels)
        if array.dtype.kind in "fb":
            array = (
                (_np.nan_to_num(array.astype("float64")).clip(0, 1) * 255).round().astype("uint8")
            )
        channels = array.shape[2] if array.ndim == 3 else 1
        if array.dtype != _np.uint8 or array.ndim not in (2, 3) or channels not in (1, 2, 3, 4):
            raise ValueError(
                f"Found an array of shape {array.shape} and type {array.dtype}, expected (height, "
                "width) or (height, width, 1 to 4), of uint8 or of floats from 0 to 1."
            )
        height, width = array.shape[:2]
        rows = array.reshape(height, width * channels)
        lines = b"".join(b"\0" + row.tobytes() for row in rows)
        color = {1: 0, 2: 4, 3: 2, 4: 6}[channels]

        def chunk(name: bytes, body: bytes) -> bytes:
            check = _zlib.crc32(name + body)
            return _struct.pack(">I", len(body)) + name + body + _struct.pack(">I", check)

        header = _struct.pack(">IIBBBBB", width, height, 8, color, 0, 0, 0)
        parts = [(b"IHDR", header), (b"IDAT", _zlib.compress(lines)), (b"IEND", b"")]
        return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(name, body) for name, body in parts)
