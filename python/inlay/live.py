"""Live values of a notebook: ipywidgets models, marimo's own elements, and what holds them."""

from __future__ import annotations

import sys
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


def close(model: Any) -> None:
    """Closes a model with those that it opened for itself, which closing it alone leaves behind."""
    for name in ("layout", "style"):
        part = model._trait_values.get(name)
        if hasattr(part, "close"):
            part.close()
    model.close()
