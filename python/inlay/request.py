"""What is asked for, read from JSON and checked for its form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .refusal import Refusal
from .soundness import check_definition, check_example, check_names, check_requirements


@dataclass(frozen=True)
class Item:
    """What an install needs of a registry item; traits are kept in the item's order."""

    name: str
    version: str
    class_name: str
    object_name: str
    traits: dict[str, Mapping[str, Any]]
    definition: str
    fingerprint: str
    requires: tuple[str, ...]
    example: Mapping[str, str]
    reader: str

    def by_role(self, role: str) -> list[str]:
        """The names of the traits that have a role."""
        return [name for name, trait in self.traits.items() if trait.get("role") == role]

    def wired(self) -> list[str]:
        """The names of the traits that drive other cells, unless somebody chooses."""
        return [name for name in self.by_role("value") if self.traits[name].get("wired", True)]


@dataclass(frozen=True)
class Wanted:
    """One widget to add. `wire` is None for the item's own choice; `instance` false for a class
    without an object."""

    item: Item
    name: str | None = None
    arguments: Mapping[str, Any] = field(default_factory=dict)
    expressions: Mapping[str, str] = field(default_factory=dict)
    wire: tuple[str, ...] | None = None
    reader: bool = False
    instance: bool = True


@dataclass(frozen=True)
class Add:
    """A request to add widgets."""

    wanted: tuple[Wanted, ...]
    after: str | None = None
    before: str | None = None
    show_code: bool = False
    dry_run: bool = False
    yes: bool = False
    auto_name: bool = False
    quiet: bool = False


def read_item(json: object) -> Item:
    """An item from its JSON form.

    Raises Refusal "bad-request" when it has another form, "bad-item" when it is not what it says.
    """
    item = _mapping(json, "item")
    if item.get("schema") != 1:
        raise _bad("item.schema", repr(item.get("schema")), "1, the schema that this version reads")
    example = _mapping(item.get("example", {}), "item.example")
    read = Item(
        name=_text(item, "name"),
        version=_text(item, "version"),
        class_name=_text(item, "className"),
        object_name=_text(item, "objectName"),
        traits={_text(_mapping(each, "trait"), "name"): each for each in item.get("traits", ())},
        definition=_text(_mapping(item.get("cells"), "item.cells"), "definition"),
        fingerprint=_text(item, "fingerprint"),
        requires=tuple(_mapping(item.get("requires", {}), "item.requires").get("python", ())),
        example=_mapping(example.get("arguments", {}), "item.example.arguments"),
        reader=str(example.get("reader", "")),
    )
    check_names(item, read.traits)
    check_requirements(item, read.requires)
    check_definition(item, read.definition)
    check_example(item, read.example, read.reader, read.traits)
    return read


def read_add(json: object) -> Add:
    """An add request from its JSON form. Raises Refusal "bad-request" when it has another form."""
    request = _mapping(json, "the request")
    place = _mapping(request.get("place") or {}, "place")
    after, before = place.get("after"), place.get("before")
    if after is not None and before is not None:
        raise _bad("place", "both after and before", "one of them, or neither")
    items = request.get("items")
    if not isinstance(items, list) or not items:
        raise _bad("items", repr(items), "a list of at least one item to add")
    flags = ("show_code", "dry_run", "yes", "auto_name", "quiet")
    return Add(
        wanted=tuple(_wanted(_mapping(each, "items")) for each in items),
        after=after,
        before=before,
        **{flag: bool(request.get(flag, False)) for flag in flags},
    )


def _wanted(json: Mapping[str, Any]) -> Wanted:
    wire = json.get("wire")
    if not (
        wire is None or (isinstance(wire, list) and all(isinstance(each, str) for each in wire))
    ):
        raise _bad("wire", repr(wire), "null, or a list of trait names")
    return Wanted(
        item=read_item(json.get("item")),
        name=json.get("as"),
        arguments=_mapping(json.get("arguments") or {}, "arguments"),
        expressions=_mapping(json.get("expressions") or {}, "expressions"),
        wire=None if wire is None else tuple(dict.fromkeys(wire)),
        reader=bool(json.get("reader", False)),
    )


def _mapping(json: object, where: str) -> Mapping[str, Any]:
    if not isinstance(json, Mapping):
        raise _bad(where, type(json).__name__, "a JSON object")
    return json


def _text(json: Mapping[str, Any], key: str) -> str:
    value = json.get(key)
    if not isinstance(value, str):
        raise _bad(key, repr(value), "a text")
    return value


def _bad(where: str, found: str, expected: str) -> Refusal:
    return Refusal(
        "bad-request",
        f"The request has another form than expected at {where}.",
        found=found,
        expected=expected,
    )
