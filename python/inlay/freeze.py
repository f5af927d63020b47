"""Writes a new notebook file with widgets in it, where no kernel runs."""

from __future__ import annotations

import importlib
import os
import sys
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from . import cells, packages
from .code_mode import marimo_version
from .fingerprint import fingerprint
from .notebook import BUILTIN_NAMES, Cell, Inventory
from .notebook_file import FileCell, contents, read
from .plan import make_plan
from .refusal import Refusal
from .report import plan_report
from .request import Add, read_add
from .trial import run_trial

_IMPORT = Cell("import", "import marimo as mo", status="idle", defs=frozenset(("mo",)))


def freeze(asked: Mapping[str, Any]) -> dict[str, Any]:
    """Carries out a request: an add request with the `notebook` to write, an absolute path.

    Plan and trial are those of an install into a notebook that imports marimo and no more.
    Raises Refusal; there is no file then, and a file that was there is as it was.
    """
    path = Path(str(asked.get("notebook")))
    request = read_add(asked)
    found = Inventory(marimo_version(), str(path), (_IMPORT,), mo="mo")
    _check_names(request)
    plan = make_plan(found, request)
    missing = packages.missing(plan.requires)
    if missing:
        refusal = packages.refuse(missing)
        names = " ".join(f"'{each}'" for each in missing)
        refusal.cure = f"Run: uv add {names} (or: {sys.executable} -m pip install {names})"
        raise refusal
    values = {"mo": importlib.import_module("marimo")}
    for trial in plan.trials:
        run_trial(trial, values, found)
    made = [FileCell(_IMPORT.code), *(FileCell(op.code, op.hidden) for op in plan.ops)]
    text = contents(made)
    report = plan_report(plan, {}, [], code=request.dry_run)
    report |= {"bytes": len(text.encode()), "applied": False, "warnings": list(plan.warnings)}
    if request.dry_run:
        return report
    _put(path, text, made)
    return report | {"applied": True}


def _check_names(request: Add) -> None:
    for wanted in request.wanted:
        for trait, source in wanted.expressions.items():
            try:
                names = cells.read_names(source)
            except SyntaxError:
                continue  # The plan says so.
            unknown = [name for name in names if name != "mo" and name not in BUILTIN_NAMES]
            if unknown:
                raise Refusal(
                    "unknown-name",
                    f"The expression for {wanted.item.name}'s {trait} uses {', '.join(unknown)}.",
                    found=source,
                    expected="an expression over mo and Python's own names: the notebook is new",
                    cure="Give the value with --set, or start the notebook and add the widget "
                    "there: inlay start, then inlay add.",
                    details={"trait": trait, "names": unknown},
                )


def _put(path: Path, text: str, made: list[FileCell]) -> None:
    """Puts a file where there is none, all of it at once, after marimo has read it back."""
    try:
        number, name = tempfile.mkstemp(".py", ".inlay-", path.parent)
    except OSError as error:
        raise _unwritable(path, error) from error
    draft = Path(name)
    try:
        with open(number, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        draft.chmod(0o666 & ~_umask())
        _check_file(draft, made)
        _link(draft, path, text)
    finally:
        with suppress(OSError):
            draft.unlink()


def _link(draft: Path, path: Path, text: str) -> None:
    try:
        try:
            os.link(draft, path)
        except FileExistsError:
            raise
        except OSError:  # A file system without links.
            with open(path, "x", encoding="utf-8", newline="\n") as file:
                file.write(text)
    except FileExistsError as error:
        raise Refusal(
            "file-exists",
            f"{path} is there already, and is left as it is.",
            found=str(path),
            expected="a file that does not exist",
            cure=f"Run: inlay start {path}, then inlay add WIDGET… --file {path}",
        ) from error
    except OSError as error:
        raise _unwritable(path, error) from error


def _check_file(draft: Path, made: list[FileCell]) -> None:
    loaded = read(draft)
    same = [_meaning(each) for each in loaded] == [_meaning(each) for each in made]
    if not same:
        raise Refusal(
            "file-differs",
            "marimo reads other cells from the file than were written.",
            found=f"{len(loaded)} cells",
            expected=f"{len(made)} cells, with the code that was written",
            cure="Nothing was written. Start the notebook and add the widgets there: inlay start.",
        )


def _meaning(cell: FileCell) -> tuple[str, bool]:
    return fingerprint(cell.code), cell.hidden


def _unwritable(path: Path, error: OSError) -> Refusal:
    return Refusal(
        "file-unwritable",
        f"{path} cannot be written.",
        found=str(error),
        expected="a folder that can be written to",
        cure="Choose another place.",
    )


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
