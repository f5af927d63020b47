"""JSON values as Python expressions, in the form that a formatter leaves alone."""

from __future__ import annotations

import base64
import json
import math
import re
from collections.abc import Mapping
from typing import Any

WIDTH = 79


def literal(value: Any, spec: Mapping[str, Any] | None = None) -> str:
    """One line of Python for a JSON value of a trait's type.

    A tuple trait's list becomes a tuple; a datetime's text a call on `_datetime`, the private
    name that an instance cell imports where it needs it; base64 becomes bytes.

    >>> literal([1, None, "it's"])
    '[1, None, "it\\'s"]'
    """
    kind = (spec or {}).get("kind")
    if value is None or isinstance(value, bool):
        return repr(value)
    if isinstance(value, str):
        return _text(value, kind)
    if isinstance(value, (int, float)):
        return _number(value)
    if isinstance(value, Mapping):
        items = (
            f"{quoted(str(key))}: {literal(item, _item_spec(spec, key))}"
            for key, item in value.items()
        )
        return f"{{{', '.join(items)}}}"
    parts = [literal(item, _item_spec(spec, index)) for index, item in enumerate(value)]
    if kind != "tuple":
        return f"[{', '.join(parts)}]"
    return f"({parts[0]},)" if len(parts) == 1 else f"({', '.join(parts)})"


def needs_datetime(spec: Mapping[str, Any] | None) -> bool:
    """Whether a literal of this type calls on `_datetime`."""
    return '"datetime"' in json.dumps(spec)


def quoted(text: str) -> str:
    """A Python string literal, in double quotes unless that takes more escapes.

    It holds no character that marimo changes when a notebook is saved and loaded.
    """
    quote = "'" if text.count('"') > text.count("'") else '"'
    escaped = (
        f"\\{char}" if char == quote else char if char in "'\"" else repr(char)[1:-1]
        for char in text
    )
    return f"{quote}{''.join(escaped)}{quote}"


def block(text: str) -> str:
    """A text in triple double quotes, its lines as they are, by the rules of the build's literals.

    Only what marimo would change on the way through a notebook's file is escaped.
    """
    text = text.replace("\\", "\\\\")
    text = re.sub(r'"""|"\Z', lambda found: found[0][1:] + '\\"', text)
    text = _FRAGILE.sub(lambda found: _escaped(found[0]), text)
    return f'"""{_BLANK_LINE.sub(lambda found: found[1] + _escaped(found[2]), text)}"""'


def constant(value: object, limit: int = 1_000_000) -> str | None:
    """A plain value (texts, numbers, and lists and such of them) as Python; None for any other."""
    try:
        text = _constant(value)
    except (TypeError, RecursionError):
        return None
    return text if len(text) <= limit else None


def _constant(value: object) -> str:
    if type(value) is str:
        return block(value) if "\n" in value else quoted(value)
    if type(value) is float:
        return _number(value)
    if value is None or value is Ellipsis or type(value) in (bool, int, complex, bytes):
        return repr(value)
    if type(value) is dict:
        return f"{{{', '.join(f'{_constant(k)}: {_constant(v)}' for k, v in value.items())}}}"
    if type(value) not in (list, tuple, set, frozenset):
        raise TypeError(type(value).__name__)
    parts = [_constant(each) for each in value]  # type: ignore[attr-defined]
    if type(value) is tuple:
        return f"({', '.join(parts)}{',' if len(parts) == 1 else ''})"
    if type(value) is list:
        return f"[{', '.join(parts)}]"
    inner = f"{{{', '.join(sorted(parts))}}}" if parts else "set()"
    return inner if type(value) is set else f"frozenset({inner})"


_FRAGILE = re.compile(
    "[\0-\x08\x0b-\x1f\x7f-\xa0\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
_BLANK_LINE = re.compile(r"(?<=\n)([ \t]*)([ \t])(?=\n)")


def _escaped(char: str) -> str:
    if char == "\r":
        return "\\r"
    return f"\\x{ord(char):02x}" if ord(char) < 0x100 else f"\\u{ord(char):04x}"


def wrapped(expression: str, indent: int) -> str:
    """A long flat list of one-line literals, filled into lines; anything else as it is."""
    if not expression.startswith("[") or indent + len(expression) < WIDTH:
        return expression
    try:
        items = json.loads(expression.replace("None", "null"))
    except ValueError:
        return expression
    if not all(item is None or isinstance(item, (int, float)) for item in items):
        return expression
    pad = " " * (indent + 4)
    lines, line = [], pad
    for text in expression[1:-1].split(", "):
        if line != pad and len(line) + len(text) + 1 > WIDTH:
            lines.append(line.rstrip())
            line = pad
        line += f"{text}, "
    return "\n".join(["[", *lines, line.rstrip(), f"{' ' * indent}]"])


def _text(value: str, kind: object) -> str:
    if kind == "datetime":
        text = f"{value[:-1]}+00:00" if value[-1:] in ("Z", "z") else value
        return f"_datetime.datetime.fromisoformat({quoted(text)})"
    if kind in ("bytes", "table"):
        return repr(base64.b64decode(value))
    return quoted(value)


def _number(value: float) -> str:
    if isinstance(value, float) and not math.isfinite(value):
        return f'float("{value}")'
    return repr(value)


def _item_spec(spec: Mapping[str, Any] | None, key: Any) -> Mapping[str, Any] | None:
    match spec:
        case {"kind": "tuple", "items": items}:
            return items[key] if key < len(items) else None
        case {"kind": "list", "items": item}:
            return item  # type: ignore[no-any-return]
        case {"kind": "dict", "fields": fields}:
            return fields.get(key)  # type: ignore[no-any-return]
        case {"kind": "dict", "values": item}:
            return item  # type: ignore[no-any-return]
    return None
