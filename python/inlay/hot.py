"""The least program that swaps front ends: what `inlay dev` sends with each save.

The client knows the classes from the inventory, so no cell is read, and of the package only this
module and what it imports has to travel and be compiled.
"""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from typing import Any

from .front_end import FrontEnd, give_front_end
from .models import follows_esm, live_objects, names_of
from .settle import settle_output

__all__ = ["run", "settle"]


async def run(request: Mapping[str, Any]) -> dict[str, Any]:
    """Carries out "swap" or "look"; there is nothing that could be refused.

    swap: gives each class its front end, and says which objects have it now; `objects` is None
    where the class is not there. `hot` is false where this marimo's page does not follow; then
    nothing is changed. look: what the front ends of each class have reported, by object, and with
    `esm` the text of the present one.
    """
    command = request["command"]
    values = importlib.import_module("marimo._runtime.context").get_context().globals
    report: dict[str, Any] = {
        "ok": True,
        "command": command,
        "marimo": str(importlib.import_module("marimo").__version__),
        "notebook": None,
        "warnings": [],
        "hot": follows_esm(),
    }
    wanted = request["widgets"]
    if command == "look":
        return report | {"seen": [_look(values, each) for each in wanted]}
    return report | {"swapped": [_swap(values, each) for each in wanted if report["hot"]]}


def _swap(values: Mapping[str, Any], asked: Mapping[str, Any]) -> dict[str, Any]:
    front_end = FrontEnd(asked["esm"], asked.get("css"))
    objects = give_front_end(values, asked["class"], front_end)
    return {"class": asked["class"], "objects": objects}


def _look(values: Mapping[str, Any], asked: Mapping[str, Any]) -> dict[str, Any]:
    widget_class = values.get(asked["class"])
    objects = live_objects(widget_class) if isinstance(widget_class, type) else []
    fronts = {
        name: str(getattr(each, "_front", ""))
        for each in objects
        for name in names_of([each], values)
    }
    esm = getattr(objects[0] if objects else widget_class, "_esm", None)
    return {"class": asked["class"], "fronts": fronts} | (
        {"esm": None if esm is None else str(esm)} if asked.get("esm") else {}
    )


async def settle() -> None:
    """Waits until what was printed has left the kernel: call it after printing a report."""
    await settle_output()
