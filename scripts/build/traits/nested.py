"""Trait types that hold others."""

import collections.abc as _abc
import math as _math
import typing as _typing

from .base import _Trait


class _Tuple(_Trait):
    def __init__(
        self,
        parts: tuple[_Trait, ...],
        initial: _typing.Any = None,
        *,
        nullable: bool = False,
    ) -> None:
        super().__init__(initial, nullable=nullable)
        self.parts = parts

    def fit(self, value: _typing.Any, where: str) -> tuple[_typing.Any, ...]:
        if isinstance(value, str | bytes | _abc.Mapping) or not isinstance(value, _abc.Iterable):
            self.refuse(value, where)
        values = tuple(value)
        if len(values) != len(self.parts):
            self.refuse(value, where)
        pairs = enumerate(zip(self.parts, values, strict=True))
        return tuple(part.accept(each, f"{where}[{index}]") for index, (part, each) in pairs)

    def info(self) -> str:
        return f"exactly {len(self.parts)} values: " + ", ".join(part.info() for part in self.parts)

    def pack(self, value: _typing.Any) -> _typing.Any:
        if value is None:
            return None
        return [part.pack(each) for part, each in zip(self.parts, value, strict=True)]

    def unpack(self, wire: _typing.Any) -> _typing.Any:
        if not isinstance(wire, list) or len(wire) != len(self.parts):
            return wire
        return [part.unpack(each) for part, each in zip(self.parts, wire, strict=True)]


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


class _Record(_Trait):
    """A dict with exactly these fields."""

    def __init__(
        self,
        fields: dict[str, _Trait],
        initial: _typing.Any = None,
        *,
        nullable: bool = False,
    ) -> None:
        super().__init__(initial, nullable=nullable)
        self.fields = fields

    def fit(self, value: _typing.Any, where: str) -> dict[str, _typing.Any]:
        if not isinstance(value, _abc.Mapping) or set(value) != set(self.fields):
            self.refuse(value, where)
        fields = self.fields.items()
        return {key: part.accept(value[key], f"{where}[{key!r}]") for key, part in fields}

    def info(self) -> str:
        fields = (f"{key!r}: {part.info()}" for key, part in self.fields.items())
        return "a dict of exactly " + "{" + ", ".join(fields) + "}"

    def pack(self, value: _typing.Any) -> _typing.Any:
        if value is None:
            return None
        return {key: part.pack(value[key]) for key, part in self.fields.items()}

    def unpack(self, wire: _typing.Any) -> _typing.Any:
        if not isinstance(wire, dict) or set(wire) != set(self.fields):
            return wire
        return {key: part.unpack(wire[key]) for key, part in self.fields.items()}


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
