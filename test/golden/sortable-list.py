# inlay: sortable-list 0.2.0 d1bb9847d718248f
import collections as _collections
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


class SortableList(_anywidget.AnyWidget):
    """A list of texts to put in order, add to, edit and clear out, by pointer, touch or keys.

    Traits:
        value (list, each str; set by the person): The texts in their order, first to last; a text
            may stand in it more than once.
        label (str; how it looks or behaves): What the list is of: shown above it and read out as
            its name.
        addable (bool; how it looks or behaves): Whether texts can be added at the end.
        editable (bool; how it looks or behaves): Whether texts can be edited in place.
        removable (bool; how it looks or behaves): Whether texts can be removed.
        unique (bool; how it looks or behaves): Whether a text may stand in the list once only.
        max_items (int from 0 or None; how it looks or behaves): The most texts the list takes, or
            nothing for any number.
        numbered (bool; how it looks or behaves): Whether each text has its place shown before it,
            from 1.
        placeholder (str; how it looks or behaves): What the empty field for a new text says; a text
            of its own where it is empty.
        height (int from 96 up to 440; how it looks or behaves): Height in px above which the list
            scrolls.
    """

    value = _List(_Text(), []).tag(sync=True)
    label = _Text("").tag(sync=True)
    addable = _Bool(True).tag(sync=True)
    editable = _Bool(True).tag(sync=True)
    removable = _Bool(True).tag(sync=True)
    unique = _Bool(False).tag(sync=True)
    max_items = _Int(at_least=0, nullable=True).tag(sync=True)
    numbered = _Bool(True).tag(sync=True)
    placeholder = _Text("").tag(sync=True)
    height = _Int(320, at_least=96, at_most=440).tag(sync=True)
    _front = _Front("value").tag(sync=True)

    _accepted: tuple[str, ...] = ()

    @classmethod
    def from_column(cls, frame: _typing.Any, column: str, **traits: _typing.Any) -> _typing.Any:
        """A list of the distinct texts of a column, in the order they first appear.

        `frame` is a pandas, polars, pyarrow or any other eager frame that narwhals knows;
        missing values are left out, others are turned into text.
        """
        import narwhals as _nw

        values = _nw.from_native(frame, eager_only=True)[column].to_list()
        found = (str(each) for each in values if each is not None and each == each)
        return cls(value=list(dict.fromkeys(found)), **traits)

    def ranks(self) -> dict[str, int]:
        """The place of each text, from 1; of a text that repeats, its first."""
        ranks: dict[str, int] = {}
        for place, text in enumerate(self.value, start=1):
            ranks.setdefault(text, place)
        return ranks

    def arrange(self, frame: _typing.Any, column: str, *, others: bool = True) -> _typing.Any:
        """The rows of a frame in the order of the list, by the texts of a column.

        Rows of one text keep their order. Rows whose text is not in the list come last, or are
        left out with `others=False`. Takes and gives any eager frame that narwhals knows.
        """
        import narwhals as _nw

        table = _nw.from_native(frame, eager_only=True)
        ranks = self.ranks()
        places = [ranks.get(str(each), len(ranks) + 1) for each in table[column].to_list()]
        rows = sorted(range(len(places)), key=places.__getitem__)
        if not others:
            rows = [row for row in rows if places[row] <= len(ranks)]
        return table[rows].to_native()

    @_traitlets.validate("value")
    def _check_value(self, proposal: dict[str, _typing.Any]) -> list[str]:
        texts: list[str] = proposal["value"]
        name = type(self).__name__
        # Limits that came later do not make a list wrong that was right: only more of it is.
        before = _collections.Counter(self._accepted)
        if self.max_items is not None and len(texts) > max(self.max_items, before.total()):
            raise _traitlets.TraitError(
                f"{name}.value: expected at most {self.max_items} texts (max_items); "
                f"found {len(texts)}"
            )
        for text, count in _collections.Counter(texts).items() if self.unique else ():
            if count > max(1, before[text]):
                raise _traitlets.TraitError(
                    f"{name}.value: expected each text once (unique); found {text!r} {count} times"
                )
        return texts

    @_traitlets.observe("value")
    def _accept_value(self, change: dict[str, _typing.Any]) -> None:
        self._accepted = tuple(change["new"])

    _esm = """40616 characters, sha256 9db1333259e4135cd7aeda97884084abff53b1d0fa76d2929e08019b9c61bbb2"""
