"""Widget classes as a notebook gets them: the definition cells of the built items."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

ITEMS = Path(__file__).resolve().parents[2] / "dist" / "items"


def built_class(name: str) -> Any:
    """The class that a built item's definition cell makes. Fails the test where none is built."""
    path = ITEMS / f"{name}.json"
    if not path.exists():
        pytest.fail(f"{path} is missing: run `npm run build` first.")
    item = json.loads(path.read_text(encoding="utf-8"))
    names: dict[str, Any] = {"__name__": "cell"}
    exec(item["cells"]["definition"], names)
    return names[item["className"]]
