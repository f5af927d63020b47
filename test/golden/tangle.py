# inlay: tangle 0.2.0 686ce30ba47efe6d
import collections.abc as _abc
import copy as _copy
import json as _json
import math as _math
import re as _re
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


class Tangle(_anywidget.AnyWidget):
    """A sentence whose numbers and words are changed where they stand, by dragging, keys and
    typing.

    Traits:
        value (dict of texts to anything that JSON can say; set by the person, as it moves): What is
            set, by name: a number for `{name}`, a word for `{name:one|two}`. Whole numbers are int,
            others float.
        text (str; what it shows): The sentence. `{name}` is a number or a result, `{name:one|two}`
            a choice of words, `{{` and `}}` are braces. A name that has nothing to show stays as it
            is written.
        results (dict of texts to anything that JSON can say; what it shows): Numbers or texts that
            the notebook has worked out, by name: shown in the sentence, not for changing.
        numbers (dict of texts to dict of texts to anything that JSON can say; how it looks or
            behaves): How numbers behave and look, by name; each may have `min`, `max`, `step`,
            `digits` (after the decimal sign), `prefix` and `suffix` (shown as they are), `label`
            (its name when read out).
        initial (dict of texts to anything that JSON can say; how it looks or behaves): What a
            double click goes back to, by name; in Python, the value at first.
    """

    value = _Dict(_Json(), {}).tag(sync=True)
    text = _Text("").tag(sync=True)
    results = _Dict(_Json(), {}).tag(sync=True)
    numbers = _Dict(_Dict(_Json()), {}).tag(sync=True)
    initial = _Dict(_Json(), {}).tag(sync=True)
    _front = _Front("value").tag(sync=True)

    def __getitem__(self, name: str) -> _typing.Any:
        """The number or word of a name in the sentence."""
        if name not in self.value:
            raise KeyError(f"{name!r} has no value; {', '.join(self.value) or 'no name'} has")
        return self.value[name]

    def __setitem__(self, name: str, value: _typing.Any) -> None:
        self.set_trait("value", {**self.value, name: value})

    def __contains__(self, name: object) -> bool:
        return name in self.value

    def __iter__(self) -> _abc.Iterator[str]:
        return iter(self.value)

    def reset(self) -> None:
        """Sets everything back to what it was at first."""
        first = {name: self.initial.get(name, self[name]) for name in self}
        self.set_trait("value", first)

    def _places(self) -> dict[str, list[str]]:
        """The names in the text; for a choice with its words."""
        places: dict[str, list[str]] = {}
        for match in _re.finditer(r"\{\{|\}\}|\{([^\W\d]\w*)(?::([^{}]*))?\}", self.text):
            name, words = match.groups()
            choices = [each.strip() for each in (words or "").split("|") if each.strip()]
            if name is not None and (words is None or len(set(choices)) > 1):
                known = places.setdefault(name, [])
                known.extend(each for each in choices if each not in known)
        return places

    def _limits(self, name: str) -> tuple[float, float]:
        record = self.numbers.get(name, {})
        low, high = record.get("min"), record.get("max")
        return -_math.inf if low is None else low, _math.inf if high is None else high

    def _is_whole(self, name: str, value: float) -> bool:
        """Whether a number moves by whole steps; the front end infers the same step."""
        record = self.numbers.get(name, {})
        low, high = self._limits(name)
        first = self.initial.get(name, value)
        first = first if isinstance(first, int | float) else value
        base = first if low == -_math.inf else low
        step = record.get("step")
        if step is None:
            hundredth = 0 < high - low <= 1
            seen = [each for each in (first, low, high) if _math.isfinite(each)]
            step = 0.5 if hundredth or any(each % 1 for each in seen) else 1
        return not (record.get("digits") or step % 1 or base % 1)

    def _fit(self, name: str, value: float) -> float:
        low, high = self._limits(name)
        fitting = min(max(value, low), high)
        return int(fitting) if not fitting % 1 and self._is_whole(name, value) else float(fitting)

    def _complete(self, value: dict[str, _typing.Any]) -> dict[str, _typing.Any]:
        """A value that fits the text and the limits, made of what fits in another."""
        made: dict[str, _typing.Any] = {}
        for name, words in self._places().items():
            found = value.get(name)
            if words:
                made[name] = found if found in words else words[0]
            elif isinstance(found, int | float):
                made[name] = self._fit(name, found)
            elif name in self.numbers and name not in self.results:
                made[name] = self._fit(name, 0)
        return made

    @_traitlets.default("value")
    def _first_value(self) -> dict[str, _typing.Any]:
        return self._complete({})

    @_traitlets.validate("value")
    def _check_value(self, proposal: dict[str, _typing.Any]) -> dict[str, _typing.Any]:
        value: dict[str, _typing.Any] = proposal["value"]
        # Both may arrive at once, in any order, and a value is only as right as its limits.
        self._refuse_wrong(self.numbers)
        places = self._places()
        for name, found in value.items():
            where = f"{type(self).__name__}.value[{name!r}]"
            self._refuse_unknown("value", name)
            words = places[name]
            if words:
                expected = f"one of {', '.join(map(repr, words))}"
                fits = found in words
            else:
                low, high = self._limits(name)
                expected = "a number"
                expected += "" if low == -_math.inf else f", {low} or more"
                expected += "" if high == _math.inf else f", {high} or less"
                fits = isinstance(found, int | float) and not isinstance(found, bool)
                fits = fits and _math.isfinite(found) and low <= found <= high
            if not fits:
                raise _traitlets.TraitError(f"{where}: expected {expected}; found {found!r}")
        return self._complete(value)

    @_traitlets.validate("numbers")
    def _check_numbers(self, proposal: dict[str, _typing.Any]) -> dict[str, _typing.Any]:
        records: dict[str, dict[str, _typing.Any]] = proposal["value"]
        self._refuse_wrong(records)
        for name in records:
            self._refuse_unknown("numbers", name)
        return records

    def _refuse_unknown(self, trait: str, name: str) -> None:
        places = self._places()
        if name not in places:
            named = ", ".join("{" + each + "}" for each in places) or "no names"
            where = f"{type(self).__name__}.{trait}[{name!r}]"
            raise _traitlets.TraitError(f"{where}: the text has no {{{name}}}; it has {named}")

    def _refuse_wrong(self, records: dict[str, dict[str, _typing.Any]]) -> None:
        whats = {
            "min": "a number",
            "max": "a number",
            "step": "a number above 0",
            "digits": "a whole number from 0 to 12",
            "prefix": "a text",
            "suffix": "a text",
            "label": "a text",
        }
        for name, record in records.items():
            where = f"{type(self).__name__}.numbers[{name!r}]"
            for key, found in record.items():
                if key not in whats:
                    raise _traitlets.TraitError(
                        f"{where}: expected keys of {', '.join(whats)}; found {key!r}"
                    )
                number = isinstance(found, int | float) and not isinstance(found, bool)
                fits = {
                    "digits": number and found in range(13),
                    "step": number and found > 0,
                    "min": number,
                    "max": number,
                }.get(key, isinstance(found, str))
                if not fits:
                    raise _traitlets.TraitError(
                        f"{where}[{key!r}]: expected {whats[key]}; found {found!r}"
                    )
            low, high = record.get("min", -_math.inf), record.get("max", _math.inf)
            if low > high:
                raise _traitlets.TraitError(
                    f"{where}: expected min up to max; found {low} and {high}"
                )

    @_traitlets.observe("text", "numbers")
    def _follow_text(self, _: object) -> None:
        self.set_trait("value", self._complete(self.value))

    @_traitlets.observe("value")
    def _note_initial(self, change: dict[str, _typing.Any]) -> None:
        old = change["old"] if isinstance(change["old"], dict) else {}
        new = {name: old.get(name, each) for name, each in self.value.items()}
        if not new.keys() <= self.initial.keys():
            self.set_trait("initial", {**new, **self.initial})

    _esm = """31936 characters, sha256 6ffb8e161ca17cfc8e5eeb4d2965152c518e0ac7d77b866203c38423ba482c8a"""
