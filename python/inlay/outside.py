"""What a program calls outside of any kernel, in a notebook's environment."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Mapping
from importlib import metadata
from typing import Any

from .freeze import freeze
from .inspection import inspect
from .refusal import Refusal


async def run(request: Mapping[str, Any]) -> dict[str, Any]:
    """Carries out a request to freeze or to inspect; never raises a refusal."""
    report: dict[str, Any] = {
        "ok": False,
        "command": str(request.get("command")),
        "marimo": None,
        "notebook": request.get("notebook"),
        "warnings": [],
    }
    try:
        report["marimo"] = _marimo()
        report |= inspect(request) if report["command"] == "inspect" else freeze(request)
        report["ok"] = True
    except Refusal as refusal:
        report["error"] = refusal.to_json()
    except Exception as error:
        report["error"] = {
            "code": "unexpected",
            "message": f"{type(error).__name__}: {error}",
            "details": {"traceback": traceback.format_exc()},
        }
    return report


async def settle() -> None:
    """Nothing: what is printed here arrives."""


def _marimo() -> str:
    try:
        return metadata.version("marimo")
    except metadata.PackageNotFoundError as error:
        raise Refusal(
            "marimo-not-found",
            "This Python has no marimo.",
            found=sys.executable,
            expected="marimo in the environment of the notebook",
            cure="Run: uv add marimo anywidget "
            f"(or: {sys.executable} -m pip install marimo anywidget)",
        ) from error
