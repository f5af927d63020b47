"""The root of the trait types."""

import copy as _copy
import reprlib as _reprlib
import typing as _typing

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
