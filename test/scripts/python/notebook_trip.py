"""Saves cells with marimo and loads them again, three times; prints which texts were lost.

Reads [[code, class name, {attribute: text}], …] as JSON on stdin; prints the attributes, as JSON, whose class holds
another text after one of the three rounds.
"""

import json
import sys
import tempfile
from pathlib import Path

from marimo._ast.cell import CellConfig
from marimo._ast.compiler import compile_cell
from marimo._server.models.models import SaveNotebookRequest
from marimo._session.notebook.file_manager import AppFileManager
from marimo._types.ids import CellId_t

EMPTY = "import marimo\n\napp = marimo.App()\n\nif __name__ == '__main__':\n    app.run()\n"


def trip(codes: list[str], path: Path) -> list[str]:
    """The codes after marimo has written them to a notebook and read them back."""
    path.write_text(EMPTY, encoding="utf-8")
    manager = AppFileManager(str(path))
    manager.save(
        SaveNotebookRequest(
            cell_ids=[CellId_t(f"cell{index}") for index in range(len(codes))],
            codes=codes,
            names=["_"] * len(codes),
            configs=[CellConfig(hide_code=True) for _ in codes],
            filename=str(path),
        )
    )
    return list(AppFileManager(str(path)).app.cell_manager.codes())


def held(code: str, name: str) -> dict[str, object]:
    """What the class of the cell holds, compiled as marimo does; nothing when it does not run."""
    try:
        cell = compile_cell(code, cell_id=CellId_t("cell"))
        scope: dict[str, object] = {}
        exec(cell.body, scope)
        return dict(vars(scope[name]))
    except Exception:
        return {}


def main() -> None:
    """Answers for the cells on stdin."""
    cells = json.load(sys.stdin)
    codes = [code for code, _, _ in cells]
    lost: set[str] = set()
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(3):
            codes = trip(codes, Path(folder) / "notebook.py")
            if len(codes) != len(cells):
                raise SystemExit(f"{len(cells)} cells became {len(codes)}")
            for code, (_, name, texts) in zip(codes, cells, strict=True):
                kept = held(code, name)
                lost.update(key for key, text in texts.items() if kept.get(key) != text)
    print(json.dumps(sorted(lost)))


if __name__ == "__main__":
    main()
