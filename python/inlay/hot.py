"""The least program that swaps front ends: what `inlay dev` sends with each save.

The client knows the classes from the inventory, so no cell is read, and of the package only this
module and what it imports has to travel and be compiled.
"""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from typing import Any

from .front_end import FrontEnd, give_front_end
from .models import follows_esm
from .settle import settle_output

__all__ = ["run", "settle"]


async def run(request: Mapping[str, Any]) -> dict[str, Any]:
    """Gives each class of the request its front end, and says which objects have it now.

    `objects` is None where the class is not there. `hot` is false where this marimo's page does
    not follow; then nothing is changed.
    """
    marimo = importlib.import_module("marimo")
    values = importlib.import_module("marimo._runtime.context").get_context().globals
    report: dict[str, Any] = {
        "ok": True,
        "command": "swap",
        "marimo": str(marimo.__version__),
        "notebook": None,
        "warnings": [],
        "hot": follows_esm(),
        "swapped": [],
    }
    for each in request["widgets"] if report["hot"] else ():
        front_end = FrontEnd(each["esm"], each.get("css"))
        objects = give_front_end(values, each["class"], front_end)
        report["swapped"].append({"class": each["class"], "objects": objects})
    return report


async def settle() -> None:
    """Waits until what was printed has left the kernel: call it after printing a report."""
    await settle_output()
