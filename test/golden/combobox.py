# inlay: combobox 0.1.0 1186d23c6cdcad4e
import collections.abc as _abc
import copy as _copy
import json as _json
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


class Combobox(_anywidget.AnyWidget):
    """Choose one or many of up to 100,000 options by typing a part of them.

    Traits:
        selected (list, each str; set by the person): The values that are chosen, each once, in the
            order of choosing.
        options (anything that JSON can say; what it shows): What can be chosen: a list of texts, or
            of records with `value` and, if wanted, `label` and `group`. Records are kept as
            columns: `value`, `label`, and `groups` as pairs of a name and how many options it has.
        label (str; how it looks or behaves): What is chosen: shown above the field and read out as
            its name.
        multiple (bool; how it looks or behaves): Whether many can be chosen, rather than one.
        creatable (bool; how it looks or behaves): Whether texts that are no option can be chosen.
        min_selected (int from 0; how it looks or behaves): How many are asked for at least; fewer
            are taken, and it is said.
        max_selected (int from 1 or None; how it looks or behaves): The most that can be chosen, or
            nothing for any number.
        placeholder (str; how it looks or behaves): What the empty field says; a text of its own
            where it is empty.
        height (int from 120 up to 600; how it looks or behaves): The most pixels that the open list
            is high.
    """

    selected = _List(_Text(), []).tag(sync=True)
    options = _Json([]).tag(sync=True)
    label = _Text("").tag(sync=True)
    multiple = _Bool(True).tag(sync=True)
    creatable = _Bool(False).tag(sync=True)
    min_selected = _Int(0, at_least=0).tag(sync=True)
    max_selected = _Int(at_least=1, nullable=True).tag(sync=True)
    placeholder = _Text("").tag(sync=True)
    height = _Int(340, at_least=120, at_most=600).tag(sync=True)
    _front = _Front("selected").tag(sync=True)

    _objects: dict[str, _typing.Any] | None = None
    _frame: _typing.Any = None
    _column = ""
    _accepted: frozenset[str] = frozenset()

    @classmethod
    def from_series(cls, series: _typing.Any, **traits: _typing.Any) -> _typing.Any:
        """A combobox of the distinct values of a series, in the order they first appear.

        Takes any series that narwhals knows, or anything else that can be walked through. Missing
        values are left out, others are shown as text; `objects()` gives them back as they are.
        """
        if hasattr(series, "to_list"):
            traits.setdefault("label", str(getattr(series, "name", None) or ""))
        each = series.to_list() if hasattr(series, "to_list") else list(series)
        objects: dict[str, _typing.Any] = {}
        for one in each:
            if one is not None and one == one:
                objects.setdefault(str(one), one)
        widget = cls(options=list(objects), **traits)
        widget._objects = objects
        return widget

    @classmethod
    def from_frame(
        cls,
        frame: _typing.Any,
        column: str,
        *,
        labels: str | None = None,
        groups: str | None = None,
        **traits: _typing.Any,
    ) -> _typing.Any:
        """A combobox of the distinct values of a column; `rows()` gives the rows of those chosen.

        `labels` and `groups` name columns with what is shown for a value and the group it stands
        in; the first row of a value counts. Any frame that narwhals knows, lazy or not.
        """
        import narwhals as _nw

        whole = _nw.from_native(frame)
        names = whole.collect_schema().names()
        wanted = [each for each in (column, labels, groups) if each is not None]
        for name in wanted:
            if name not in names:
                raise KeyError(
                    f"{cls.__name__}.from_frame: found no column {name!r}, expected one of "
                    f"{', '.join(map(repr, names))}."
                )
        narrow = whole.select(list(dict.fromkeys(wanted)))
        eager = narrow.collect() if isinstance(narrow, _nw.LazyFrame) else narrow
        objects: dict[str, _typing.Any] = {}
        options: list[_typing.Any] = []
        columns = [eager[name].to_list() for name in wanted]
        for one, *others in zip(*columns, strict=True):
            text = str(one)
            if one is None or one != one or text in objects:
                continue
            objects[text] = one
            record = {"value": text}
            said = ["" if each is None or each != each else str(each) for each in others]
            if labels is not None:
                record["label"] = said.pop(0) or text
            if groups is not None:
                record["group"] = said.pop(0)
            options.append(record if others else text)
        traits.setdefault("label", column)
        widget = cls(options=options, **traits)
        widget._objects, widget._frame, widget._column = objects, frame, column
        return widget

    @classmethod
    def from_dict(cls, options: _typing.Any, **traits: _typing.Any) -> _typing.Any:
        """A combobox of a dict.

        Either of labels with anything behind them, as `mo.ui.dropdown` takes it: what is chosen is
        the label, and `objects()` gives what is behind it. Or of groups with lists of options.
        """
        groups = [each for each in options.values() if isinstance(each, (list, tuple))]
        if not groups:
            objects = {str(label): each for label, each in options.items()}
            widget = cls(options=list(objects), **traits)
        elif len(groups) == len(options):
            objects = {str(each): each for group in groups for each in group}
            records = [
                {"value": str(each), "group": str(name)}
                for name, group in options.items()
                for each in group
            ]
            widget = cls(options=records, **traits)
        else:
            raise TypeError(
                f"{cls.__name__}.from_dict: found lists beside other values, expected lists "
                "of options by group throughout, or none."
            )
        widget._objects = objects
        return widget

    def objects(self) -> list[_typing.Any]:
        """What is behind the chosen values, in the order of choosing.

        That is what `from_series`, `from_frame` or `from_dict` was given, else the text.
        """
        objects = self._objects or {}
        return [objects.get(value, value) for value in self.selected]

    def rows(self, frame: _typing.Any = None) -> _typing.Any:
        """The rows of the chosen values, of the frame that `from_frame` was given.

        Another `frame` with the same column may be given instead. Nothing chosen gives no rows. The
        answer is a frame of the same kind, lazy where the frame is.
        """
        import narwhals as _nw

        frame = self._frame if frame is None else frame
        if frame is None or not self._column:
            raise ValueError(
                f"{type(self).__name__}.rows: found no frame, expected one made with "
                f"{type(self).__name__}.from_frame(frame, column)."
            )
        objects = self._objects or {}
        chosen = [objects[text] for text in self.selected if text in objects]
        whole = _nw.from_native(frame)
        return whole.filter(_nw.col(self._column).is_in(chosen)).to_native()

    def _known(self) -> list[str]:
        options = self.options
        if isinstance(options, dict):
            return list(options["value"])
        return [each if isinstance(each, str) else each["value"] for each in options]

    def _refuse(self, what: str) -> _typing.NoReturn:
        raise _traitlets.TraitError(f"{type(self).__name__}.{what}")

    @_traitlets.validate("options")
    def _fit_options(self, proposal: dict[str, _typing.Any]) -> _typing.Any:
        options = proposal["value"]
        if isinstance(options, dict):
            options = self._records(options)
        if not isinstance(options, list):
            self._refuse(f"options: expected a list of texts or records; found {options!r:.80}")
        if all(isinstance(each, str) for each in options):
            self._once("options", options)
            return options
        members: dict[str, list[tuple[str, str]]] = {}
        for each in options:
            record = {"value": each} if isinstance(each, str) else each
            if (
                not isinstance(record, dict)
                or not isinstance(record.get("value"), str)
                or not record.keys() <= {"value", "label", "group"}
                or not all(part is None or isinstance(part, str) for part in record.values())
            ):
                self._refuse(
                    "options: expected texts, or records of texts with value, and label and group "
                    f"if wanted; found {each!r:.80}"
                )
            value = record["value"]
            pair = (value, value if record.get("label") is None else record["label"])
            members.setdefault(record.get("group") or "", []).append(pair)
        pairs = [pair for group in members.values() for pair in group]
        self._once("options", [value for value, _ in pairs])
        columns: dict[str, _typing.Any] = {"value": [value for value, _ in pairs]}
        if any(value != label for value, label in pairs):
            columns["label"] = [label for _, label in pairs]
        if any(members):
            columns["groups"] = [[name, len(group)] for name, group in members.items()]
        return columns

    def _records(self, columns: dict[str, _typing.Any]) -> list[_typing.Any]:
        """Records of columns, as `options` keeps them."""
        try:
            values = columns["value"]
            labels = columns.get("label", values)
            counts = columns.get("groups", [["", len(values)]])
            groups = [name for name, count in counts for _ in range(count)]
            if not columns.keys() <= {"value", "label", "groups"}:
                raise ValueError
            return [
                {"value": value, "label": label, "group": group}
                for value, label, group in zip(values, labels, groups, strict=True)
            ]
        except (KeyError, TypeError, ValueError):
            return self._refuse(
                "options: expected a list, or columns `value`, `label` of one length with `groups` "
                "as pairs of name and count; for a dict of your own use "
                f"{type(self).__name__}.from_dict; found {columns!r:.80}"
            )

    def _once(self, name: str, texts: list[str]) -> None:
        if len(set(texts)) == len(texts):
            return
        seen: set[str] = set()
        for text in texts:
            if text in seen:
                self._refuse(f"{name}: expected each value once; found {text!r} twice")
            seen.add(text)

    @_traitlets.validate("selected")
    def _fit_selected(self, proposal: dict[str, _typing.Any]) -> list[str]:
        selected: list[str] = proposal["value"]
        before = self._accepted
        # Limits and options that came later do not make a choice wrong: only more of it is.
        most = 1 if not self.multiple else self.max_selected
        if most is not None and len(selected) > max(most, len(before)):
            self._refuse(f"selected: expected at most {most}; found {len(selected)}")
        self._once("selected", selected)
        if not self.creatable:
            new = set(selected) - before
            unknown = new.difference(self._known()) if new else new
            for text in selected:
                if text in unknown:
                    self._refuse(
                        f"selected: expected some of the options; found {text!r}, which is none "
                        "(creatable=True allows it)"
                    )
        return selected

    @_traitlets.observe("selected")
    def _accept_selected(self, change: dict[str, _typing.Any]) -> None:
        self._accepted = frozenset(change["new"])

    _esm = """36776 characters, sha256 a61ff6c0ece6e5a85977831b9a8f29b7591b7ce963a8e31b045926d3656e11b8"""
