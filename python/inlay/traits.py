"""The synced traits of live models: which there are, and how they take values together."""

from __future__ import annotations

import base64
import contextlib
import importlib
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from .refusal import Refusal

_OF_EVERY_WIDGET = frozenset({"comm", "keys", "layout", "log", "style", "tabbable", "tooltip"})


def synced(model: Any) -> list[str]:
    """The names of all traits that a page shares."""
    return [name for name in model.trait_names() if model.trait_metadata(name, "sync")]


def public(model: Any) -> list[str]:
    """The names of a model's own traits, in the order of its class."""
    order = [
        name
        for each in reversed(type(model).__mro__)
        for name in each.__dict__
        if name in model.traits()
    ]
    names = set(synced(model)) - _OF_EVERY_WIDGET
    return [name for name in dict.fromkeys(order) if name in names and not name.startswith("_")]


def type_name(model: Any, trait: str) -> str:
    """What a trait takes, in a word: `Float`, `Array uint32`."""
    found = model.traits()[trait]
    dtype = getattr(found, "dtype", None)
    # marimo puts the id of its cell before a private class's name.
    name = re.sub(r"^_cell_[^_]*_", "", type(found).__name__).lstrip("_")
    return f"{name} {dtype}" if isinstance(dtype, str) else name


def set_traits(
    model: Any, name: str, values: Mapping[str, Any], *, dry_run: bool
) -> dict[str, Any]:
    """Sets traits all at once, after which observers fire; gives the values as they were taken.

    Where one does not fit nothing changes, and Refusal "bad-value" says what is allowed. A dry run
    checks as much, and changes nothing either.
    """
    taken: dict[str, Any] = {}
    error_class = _trait_error()
    current = next(iter(values))
    try:
        with model.hold_trait_notifications():
            for current, json in values.items():
                _set(model, current, json)
            for current in values:
                taken[current] = _checked(model, current)
            if dry_run:
                raise _rehearsed()
    except error_class as error:
        if not getattr(error, "rehearsed", False):
            raise _bad(model, name, current, values, error) from error
    return taken if dry_run else {each: getattr(model, each) for each in values}


def _checked(model: Any, trait: str) -> Any:
    """The value that the model's own checks make of a trait; they are held back until all are set.

    Whatever they raise becomes the error that puts every trait back.
    """
    try:
        return model.traits()[trait]._cross_validate(model, getattr(model, trait))
    except Exception as error:
        if isinstance(error, _trait_error()):
            raise
        raise _trait_error()(f"{trait}: {type(error).__name__}: {error}") from error


def _set(model: Any, trait: str, json: Any) -> None:
    """Sets what a trait takes as it is, or in the form that a page would send."""
    error_class = _trait_error()
    problem: Exception | None = None
    for form in _forms(json, model.trait_metadata(trait, "from_json"), model):
        try:
            setattr(model, trait, form())
            return
        except Exception as error:
            if problem is None or not isinstance(problem, error_class):
                problem = error
    if isinstance(problem, error_class):
        raise problem
    raise error_class(f"{trait}: {type(problem).__name__}: {problem}")


def _forms(
    json: Any, from_json: Callable[[Any, Any], Any] | None, model: Any
) -> Iterator[Callable[[], Any]]:
    """The JSON; where that is a text also base64 of bytes, or what a page sends for the trait."""
    yield lambda: json
    if not isinstance(json, str):
        return
    with contextlib.suppress(ValueError):
        data = base64.b64decode(json, validate=True)
        yield (lambda: data) if from_json is None else (lambda: from_json(memoryview(data), model))
    if from_json is not None:
        yield lambda: from_json(json, model)


def _trait_error() -> type[Exception]:
    return importlib.import_module("traitlets").TraitError  # type: ignore[no-any-return]


def _rehearsed() -> Exception:
    """What ends a dry run: a held change that fails puts every trait back."""
    error = _trait_error()("rehearsed")
    error.rehearsed = True  # type: ignore[attr-defined]
    return error


def _bad(model: Any, name: str, trait: str, values: Mapping[str, Any], error: Exception) -> Refusal:
    named = sorted((each for each in values if each in str(error)), key=len)
    trait = trait if trait in str(error) or not named else named[-1]
    allowed = model.trait_metadata(trait, "help")
    return Refusal(
        "bad-value",
        f"{name}.{trait} does not take this value: {error}",
        found=_short(values[trait]),
        expected=allowed or None,
        cure=f"Nothing was changed. What it holds now: inlay get {name}.{trait}",
        details={"trait": trait, "value": values[trait]},
    )


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 200 else f"{text[:197]}..."
