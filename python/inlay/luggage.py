"""Packs the values of live objects whose cells are about to run again, or to go."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .carry import Luggage, read_values, to_json
from .code_mode import CodeMode
from .live import model_of
from .notebook import Inventory
from .ours import objects_in, unedited
from .traits import public


def pack(code_mode: CodeMode, found: Inventory, cells: set[str]) -> list[Luggage]:
    """The live objects that these cells make, or whose class they define."""
    luggage = []
    for widget in found.widgets:
        for each in widget.objects:
            model = model_of(code_mode.globals.get(each.object))
            if model is None or not {each.cell, widget.cell} & cells:
                continue
            values = read_values(model, public(model))
            ours = unedited(found, each.cell) and len(objects_in(found, each.cell)) == 1
            luggage.append(Luggage(each.object, widget.class_name or "", each.cell, values, ours))
    return luggage


def packed(luggage: Iterable[Luggage]) -> dict[str, dict[str, Any]]:
    """The values as an undo keeps them."""
    return {
        each.object: {
            "class": each.class_name,
            "cell": each.cell,
            "values": to_json(each.values),
            "ours": each.ours,
        }
        for each in luggage
    }
