"""The elements of `mo.ui`: a value as a person says it, in the form that a page sends."""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from ..refusal import Refusal


def wire_form(element: Any, name: str, value: Any) -> Any:
    """What a page would send for a value. Raises Refusal "bad-value" with what is allowed.

    Choices go by their text or their value, steps by their value, and elements that hold others
    by the values of those. An element of another kind gets the value as it is.
    """
    kind = type(element).__name__
    if kind in _CONTAINERS:
        return _parts(element, name, value)
    if kind == "form":
        return None if value is None else wire_form(element.element, name, value)
    form = _FORMS.get(kind)
    return value if form is None else form(element, name, value)


@contextmanager
def refusing(element: Any, name: str, value: Any) -> Iterator[None]:
    """Makes a refusal of what an element cannot take; marimo alone would only print it."""
    old, convert = element._value_frontend, element._convert_value
    problems: list[Exception] = []

    def watched(wire: Any) -> Any:
        try:
            return convert(wire)
        except Exception as error:
            problems.append(error)
            raise

    element._convert_value = watched
    try:
        yield
    finally:
        del element._convert_value
    if problems:
        element._value_frontend = old
        raise _bad(name, value, f"{type(problems[0]).__name__}: {problems[0]}")


def page_follows() -> bool:
    """Whether an open page shows what a program sets an element to."""
    runtime = importlib.import_module("marimo._runtime.runtime")
    return "marimo-ui-value-update" in inspect.getsource(runtime.Kernel.set_ui_element_value)


def _number(element: Any, name: str, value: Any) -> Any:
    low, high = element.start, element.stop
    allowed = _range(low, high)
    if value is None and type(element).__name__ == "number":
        return None
    if not _is_number(value):
        raise _bad(name, value, allowed)
    steps = getattr(element, "steps", None)
    if steps is not None:
        return _step(steps, name, value)
    if (low is not None and value < low) or (high is not None and value > high):
        raise _bad(name, value, allowed)
    return value


def _pair(element: Any, name: str, value: Any) -> Any:
    allowed = f"a list of two numbers, the lower first; {_range(element.start, element.stop)}"
    if not (isinstance(value, list) and len(value) == 2 and all(map(_is_number, value))):
        raise _bad(name, value, allowed)
    if value[0] > value[1]:
        raise _bad(name, value, allowed)
    return [_number(element, name, each) for each in value]


def _step(steps: Iterable[Any], name: str, value: Any) -> int:
    steps = list(steps)
    if value not in steps:
        raise _bad(name, value, f"one of {', '.join(map(str, steps))}")
    return steps.index(value)


def _boolean(element: Any, name: str, value: Any) -> Any:
    if not isinstance(value, bool):
        raise _bad(name, value, "true or false")
    return value


def _text(element: Any, name: str, value: Any) -> Any:
    if not isinstance(value, str):
        raise _bad(name, value, "a text")
    return value


def _radio(element: Any, name: str, value: Any) -> Any:
    return None if value is None else _choice(element, name, value)


def _dropdown(element: Any, name: str, value: Any) -> Any:
    return [] if value is None else [_choice(element, name, value)]


def _multiselect(element: Any, name: str, value: Any) -> Any:
    if not isinstance(value, list):
        raise _bad(name, value, f"a list of {_choices(element)}")
    return [_choice(element, name, each) for each in value]


def _choice(element: Any, name: str, value: Any) -> str:
    if isinstance(value, str) and value in element.options:
        return value
    for key, option in element.options.items():
        if type(option) is type(value) and option == value:
            return str(key)
    raise _bad(name, value, f"one of {_choices(element)}")


def _choices(element: Any) -> str:
    return ", ".join(f'"{key}"' for key in element.options)


def _date(element: Any, name: str, value: Any) -> Any:
    low, high = getattr(element, "start", None), getattr(element, "stop", None)
    allowed = f"a date as ISO 8601 text{'' if low is None else f', from {low} to {high}'}"
    try:
        parsed = element._convert_value(value)
        parts = parsed if isinstance(parsed, tuple) else (parsed,)
        fits = all(low is None or low <= each <= high for each in parts if each is not None)
    except Exception as error:
        raise _bad(name, value, allowed) from error
    if not fits:
        raise _bad(name, value, allowed)
    return value


def _parts(element: Any, name: str, value: Any) -> dict[str, Any]:
    inner = element.elements
    if isinstance(value, list) and not isinstance(inner, Mapping):
        if len(value) != len(inner):
            raise _bad(name, value, f"a list of {len(inner)} values")
        pairs = [(str(index), inner[index], each) for index, each in enumerate(value)]
    elif isinstance(value, Mapping) and isinstance(inner, Mapping):
        unknown = [key for key in value if key not in inner]
        if unknown:
            raise _bad(name, value, f"keys out of {', '.join(map(str, inner))}")
        pairs = [(key, inner[key], each) for key, each in value.items()]
    else:
        raise _bad(name, value, "an object" if isinstance(inner, Mapping) else "a list")
    return {key: wire_form(part, f"{name}[{key}]", each) for key, part, each in pairs}


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _range(low: object, high: object) -> str:
    parts = [f"from {low}"] if low is not None else []
    parts += [f"to {high}"] if high is not None else []
    return " ".join(["a number", *parts])


def _bad(name: str, value: object, allowed: str) -> Refusal:
    text = repr(value)
    return Refusal(
        "bad-value",
        f"{name} does not take this value.",
        found=text if len(text) <= 200 else f"{text[:197]}...",
        expected=allowed,
        cure="Nothing was changed.",
        details={"trait": "value", "value": value},
    )


_CONTAINERS = frozenset({"array", "batch", "dictionary"})
_FORMS: dict[str, Callable[[Any, str, Any], Any]] = {
    "slider": _number,
    "number": _number,
    "range_slider": _pair,
    "checkbox": _boolean,
    "switch": _boolean,
    "text": _text,
    "text_area": _text,
    "code_editor": _text,
    "radio": _radio,
    "dropdown": _dropdown,
    "multiselect": _multiselect,
    "date": _date,
    "datetime": _date,
    "date_range": _date,
}
