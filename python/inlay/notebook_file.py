"""Notebook files through marimo's own code: what it writes for cells, and what it reads back."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .refusal import Refusal


@dataclass(frozen=True)
class FileCell:
    """A cell of a notebook file."""

    code: str
    hidden: bool = False


def contents(cells: Sequence[FileCell]) -> str:
    """The text of a notebook file with these cells, as this marimo writes it."""
    configured = _from("marimo._ast.models", "CellConfig")
    return str(
        _from("marimo._ast.codegen", "generate_filecontents")(
            codes=[cell.code for cell in cells],
            names=["_" for _ in cells],
            cell_configs=[configured(hide_code=cell.hidden) for cell in cells],
            config=_from("marimo._ast.app_config", "_AppConfig")(),
        )
    )


def read(path: Path) -> list[FileCell]:
    """The cells of a notebook file, as marimo loads them. Raises what marimo raises."""
    app = _from("marimo._ast.load", "load_app")(str(path))
    if app is None:
        return []
    return [
        FileCell(each.code, bool(each.config.hide_code)) for each in app._cell_manager.cell_data()
    ]


def after_saving(code: str) -> str | None:
    """A cell's code after it was saved to a file and loaded; None where it does not come back."""
    parse_notebook = _from("marimo._ast.parse", "parse_notebook")
    try:
        notebook = parse_notebook(contents([FileCell(code)]))
    except Exception:
        return None
    codes = [cell.code for cell in notebook.cells] if notebook is not None else []
    return str(codes[0]) if len(codes) == 1 else None


def _from(module: str, name: str) -> Any:
    try:
        return getattr(importlib.import_module(module), name)
    except (ImportError, AttributeError) as error:
        version = importlib.import_module("marimo").__version__
        raise Refusal(
            "marimo-unsupported",
            f"This marimo has no {module}.{name}.",
            found=f"marimo {version}",
            expected="marimo 0.21.1 or newer",
            cure="Update marimo in the notebook's environment.",
        ) from error
