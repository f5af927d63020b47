"""Where the server does not save what a program changes, what a client has to send to save it."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Any

from .code_mode import CodeMode

WARNING = (
    "not-saved: this marimo saves the notebook file only from a page; save it from the page that "
    "is open, or update to marimo 0.23 or newer."
)


def server_saves() -> bool:
    """Whether this marimo's server saves the changes of code mode by itself."""
    spec = find_spec("marimo")
    if spec is None or spec.origin is None:
        return False
    source = Path(spec.origin).parent / "_session" / "extensions" / "extensions.py"
    return source.exists() and "autosave" in source.read_text("utf-8")


def save_request(code_mode: CodeMode) -> dict[str, Any] | None:
    """The body for the server's save endpoint; None where it would lose something.

    It cannot carry a layout, or a cell that does not parse: the kernel knows of neither.
    """
    path = code_mode.notebook
    if path is None or not Path(path).exists():
        return None
    text = Path(path).read_text("utf-8")
    if "layout_file" in text or "_unparsable_cell" in text:
        return None
    cells = code_mode.cells()
    return {
        "cellIds": [cell.id for cell in cells],
        "codes": [cell.code for cell in cells],
        "names": [cell.name or "_" for cell in cells],
        "configs": [
            {"hide_code": cell.hidden, "disabled": cell.disabled, "column": cell.column}
            for cell in cells
        ],
        "filename": path,
        "layout": None,
        "persist": True,
    }


def saving(code_mode: CodeMode, report: dict[str, Any]) -> dict[str, Any]:
    """A change's report, with what a client has to send to save it where the server does not."""
    if server_saves():
        return report
    save = save_request(code_mode)
    warnings = [*report["warnings"], *([WARNING] if save is None else [])]
    return report | {"save": save, "warnings": warnings}
