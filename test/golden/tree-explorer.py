# inlay: tree-explorer 0.1.0 dde57f2a55e64cdf
import collections.abc as _abc
import copy as _copy
import dataclasses as _dataclasses
import datetime as _datetime
import json as _json
import math as _math
import numbers as _numbers
import os as _os
import pathlib as _pathlib
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


class TreeExplorer(_anywidget.AnyWidget):
    """Nested data to search, fold, select in and edit, with paths to copy.

    Traits:
        selected (list, each str; set by the person): JSON pointers of what is selected, in the
            order of the data: "/users/0/name"; "" is all. A container stands for everything in it.
        data (anything that JSON can say; set by the person): The nested data, with the person's
            edits: dicts, lists, texts, numbers, True, False, None.
        label (str; how it looks or behaves): What the data is: shown above it and read out as its
            name.
        name (str; how it looks or behaves): What the data is called in copied paths: data["a"][0].
        select (one of "many", "one", "none"; how it looks or behaves): How many nodes can be
            selected.
        editable (bool; how it looks or behaves): Whether values and keys can be changed, added and
            removed.
        show_values (bool; how it looks or behaves): Whether values stand beside their keys; a tree
            of names alone needs none.
        depth (int from 0; how it looks or behaves): How many levels are unfolded at first; 0 is the
            first row alone.
        height (int from 120 up to 420; how it looks or behaves): Height of the rows in px; more
            rows scroll.
    """

    selected = _List(_Text(), []).tag(sync=True)
    data = _Json({}).tag(sync=True)
    label = _Text("").tag(sync=True)
    name = _Text("data").tag(sync=True)
    select = _Enum(("many", "one", "none"), "many").tag(sync=True)
    editable = _Bool(False).tag(sync=True)
    show_values = _Bool(True).tag(sync=True)
    depth = _Int(1, at_least=0).tag(sync=True)
    height = _Int(308, at_least=120, at_most=420).tag(sync=True)
    _front = _Front("selected", "data").tag(sync=True)

    @classmethod
    def from_json(cls, source: _typing.Any, **traits: _typing.Any) -> _typing.Any:
        """A tree of JSON: a text or bytes, or the path (`pathlib.Path`) of a file that holds it."""
        if isinstance(source, _os.PathLike):
            source = _pathlib.Path(source).read_bytes()
        return cls(data=_json.loads(source), **traits)

    @classmethod
    def from_python(cls, value: _typing.Any, **traits: _typing.Any) -> _typing.Any:
        """A tree of any Python value.

        Dataclasses, named tuples, sets, dates, paths, arrays, frames and pydantic models become
        what JSON can say, NaN becomes None, other objects become their `repr`.
        """
        return cls(data=cls._plain(value, ()), **traits)

    @classmethod
    def from_paths(
        cls, paths: _typing.Iterable[_typing.Any], *, separator: str = "/", **traits: _typing.Any
    ) -> _typing.Any:
        """A tree of names from a flat list of paths: "src/main.py", or sequences of names."""
        rows = (
            str(path).strip(separator).split(separator)
            if isinstance(path, (str, _os.PathLike))
            else [str(part) for part in path]
            for path in paths
        )
        return cls(
            data=cls._nested((row, None) for row in rows), **{"show_values": False, **traits}
        )

    @classmethod
    def from_folder(
        cls,
        folder: _typing.Any,
        pattern: str = "**/*",
        *,
        hidden: bool = False,
        limit: int = 100_000,
        **traits: _typing.Any,
    ) -> _typing.Any:
        """A tree of the files in a folder that match a pattern, with their sizes in bytes.

        Hidden files are left out unless asked for. Raises ValueError beyond `limit` files.
        """
        root = _pathlib.Path(folder)
        if not root.is_dir():
            raise NotADirectoryError(f"Expected a folder, found {str(root)!r}.")
        rows: list[tuple[list[str], _typing.Any]] = []
        for path in root.glob(pattern):
            names = list(path.relative_to(root).parts)
            if not path.is_file() or (not hidden and any(name.startswith(".") for name in names)):
                continue
            if len(rows) == limit:
                raise ValueError(
                    f"{root} has more than {limit} files: narrow `pattern`, or raise `limit`."
                )
            rows.append((names, path.stat().st_size))
        rows.sort(key=lambda row: row[0])
        return cls(data=cls._nested(rows), **{"name": root.name or "folder", **traits})

    @classmethod
    def from_frame(
        cls,
        frame: _typing.Any,
        columns: _typing.Any,
        *,
        value: str | None = None,
        separator: str = "/",
        **traits: _typing.Any,
    ) -> _typing.Any:
        """A tree of a frame's rows: by the values of several columns, or by the paths in one.

        A leaf is the number of its rows, or the sum of the column `value` over them. `frame` is
        any eager frame that narwhals knows.
        """
        import narwhals as _nw

        table = _nw.from_native(frame, eager_only=True)
        weights = [1] * len(table) if value is None else table[value].to_list()
        totals: dict[tuple[str, ...], _typing.Any] = {}
        for row, weight in zip(cls._frame_paths(table, columns, separator), weights, strict=True):
            if weight is not None and weight == weight:
                totals[row] = totals.get(row, 0) + weight
        return cls(data=cls._nested((list(row), total) for row, total in totals.items()), **traits)

    def at(self, pointer: str) -> _typing.Any:
        """What stands at a JSON pointer. Raises KeyError where nothing does."""
        found = self._find(self.data, pointer)
        if not found:
            raise KeyError(f"Nothing stands at {pointer!r}.")
        return found[0]

    def python_path(self, pointer: str) -> str:
        """A JSON pointer as Python reaches it: `data["a"][0]`."""
        value, text = self.data, self.name or "data"
        for key in self._keys(pointer):
            if isinstance(value, list):
                value, text = value[int(key)], f"{text}[{int(key)}]"
            else:
                value, text = value[key], f"{text}[{_json.dumps(key, ensure_ascii=False)}]"
        return text

    def chosen(self) -> dict[str, _typing.Any]:
        """What is selected, by JSON pointer; a container is selected as a whole."""
        return {pointer: self.at(pointer) for pointer in self.selected}

    def leaves(self) -> dict[str, _typing.Any]:
        """Every scalar and empty container that is selected, by JSON pointer."""
        found: dict[str, _typing.Any] = {}
        stack = [(pointer, self.at(pointer)) for pointer in reversed(self.selected)]
        while stack:
            pointer, value = stack.pop()
            inner = self._items(value)
            if not inner:
                found[pointer] = value
            stack += [(pointer + self._step(key), child) for key, child in reversed(inner)]
        return found

    def subset(self) -> _typing.Any:
        """The data with only what is selected: dicts keep those keys, lists those items in order.

        None where nothing is selected.
        """
        chosen = set(self.selected)
        inner: set[str] = set()
        for pointer in chosen:
            while pointer:
                pointer = pointer[: pointer.rindex("/")]
                inner.add(pointer)

        def part(value: _typing.Any, pointer: str) -> _typing.Any:
            if pointer in chosen:
                return value
            kept = [
                (key, part(child, below))
                for key, child in self._items(value)
                if (below := pointer + self._step(key)) in chosen or below in inner
            ]
            return [child for _, child in kept] if isinstance(value, list) else dict(kept)

        return part(self.data, "") if chosen else None

    def filter(
        self, frame: _typing.Any, columns: _typing.Any, *, separator: str = "/"
    ) -> _typing.Any:
        """The rows of a frame that are selected in the tree of `from_frame` with these columns."""
        import narwhals as _nw

        table = _nw.from_native(frame, eager_only=True)
        chosen = {tuple(self._keys(pointer)) for pointer in self.selected}
        mask = [
            any(row[:size] in chosen for size in range(len(row) + 1))
            for row in self._frame_paths(table, columns, separator)
        ]
        return table.filter(mask).to_native()

    @_traitlets.validate("data")
    def _check_data(self, proposal: dict[str, _typing.Any]) -> _typing.Any:
        # A page has one kind of number. What it did not change keeps the kind and the digits that
        # it has here: 1.0 stays a float, a whole number beyond 2**53 stays exact.
        proposal["trait"].tag(from_json=lambda wire, widget: widget._kept(widget.data, wire))
        return proposal["value"]

    @_traitlets.validate("selected")
    def _check_selected(self, proposal: dict[str, _typing.Any]) -> list[str]:
        pointers: list[str] = proposal["value"]
        name = f"{type(self).__name__}.selected"
        if "selected" in self._property_lock:  # A page that has not heard of other data yet.
            return [each for each in pointers if self._find(self.data, each)]
        if (self.select == "none" and pointers) or (self.select == "one" and len(pointers) > 1):
            allowed = "no path" if self.select == "none" else "one path"
            raise _traitlets.TraitError(
                f"{name}: expected {allowed} (select={self.select!r}); found {len(pointers)}"
            )
        for pointer in pointers:
            if not self._find(self.data, pointer):
                raise _traitlets.TraitError(
                    f"{name}: expected JSON pointers into data, such as '/users/0/name' "
                    f"('' is all of it); found {pointer!r}, where nothing stands"
                )
        return pointers

    @_traitlets.observe("data")
    def _follow_data(self, change: dict[str, _typing.Any]) -> None:
        kept = [each for each in self.selected if self._find(self.data, each)]
        if kept != self.selected:
            self.set_trait("selected", kept)

    @staticmethod
    def _step(key: _typing.Any) -> str:
        return "/" + str(key).replace("~", "~0").replace("/", "~1")

    @staticmethod
    def _keys(pointer: str) -> list[str]:
        return [key.replace("~1", "/").replace("~0", "~") for key in pointer.split("/")[1:]]

    @staticmethod
    def _items(value: _typing.Any) -> list[tuple[_typing.Any, _typing.Any]]:
        if isinstance(value, dict):
            return list(value.items())
        return list(enumerate(value)) if isinstance(value, list) else []

    @classmethod
    def _find(cls, data: _typing.Any, pointer: str) -> list[_typing.Any]:
        """What stands at a pointer, in a list; an empty one where nothing does."""
        if pointer and not pointer.startswith("/"):
            return []
        for key in cls._keys(pointer):
            if isinstance(data, dict) and key in data:
                data = data[key]
            elif isinstance(data, list) and key.isdecimal() and str(int(key)) == key:
                data = data[int(key) : int(key) + 1]
                if not data:
                    return []
                data = data[0]
            else:
                return []
        return [data]

    @classmethod
    def _kept(cls, old: _typing.Any, new: _typing.Any) -> _typing.Any:
        """The new value, with the old one's numbers where they say the same."""
        if isinstance(old, dict) and isinstance(new, dict):
            gone = [key for key in old if key not in new]
            come = [key for key in new if key not in old]
            names = dict(zip(come, gone, strict=True)) if len(come) == len(gone) == 1 else {}
            return {
                key: cls._kept(old.get(names.get(key, key)), value) for key, value in new.items()
            }
        if isinstance(old, list) and isinstance(new, list):
            # One item more or less: those before it and those after it are the same as they were.
            more = len(new) - len(old)
            head = 0 if more else len(new)
            while head < min(len(old), len(new)) and cls._same(old[head], new[head]):
                head += 1
            places = [at if at < head else at - more for at in range(len(new))]
            return [
                cls._kept(old[place], value) if at < head or head <= place < len(old) else value
                for at, (place, value) in enumerate(zip(places, new, strict=True))
            ]
        return old if cls._same(old, new) else new

    @classmethod
    def _same(cls, old: _typing.Any, new: _typing.Any) -> bool:
        if isinstance(old, bool) or isinstance(new, bool):
            return old is new
        if isinstance(old, (int, float)) and isinstance(new, (int, float)):
            return float(old) == float(new)
        if isinstance(old, (dict, list)) and type(old) is type(new) and len(old) == len(new):
            if isinstance(old, list):
                return all(map(cls._same, old, new))
            return all(key in old and cls._same(old[key], new[key]) for key in new)
        return bool(old == new)

    @staticmethod
    def _nested(rows: _typing.Iterable[tuple[list[str], _typing.Any]]) -> dict[str, _typing.Any]:
        """Dicts in dicts from paths and their leaves; a path that goes on below a leaf wins."""
        data: dict[str, _typing.Any] = {}
        for names, leaf in rows:
            inner = data
            for name in names[:-1]:
                if not isinstance(inner.get(name), dict):
                    inner[name] = {}
                inner = inner[name]
            if names:
                inner.setdefault(names[-1], leaf)
        return data

    @staticmethod
    def _frame_paths(
        table: _typing.Any, columns: _typing.Any, separator: str
    ) -> list[tuple[str, ...]]:
        if isinstance(columns, str):
            texts = (str(each).strip(separator) for each in table[columns].to_list())
            return [tuple(text.split(separator)) for text in texts]
        return list(
            zip(*([str(each) for each in table[name].to_list()] for name in columns), strict=True)
        )

    @classmethod
    def _plain(cls, value: _typing.Any, above: tuple[int, ...]) -> _typing.Any:
        if value is None or isinstance(value, (bool, str)):
            return value
        if isinstance(value, (int, float)):
            return value if _math.isfinite(value) else None if value != value else str(value)
        if id(value) in above:
            return "(contains itself)"
        inside = (*above, id(value))
        if _dataclasses.is_dataclass(value) and not isinstance(value, type):
            names = [field.name for field in _dataclasses.fields(value)]
            return {name: cls._plain(getattr(value, name), inside) for name in names}
        if hasattr(value, "tolist") or hasattr(value, "to_list"):
            return cls._plain((getattr(value, "tolist", None) or value.to_list)(), inside)
        for name in ("model_dump", "to_dict", "_asdict"):
            method = getattr(value, name, None)
            if callable(method) and not isinstance(value, type):
                # A frame of pandas is a dict of columns; lists are what a person looks for.
                return cls._plain(
                    method("list")
                    if hasattr(value, "iloc") and hasattr(value, "columns")
                    else method(),
                    inside,
                )
        if hasattr(value, "items") and hasattr(value, "keys"):
            return {str(key): cls._plain(each, inside) for key, each in value.items()}
        if isinstance(value, (list, tuple)):
            return [cls._plain(each, inside) for each in value]
        if isinstance(value, (set, frozenset)):
            return [cls._plain(each, inside) for each in sorted(value, key=str)]
        if isinstance(value, (_datetime.date, _datetime.time)):
            return value.isoformat()
        return str(value) if isinstance(value, _os.PathLike) else repr(value)

    _esm = """36877 characters, sha256 133d32903dba08b7d1f02f89984a16dbd80e92e93e336c5a9a51e2d4e50ebf03"""
