"""Replaces the front end of live objects, so that the open page shows the new one: no cell runs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .code_mode import CodeMode
from .front_end import FrontEnd, give_front_end
from .inventory import class_of
from .models import COLD, HOT, follows_esm
from .refusal import Refusal
from .toast import toast

__all__ = ["FrontEnd", "set_front_end", "swap"]


async def swap(code_mode: CodeMode, asked: Mapping[str, Any]) -> dict[str, Any]:
    """Carries out a swap request: `hot` says whether this marimo's page follows.

    Where it does not, nothing is changed. Raises Refusal "cell-not-found" or "bad-request".
    """
    wanted = [_wanted(code_mode, each) for each in asked.get("widgets") or ()]
    report: dict[str, Any] = {"swapped": [], "hot": follows_esm()}
    report["how"] = HOT if report["hot"] else COLD
    if not report["hot"]:
        return report
    for cell, class_name, front_end in wanted:
        names = set_front_end(code_mode, class_name, front_end)
        report["swapped"].append({"cell": cell, "objects": names})
    if not asked.get("quiet"):
        toast(f"inlay swapped the front end of {', '.join(each for _, each, _ in wanted)}")
    return report


def set_front_end(code_mode: CodeMode, class_name: str, front_end: FrontEnd) -> list[str]:
    """Gives a class and every live object of it a front end; gives the names of the objects.

    What the old front end reported is forgotten: the new one reports by itself.
    """
    return give_front_end(code_mode.globals, class_name, front_end) or []


def _wanted(code_mode: CodeMode, asked: Mapping[str, Any]) -> tuple[str, str, FrontEnd]:
    key, esm, css = asked.get("cell"), asked.get("esm"), asked.get("css")
    if not isinstance(esm, str) or not (css is None or isinstance(css, str)):
        raise Refusal(
            "bad-request",
            "A swap needs the text of a front end.",
            found=f"esm {type(esm).__name__}, css {type(css).__name__}",
            expected="esm: a text; css: a text or null",
        )
    cell = next((each for each in code_mode.cells() if each.id == key), None)
    class_name = None if cell is None else class_of(cell)
    if cell is None or class_name is None:
        raise Refusal(
            "cell-not-found",
            f"Cell {key!r} holds no widget class.",
            found="no such cell" if cell is None else cell.first_line,
            expected="the id of a definition cell",
            cure="See `inlay status`.",
        )
    return cell.id, class_name, FrontEnd(esm, css)
