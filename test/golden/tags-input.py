# inlay: tags-input 0.1.0 126f55e73133e92d
import collections as _collections
import collections.abc as _abc
import copy as _copy
import math as _math
import numbers as _numbers
import re as _re
import reprlib as _reprlib
import typing as _typing
import unicodedata as _unicodedata

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


class TagsInput(_anywidget.AnyWidget):
    """Free tags with suggestions: typed, pasted, put in order, and corrected where they are wrong.

    Traits:
        value (list, each str; set by the person): The tags in their order, each once (whatever its
            case), without spaces around it. Wrong ones that wait for correction are not in it.
        suggestions (list, each str; what it shows): Tags to choose from while typing, at most some
            100,000; others may be typed all the same.
        label (str; how it looks or behaves): What the tags are of: shown above them and read out as
            their name.
        placeholder (str; how it looks or behaves): What the empty field says; a text of its own
            where it is empty.
        max_tags (int from 0 or None; how it looks or behaves): The most tags, or nothing for any
            number.
        max_length (int from 1 or None; how it looks or behaves): The most characters of a tag, or
            nothing for any number.
        pattern (str of at most 1000 characters; how it looks or behaves): A regular expression that
            all of a tag fits, in what JavaScript and Python share, such as `[a-z0-9-]+`; empty for
            none.
        pattern_message (str; how it looks or behaves): What is said of a tag that does not fit
            `pattern`: what to write instead.
    """

    value = _List(_Text(), []).tag(sync=True)
    suggestions = _List(_Text(), []).tag(sync=True)
    label = _Text("").tag(sync=True)
    placeholder = _Text("").tag(sync=True)
    max_tags = _Int(at_least=0, nullable=True).tag(sync=True)
    max_length = _Int(at_least=1, nullable=True).tag(sync=True)
    pattern = _Text("", at_most=1000).tag(sync=True)
    pattern_message = _Text("").tag(sync=True)
    _front = _Front("value").tag(sync=True)

    @classmethod
    def from_column(cls, frame: _typing.Any, column: str, **traits: _typing.Any) -> _typing.Any:
        """Tags with the tags of a column as suggestions, the most frequent first.

        `frame` is a pandas, polars, pyarrow or any other eager frame that narwhals knows. A cell
        holds one tag, several in a text with commas, or a list of them; missing ones hold none.
        """
        import narwhals as _nw

        cells = _nw.from_native(frame, eager_only=True)[column].to_list()
        counts: _collections.Counter[str] = _collections.Counter()
        spelled: dict[str, str] = {}
        for cell in cells:
            for tag in cls._tags_of(cell):
                counts[cls._key(tag)] += 1
                spelled.setdefault(cls._key(tag), tag)
        return cls(suggestions=[spelled[key] for key, _ in counts.most_common()], **traits)

    def matches(
        self, cells: _typing.Iterable[_typing.Any], how: _typing.Literal["any", "all"] = "any"
    ) -> list[bool]:
        """For each cell whether it has one of the tags, or all of them; without tags, always.

        A cell is one tag, several in a text with commas, or a list of them. Case does not count.
        """
        if how not in ("any", "all"):
            raise ValueError(f"matches: expected how to be 'any' or 'all'; found {how!r}")
        wanted = {self._key(tag) for tag in self.value}
        if not wanted:
            return [True for _ in cells]
        found = ({self._key(tag) for tag in self._tags_of(cell)} for cell in cells)
        if how == "all":
            return [wanted <= tags for tags in found]
        return [not wanted.isdisjoint(tags) for tags in found]

    def rows(
        self, frame: _typing.Any, column: str, how: _typing.Literal["any", "all"] = "any"
    ) -> _typing.Any:
        """The rows whose cell in `column` has one of the tags, or all; a frame as it was given."""
        import narwhals as _nw

        table = _nw.from_native(frame, eager_only=True)
        return table.filter(self.matches(table[column].to_list(), how)).to_native()

    @staticmethod
    def _tags_of(cell: _typing.Any) -> list[str]:
        if isinstance(cell, str):
            parts: _typing.Iterable[_typing.Any] = _re.split(r"[,\t\r\n]+", cell)
        elif isinstance(cell, _typing.Iterable):
            parts = cell
        else:
            # NaN and NaT differ from themselves; pandas' NA will not say.
            parts = [] if str(cell) in ("nan", "NaT", "<NA>") else [cell]
        return [tag for tag in (str(each).strip() for each in parts if each is not None) if tag]

    @staticmethod
    def _key(tag: str) -> str:
        return _unicodedata.normalize("NFC", tag).lower()

    def _refuse(self, trait: str, why: str) -> _traitlets.TraitError:
        return _traitlets.TraitError(f"{type(self).__name__}.{trait}: expected {why}")

    @_traitlets.validate("value")
    def _check_value(self, proposal: dict[str, _typing.Any]) -> list[str]:
        tags = [tag.strip() for tag in proposal["value"]]
        seen: dict[str, str] = {}
        for tag in tags:
            if not tag:
                raise self._refuse("value", "tags with some text; found an empty one")
            twin = seen.get(self._key(tag))
            if twin is not None:
                raise self._refuse(
                    "value", f"each tag once, whatever its case; found {twin!r} and {tag!r}"
                )
            seen[self._key(tag)] = tag
            if self.max_length is not None and len(tag) > self.max_length:
                raise self._refuse(
                    "value",
                    f"tags of at most {self.max_length} characters (max_length); found {tag!r} "
                    f"with {len(tag)}",
                )
            if self.pattern and not _re.fullmatch(self.pattern, tag):
                hint = f": {self.pattern_message}" if self.pattern_message else ""
                raise self._refuse(
                    "value", f"tags that fit the pattern {self.pattern!r}; found {tag!r}{hint}"
                )
        if self.max_tags is not None and len(tags) > self.max_tags:
            raise self._refuse(
                "value", f"at most {self.max_tags} tags (max_tags); found {len(tags)}"
            )
        return tags

    @_traitlets.validate("pattern")
    def _check_pattern(self, proposal: dict[str, _typing.Any]) -> str:
        pattern: str = proposal["value"]
        try:
            _re.compile(pattern)
        except _re.error as error:
            raise self._refuse(
                "pattern", f"a regular expression; found {pattern!r}: {error}"
            ) from None
        return pattern

    _esm = """34781 characters, sha256 8d66aa04357780f353767972d73d4ea85f60da4aaaebe6d23896c50a060fd124"""
