"""Takes the live values of objects over to the objects that replace them."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from .code_mode import CodeMode, running_cell
from .live import model_of
from .models import at_birth

_MISSING = object()


@dataclass(frozen=True)
class Value:
    """A trait's value: as it travels to a page, and as Python has it, where that is known."""

    wire: Any
    python: Any = _MISSING


@dataclass
class Luggage:
    """What one object takes along. `ours`: nothing else of the class is made in its cell.

    `fresh` are the values, on the wire, that the new object began with where it had others;
    `lost` says by trait why a value could not be carried.
    """

    object: str
    class_name: str
    cell: str
    values: dict[str, Value]
    ours: bool = True
    fresh: dict[str, Any] = field(default_factory=dict)
    lost: dict[str, str] = field(default_factory=dict)

    @property
    def carried(self) -> list[str]:
        """The traits that had another value on the new object before."""
        return [trait for trait in self.values if trait in self.fresh and trait not in self.lost]


def read_values(widget: Any, traits: Iterable[str]) -> dict[str, Value]:
    """The values of these traits, of those that the widget has."""
    names = [trait for trait in traits if widget.has_trait(trait)]
    wires = widget.get_state(names)
    return {trait: Value(wires[trait], getattr(widget, trait)) for trait in names}


def set_values(widget: Any, luggage: Luggage) -> None:
    """Sets the values that differ from what the widget has; what it refuses is lost."""
    now = widget.get_state([trait for trait in luggage.values if widget.has_trait(trait)])
    waiting = {}
    for trait, value in luggage.values.items():
        if trait not in now:
            luggage.lost[trait] = f"{luggage.class_name} has no such trait now"
        elif not _same(now[trait], value.wire):
            luggage.fresh.setdefault(trait, now[trait])
            waiting[trait] = value
    for _ in range(2):  # What one trait allows may depend on another.
        for trait, value in list(waiting.items()):
            try:
                setattr(widget, trait, _python(widget, trait, value))
            except Exception as error:
                luggage.lost[trait] = str(error)
            else:
                luggage.lost.pop(trait, None)
                del waiting[trait]


@contextmanager
def carrying(code_mode: CodeMode, luggage: Iterable[Luggage]) -> Iterator[None]:
    """While cells run: each object has its values from its birth, before anything reads it."""
    waiting = {each.cell: each for each in luggage if each.ours}

    def visit(widget: Any) -> None:
        found = waiting.get(running_cell() or "")
        widget_class = code_mode.globals.get(found.class_name) if found else None
        if found and isinstance(widget_class, type) and isinstance(widget, widget_class):
            del waiting[found.cell]
            set_values(widget, found)

    with at_birth(visit):
        yield


def settle_values(code_mode: CodeMode, luggage: Iterable[Luggage], before: set[int]) -> None:
    """After cells have run: the objects that still differ get their values, and readers hear of it.

    `before` are the ids of the objects from before: what was not made again keeps its values.
    """
    for each in luggage:
        widget = model_of(code_mode.globals.get(each.object))
        if widget is not None and id(widget) not in before:
            set_values(widget, each)


def _same(one: Any, other: Any) -> bool:
    try:
        return bool(one == other)
    except Exception:  # An array of somebody's own.
        return False


def _python(widget: Any, trait: str, value: Value) -> Any:
    if value.python is not _MISSING:
        return value.python
    from_json: Callable[[Any, Any], Any] | None = widget.trait_metadata(trait, "from_json")
    return value.wire if from_json is None else from_json(value.wire, widget)


def to_json(values: Mapping[str, Value]) -> dict[str, Any]:
    """Values as plain JSON, for a later request; those that JSON cannot hold are left out."""
    kept = {}
    for trait, value in values.items():
        try:
            kept[trait] = _packed(value.wire)
        except TypeError:
            continue
    return kept


def from_json(json: Mapping[str, Any]) -> dict[str, Value]:
    """What `to_json` made."""
    return {trait: Value(_unpacked(packed)) for trait, packed in json.items()}


def _packed(wire: Any) -> Any:
    """JSON with buffers, and with floats that JSON does not know.

    >>> _packed({"a": [b"x", 1.5]})
    {'dict': [['a', [{'bytes': 'eA=='}, 1.5]]]}
    """
    if isinstance(wire, bytes | bytearray | memoryview):
        return {"bytes": base64.b64encode(wire).decode()}
    if isinstance(wire, float) and (wire != wire or wire in (float("inf"), -float("inf"))):
        return {"float": repr(wire)}
    if wire is None or isinstance(wire, bool | int | float | str):
        return wire
    if isinstance(wire, list | tuple):
        return [_packed(each) for each in wire]
    if isinstance(wire, dict) and all(isinstance(key, str) for key in wire):
        return {"dict": [[key, _packed(each)] for key, each in wire.items()]}
    raise TypeError(f"JSON has no {type(wire).__name__}")


def _unpacked(packed: Any) -> Any:
    if isinstance(packed, list):
        return [_unpacked(each) for each in packed]
    if not isinstance(packed, dict):
        return packed
    if "bytes" in packed:
        return base64.b64decode(packed["bytes"])
    if "float" in packed:
        return float(packed["float"])
    return {key: _unpacked(each) for key, each in packed["dict"]}
