"""The live models of widgets, and what the page does with them: a part of the adapter."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

HOT = "a page replaces the front end of a live model when its _esm changes"
COLD = "this marimo's page keeps the front end that a model was opened with"


def follows_esm() -> bool:
    """Whether an open page replaces a front end when `_esm` of a live model changes.

    It does where updates of a model can say which ESM belongs to it.
    """
    try:
        update = importlib.import_module("marimo._messaging.notification").ModelUpdate
    except (ImportError, AttributeError):
        return False
    return "esm_spec" in getattr(update, "__struct_fields__", ())


def live_objects(widget_class: type) -> list[Any]:
    """Every instance of a class that a page can show, wherever the notebook holds it.

    One whose own class overrides the front end is not among them.
    """
    module = sys.modules.get("ipywidgets.widgets.widget")
    every = () if module is None else tuple(module._instances.values())
    return [each for each in every if _open(each) and _shares_front_end(each, widget_class)]


def names_of(objects: list[Any], values: Mapping[str, Any]) -> list[str]:
    """The notebook's names for these objects, also where marimo's wrapper holds them."""
    wanted = {id(each) for each in objects}
    return [
        name
        for name, value in values.items()
        if not name.startswith("_")
        and (id(value) in wanted or id(getattr(value, "__dict__", {}).get("widget")) in wanted)
    ]


@contextmanager
def inline_files() -> Iterator[None]:
    """Lets an ESM travel inside its message instead of in a file of the cell that runs.

    The scratchpad's files end with it, and then a page that is loaded again would find nothing.
    """
    context = importlib.import_module("marimo._runtime.context").get_context()
    supported = getattr(context, "virtual_files_supported", None)
    if not supported:
        yield
        return
    context.virtual_files_supported = False
    try:
        yield
    finally:
        context.virtual_files_supported = supported


def _open(widget: Any) -> bool:
    comm = getattr(widget, "comm", None)
    return comm is not None and not getattr(comm, "_closed", False)


def is_trait(value: object) -> bool:
    """Whether a class attribute is a trait, not a plain value."""
    return hasattr(value, "class_init") and hasattr(value, "default_value")


def _shares_front_end(widget: Any, widget_class: type) -> bool:
    mro = type(widget).__mro__
    if widget_class not in mro:
        return False
    # anywidget gives each instance a class of its own, with `_esm` as a trait: that is no override.
    between = (each.__dict__.get("_esm") for each in mro[: mro.index(widget_class)])
    return all(each is None or is_trait(each) for each in between)


@contextmanager
def at_birth(visit: Callable[[Any], None]) -> Iterator[None]:
    """Calls `visit` with every widget that is made meanwhile, before any page hears of it."""
    module = sys.modules.get("ipywidgets.widgets.widget")
    if module is None:
        yield
        return
    callback = getattr(module.Widget, "_widget_construction_callback", None)

    def both(widget: Any) -> None:
        visit(widget)
        if callback is not None:
            callback(widget)

    module.Widget.on_widget_constructed(both)
    try:
        yield
    finally:
        module.Widget.on_widget_constructed(callback)
