# inlay: labeler 0.2.0 f225b1dbc5739cc1
import array as _array
import base64 as _base64
import collections.abc as _abc
import copy as _copy
import io as _io
import json as _json
import math as _math
import numbers as _numbers
import os as _os
import pathlib as _pathlib
import reprlib as _reprlib
import struct as _struct
import sys as _sys
import typing as _typing
import zlib as _zlib

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


class _Json(_Trait):
    def accept(self, value: _typing.Any, where: str) -> _typing.Any:
        try:
            text = _json.dumps(value, allow_nan=False, default=lambda each: each.item())
        except (AttributeError, TypeError, ValueError, RecursionError) as error:
            self.refuse(value, where, f" ({error})")
        return _json.loads(text)

    def info(self) -> str:
        return "what JSON can say"


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


class Labeler(_anywidget.AnyWidget):
    """Label a queue of texts, images or records, one key each, with undo, comments and review.

    Traits:
        decisions (int32 array of shape [n]; set by the person): One number per item, in the order
            of `items`: 0 open, -1 skipped, else the sum of 2**k over the labels[k] given. A missing
            tail is open.
        comments (dict of texts to str; set by the person): What the person wrote, by the item's
            index as text.
        position (int from -1; set by the person): Index of the item that is shown; -1 the first
            open item, len(items) the summary.
        history (int32 array of shape [n, 2]; set by the person): What undo takes back: rows of an
            item's index and its decision before, latest last, at most 200.
        items (list, each anything that JSON can say; what it shows): The queue: each item a text, a
            record, or a record with an "image" (a data: or blob: address) and its "alt" text.
        labels (list of at most 30, each str; what it shows): The labels to give, in order; keys 1
            to 9, then letters.
        shortcuts (dict of texts to str of at most 1 characters; how it looks or behaves): Keys of
            your own, by label: a letter, digit or sign each.
        prompt (str; how it looks or behaves): The question above the item, such as “What is this
            about?”.
        multi (bool; how it looks or behaves): Whether an item can have several labels; Enter then
            goes on.
        allow_skip (bool; how it looks or behaves): Whether an item can be skipped.
        allow_comment (bool; how it looks or behaves): Whether an item can have a comment.
        height (int from 80 up to 280; how it looks or behaves): Height of the item's panel, in px;
            longer items scroll.
    """

    decisions = _Array("int32").tag(sync=True)
    comments = _Dict(_Text(), {}).tag(sync=True)
    position = _Int(-1, at_least=-1).tag(sync=True)
    history = _Array("int32", (None, 2)).tag(sync=True)
    items = _List(_Json(), []).tag(sync=True)
    labels = _List(_Text(), [], at_most=30).tag(sync=True)
    shortcuts = _Dict(_Text(at_most=1), {}).tag(sync=True)
    prompt = _Text("").tag(sync=True)
    multi = _Bool(False).tag(sync=True)
    allow_skip = _Bool(True).tag(sync=True)
    allow_comment = _Bool(True).tag(sync=True)
    height = _Int(200, at_least=80, at_most=280).tag(sync=True)
    _front = _Front("decisions", "comments", "position", "history").tag(sync=True)

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

    _esm = """35739 characters, sha256 387deda7dd48e0277178f3fa3c97d54c145cad25ec02ecf4ece51f3ee70db0f5"""
