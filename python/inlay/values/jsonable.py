"""Live values as JSON: what `set` takes back, or a summary where there is too much to read."""

from __future__ import annotations

import array
import base64
import datetime
import math
from collections.abc import Callable, Mapping, Sequence, Set
from typing import Any

SHORT = 100  # More numbers than this are summed up, and four times as many bytes.
_DTYPES = {
    "b": "int8",
    "B": "uint8",
    "h": "int16",
    "H": "uint16",
    "i": "int32",
    "I": "uint32",
    "q": "int64",
    "Q": "uint64",
    "f": "float32",
    "d": "float64",
}


def jsonable(value: object, *, full: bool) -> Any:
    """The JSON of a value. Arrays are lists and bytes base64, whole with `full`.

    Not a number is null, and the infinities are texts; what has no JSON is
    `{"type": …, "text": …}`, and a summary `{"dtype" or "type": …, "length": …}`.

    >>> jsonable((1, float("nan"), {"a": b"x"}), full=True)
    [1, None, {'a': 'eA=='}]
    """
    if value is None or isinstance(value, (bool, str)):
        return value
    if isinstance(value, int):
        return int(value)
    if isinstance(value, float):
        return _number(float(value))
    if isinstance(value, (bytes, bytearray, memoryview)):
        return _bytes(bytes(value), full)
    if isinstance(value, (datetime.datetime, datetime.date, datetime.time)):
        return value.isoformat()
    if isinstance(value, array.array):
        dtype = _DTYPES.get(value.typecode, value.typecode)
        return _numbers(dtype, len(value), value.tolist, full)
    if isinstance(value, Mapping):
        return {str(key): jsonable(item, full=full) for key, item in value.items()}
    if isinstance(value, Set):
        return [jsonable(item, full=full) for item in sorted(value, key=repr)]
    if isinstance(value, Sequence):
        return [jsonable(item, full=full) for item in value]
    return _of_a_library(value, full)


def _number(value: float) -> Any:
    if math.isnan(value):
        return None
    return value if math.isfinite(value) else ("Infinity" if value > 0 else "-Infinity")


def _bytes(value: bytes, full: bool) -> Any:
    if full or len(value) <= 4 * SHORT:
        return base64.b64encode(value).decode()
    return {"type": "bytes", "length": len(value)}


def _numbers(dtype: str, length: int, listed: Any, full: bool) -> Any:
    if full or length <= SHORT:
        return jsonable(listed(), full=full)
    return {"dtype": dtype, "length": length}


def _of_a_library(value: Any, full: bool) -> Any:
    """Numpy's arrays and numbers, and tables that can say their rows."""
    if hasattr(value, "dtype") and hasattr(value, "tolist"):
        if not getattr(value, "shape", ()):
            return jsonable(value.tolist() if hasattr(value, "tolist") else value, full=full)
        return _numbers(
            str(value.dtype), int(getattr(value, "size", len(value))), value.tolist, full
        )
    kind = type(value).__name__
    ways: tuple[Callable[[], Any], ...] = (
        lambda: value.to_dict(orient="records"),  # pandas
        lambda: value.to_dicts(),  # polars
        lambda: value.to_pylist(),  # pyarrow
    )
    for rows in ways:
        try:
            count = len(value)
            return (
                jsonable(rows(), full=full)
                if full or count <= SHORT
                else {"type": kind, "length": count}
            )
        except (AttributeError, TypeError):
            continue
    text = repr(value)
    return {"type": kind, "text": text if full or len(text) <= 200 else f"{text[:197]}..."}
