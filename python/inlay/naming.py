"""Names for new objects, checked against all that the notebook and the request define."""

from __future__ import annotations

import keyword
from collections.abc import Sequence

from . import cells
from .draft import Draft
from .notebook import BUILTIN_NAMES, Wire
from .refusal import Refusal
from .request import Wanted


def object_name(
    draft: Draft, wanted: Wanted, traits: Sequence[str]
) -> tuple[str, tuple[Wire, ...]]:
    """The name of a new object with its getters and setters, all of them free.

    Raises Refusal "name-taken", with a free name, or "bad-request" for what cannot be a name.
    """
    name = wanted.name or wanted.item.object_name
    if not name.isidentifier() or keyword.iskeyword(name) or name.startswith("_"):
        raise Refusal(
            "bad-request",
            f"{name!r} cannot be the name of an object.",
            found=repr(name),
            expected="a Python identifier that is no keyword and does not start with _",
            cure="Choose another name with --as.",
        )
    clash = _clash(draft, name, traits)
    if clash is not None:
        free = _free_object_name(draft, name, traits)
        if not draft.request.auto_name:
            holder = draft.taken.get(clash)
            found = f"{clash} is defined in {draft.where(holder)}" if holder else "a name of Python"
            raise Refusal(
                "name-taken",
                f"The name {clash} is taken.",
                found=found,
                expected="a name that no cell defines",
                cure=f"Use a free name: --as {free}, or --auto-name.",
                details={"name": clash, "cell": holder, "free_name": free},
            )
        name = free
    return name, cells.wires(name, traits)


def _names(name: str, traits: Sequence[str]) -> list[str]:
    wired = cells.wires(name, traits)
    return [name, *(each for wire in wired for each in (wire.getter, wire.setter))]


def _clash(draft: Draft, name: str, traits: Sequence[str]) -> str | None:
    taken = draft.taken.keys() | BUILTIN_NAMES
    return next((each for each in _names(name, traits) if each in taken), None)


def _free_object_name(draft: Draft, name: str, traits: Sequence[str]) -> str:
    tried: set[str] = {name}
    while True:
        free = cells.free_name(name, tried)
        if _clash(draft, free, traits) is None:
            return free
        tried.add(free)
