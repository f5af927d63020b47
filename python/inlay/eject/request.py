"""What an eject is asked for, read from JSON."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..refusal import Refusal

_PATH = re.compile(r"[^\W\d]\w*(\.[^\W\d]\w*)*")


@dataclass(frozen=True)
class Eject:
    """A request to eject a class. `wire` is None for what the front end sets."""

    module: str
    path: str
    name: str | None
    class_name: str | None
    instance: bool
    wire: tuple[str, ...] | None
    partial: bool
    place: Mapping[str, Any]
    show_code: bool
    dry_run: bool
    auto_name: bool
    quiet: bool


def read_eject(json: Mapping[str, Any]) -> Eject:
    """A request from its JSON form. Raises Refusal "bad-request" when it has another form."""
    module, path = str(json.get("module", "")), str(json.get("class", ""))
    if not (_PATH.fullmatch(module) and _PATH.fullmatch(path)):
        raise Refusal(
            "bad-request",
            "This names no class.",
            found=f"{module}:{path}",
            expected="MODULE:CLASS, such as wigglystuff:Slider2D",
        )
    class_name = json.get("class_name")
    if class_name is not None and not (class_name.isidentifier() and class_name[:1] != "_"):
        raise Refusal(
            "bad-request",
            f"{class_name!r} cannot be the name of a class.",
            found=repr(class_name),
            expected="a Python identifier that does not start with _",
        )
    wire = json.get("wire")
    return Eject(
        module=module,
        path=path,
        name=json.get("as"),
        class_name=class_name,
        instance=bool(json.get("instance", True)),
        wire=None if wire is None else tuple(dict.fromkeys(wire)),
        partial=bool(json.get("partial")),
        place=json.get("place") or {},
        show_code=bool(json.get("show_code")),
        dry_run=bool(json.get("dry_run")),
        auto_name=bool(json.get("auto_name")),
        quiet=bool(json.get("quiet")),
    )
