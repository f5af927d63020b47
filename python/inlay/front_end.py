"""Gives live objects another front end. Needs nothing but the models, so that it travels light."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from .models import inline_files, is_trait, live_objects, names_of


@dataclass(frozen=True)
class FrontEnd:
    """What a page gets; `css` is None where the class has none."""

    esm: str
    css: str | None = None


def give_front_end(
    values: Mapping[str, Any], class_name: str, front_end: FrontEnd
) -> list[str] | None:
    """Gives a class and every live object of it a front end; gives the names of the objects.

    None where there is no such class: its cell has not run, and nothing shows it. What the old
    front end reported is forgotten: the new one reports by itself.
    """
    widget_class = values.get(class_name)
    if not isinstance(widget_class, type):
        return None
    _set_on_class(widget_class, front_end)
    objects = live_objects(widget_class)
    with inline_files():
        for each in objects:
            _set_on_object(each, front_end)
    return names_of(objects, values)


def _set_on_class(widget_class: type, front_end: FrontEnd) -> None:
    for name, text in (("_esm", front_end.esm), ("_css", front_end.css)):
        present = widget_class.__dict__.get(name)
        if is_trait(present):
            cast(Any, present).default_value = text or ""
        elif text is not None:
            setattr(widget_class, name, text)
        elif present is not None:
            delattr(widget_class, name)


def _set_on_object(widget: Any, front_end: FrontEnd) -> None:
    css = front_end.css or ""
    if css and not widget.has_trait("_css"):
        text = type(widget.traits()["_esm"])
        widget.add_traits(_css=text("").tag(sync=True))
    if widget.has_trait("_css"):
        widget._css = css
    if widget._esm != front_end.esm:
        if widget.has_trait("_front"):
            widget._front = ""
        widget._esm = front_end.esm
