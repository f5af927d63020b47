"""The arguments of an instance, as Python expressions, and the traits that drive other cells."""

from __future__ import annotations

from . import cells
from .literal import literal
from .refusal import Refusal
from .request import Item, Wanted


def arguments_of(wanted: Wanted) -> dict[str, str]:
    """Python expressions by trait, in the item's order.

    Where nothing is given the item's example stands in, so that a new widget shows something;
    where no data is given, the data of the example does.
    Raises Refusal "unknown-trait", or "bad-value" for what is no Python or no value.
    """
    item = wanted.item
    given = {**wanted.arguments, **wanted.expressions}
    for trait in given:
        _known(item, trait)
    data = item.by_role("data")
    example = {} if any(trait in given for trait in data) else item.example
    stands_in = data if given else list(item.traits)
    arguments: dict[str, str] = {}
    for trait in item.traits:
        if trait in wanted.expressions:
            try:
                arguments[trait] = cells.expression(wanted.expressions[trait])
            except (SyntaxError, ValueError) as error:
                raise Refusal(
                    "bad-value",
                    f"The expression for {item.name}'s {trait} is not Python: {error}.",
                    found=wanted.expressions[trait],
                    expected="one Python expression",
                    details={"trait": trait, "value": wanted.expressions[trait]},
                ) from error
        elif trait in wanted.arguments:
            arguments[trait] = _literal(item, trait, wanted.arguments[trait])
        elif trait in stands_in and trait in example:
            arguments[trait] = cells.expression(example[trait])
    return arguments


def _literal(item: Item, trait: str, value: object) -> str:
    try:
        return literal(value, item.traits[trait].get("type"))
    except (TypeError, ValueError, AttributeError) as error:
        raise Refusal(
            "bad-value",
            f"{item.name}'s {trait} does not take this value: {error}.",
            found=repr(value),
            expected=str(item.traits[trait].get("doc", "")),
            details={"trait": trait, "value": value},
        ) from error


def wired_traits(wanted: Wanted) -> list[str]:
    """The traits that get a state. Raises Refusal "unknown-trait"."""
    if wanted.wire is None:
        return wanted.item.wired()
    for trait in wanted.wire:
        _known(wanted.item, trait)
    return list(wanted.wire)


def _known(item: Item, trait: str) -> None:
    if trait not in item.traits:
        raise Refusal(
            "unknown-trait",
            f"{item.name} has no trait {trait!r}.",
            found=trait,
            expected=f"one of {', '.join(item.traits)}",
            cure=f"See `inlay view {item.name}`.",
            details={"trait": trait, "traits": list(item.traits)},
        )
