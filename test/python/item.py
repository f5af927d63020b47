"""A small registry item, written by hand, for tests that need no built widget."""

from __future__ import annotations

from typing import Any

from inlay.fingerprint import fingerprint

DEFINITION = '''\
import anywidget as _anywidget
import traitlets as _traitlets


class Dial(_anywidget.AnyWidget):
    """A dial."""

    value = _traitlets.Float(0.0).tag(sync=True)
    label = _traitlets.Unicode("").tag(sync=True)
    data = _traitlets.List(_traitlets.Float()).tag(sync=True)
    angle = _traitlets.Int(30).tag(sync=True)
    _front = _traitlets.Unicode("").tag(sync=True)

    _esm = """
    export default { render({ model, el }) { el.textContent = model.get("label"); } };
    """

    @_traitlets.validate("angle")
    def _check_angle(self, proposal):
        if not 0 <= proposal["value"] <= 360:
            raise _traitlets.TraitError(
                f"angle: found {proposal['value']}, expected a whole number from 0 to 360."
            )
        return proposal["value"]
'''


def trait(name: str, role: str, kind: str, default: Any, **more: Any) -> dict[str, Any]:
    """One trait as a registry item carries it."""
    return {
        "name": name,
        "type": {"kind": kind, **more},
        "role": role,
        "default": default,
        "doc": f"The {name}.",
    }


def dial(
    definition: str = DEFINITION,
    *,
    version: str = "0.1.0",
    name: str = "dial",
    values: tuple[str, ...] = ("value",),
    requires: tuple[str, ...] = ("anywidget>=0.9.18",),
    reader: str = "reading = {get}()",
) -> dict[str, Any]:
    """A dial: by default one wired trait, `value`; an example for `data` alone."""
    mark = fingerprint(definition)
    traits = [
        trait("value", "value", "float", 0.0),
        trait("label", "value" if "label" in values else "option", "string", ""),
        trait("data", "data", "list", [], items={"kind": "float"}),
        trait("angle", "option", "int", 30, min=0, max=360),
    ]
    return {
        "schema": 1,
        "name": name,
        "version": version,
        "title": "Dial",
        "summary": "A dial.",
        "category": "control",
        "className": "Dial",
        "objectName": "dial",
        "traits": traits,
        "cells": {"definition": f"# inlay: {name} {version} {mark}\n{definition}"},
        "requires": {"python": list(requires), "marimo": ">=0.21.1"},
        "fingerprint": mark,
        "example": {"arguments": {"data": "[1.0, 2.0, 3.0]"}, "reader": reader},
        "docs": "",
    }
