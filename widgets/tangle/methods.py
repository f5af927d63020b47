"""Methods of the tangle: values by name, checked against the sentence and the limits."""

import collections.abc as _abc
import math as _math
import re as _re
import typing as _typing

import anywidget as _anywidget
import traitlets as _traitlets


class Methods(_anywidget.AnyWidget):
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
