"""Trait types that the wire carries as they are, and moments."""

import datetime as _datetime
import json as _json
import math as _math
import numbers as _numbers
import typing as _typing

from .base import _Trait


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


class _Float(_Number):
    pass


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


class _Instant(_Trait):
    """A `datetime` with its time zone; ISO 8601 text on the wire."""

    def fit(self, value: _typing.Any, where: str) -> _datetime.datetime:
        if isinstance(value, str):
            try:
                value = _datetime.datetime.fromisoformat(value.replace("Z", "+00:00"))
            except ValueError:
                self.refuse(value, where)
        if not isinstance(value, _datetime.datetime):
            self.refuse(value, where)
        if value.utcoffset() is None:
            cure = "value.replace(tzinfo=datetime.timezone.utc)"
            self.refuse(value, where, f", which has no time zone: attach one, as in {cure}")
        return value

    def info(self) -> str:
        return "a datetime with a time zone, or its ISO 8601 text"

    def pack(self, value: _typing.Any) -> _typing.Any:
        return None if value is None else value.isoformat()
