"""Live values of a notebook: ipywidgets models, marimo's own elements, and what holds them."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from typing import Any


def model_of(value: object) -> Any:
    """The ipywidgets model of a value, also inside `mo.ui.anywidget`; None where it has none."""
    module = sys.modules.get("ipywidgets.widgets.widget")
    if module is None:
        return None
    inner = getattr(value, "__dict__", {}).get("widget") if element_of(value) is not None else None
    return next((each for each in (value, inner) if isinstance(each, module.Widget)), None)


def element_of(value: object) -> Any:
    """The value where it is an element of `mo.ui`, `mo.ui.anywidget` among them; else None."""
    module = sys.modules.get("marimo._plugins.ui._core.ui_element")
    return value if module is not None and isinstance(value, module.UIElement) else None


def models_of(values: Mapping[str, Any], names: Iterable[str]) -> list[Any]:
    """The models that these names hold."""
    found = (model_of(values.get(name)) for name in sorted(set(names)))
    return [model for model in found if model is not None]


def close_unheld(values: Mapping[str, Any], models: Iterable[Any]) -> None:
    """Closes the models that no name holds any more: a cell that goes leaves its models behind."""
    held = {id(model_of(value)) for value in values.values()}
    for model in models:
        if id(model) not in held:
            close(model)


def close(model: Any) -> None:
    """Closes a model with those that it opened for itself, which closing it alone leaves behind."""
    for name in ("layout", "style"):
        part = model._trait_values.get(name)
        if hasattr(part, "close"):
            part.close()
    model.close()
