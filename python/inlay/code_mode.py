"""The one adapter to marimo's private code mode: it detects what is there and never guesses."""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Callable, Iterable
from types import TracebackType
from typing import Any

from .cell_state import read_cell
from .notebook import Cell
from .refusal import Refusal

SUPPORTED = "marimo 0.21.1 or newer"
_METHODS = ("create_cell", "edit_cell", "delete_cell", "run_cell")
_ATTRIBUTES = ("cells", "graph", "globals")


class CodeMode:
    """The notebook that is open in this kernel: read its cells, and change them in batches.

    Raises Refusal "code-mode-missing" where marimo lacks a name that is needed.
    """

    def __init__(self) -> None:
        self._open = _find_get_context()
        self._skip = _skip_keyword(self._open)
        context = self._context()
        self._check(context)
        self.notebook: str | None = _notebook(context)
        self.globals: dict[str, Any] = context.globals

    def cells(self) -> tuple[Cell, ...]:
        """Every cell in notebook order, as it is now."""
        context = self._context()
        graph = context.graph.cells
        problems = getattr(getattr(context, "_kernel", None), "errors", {})
        return tuple(read_cell(each, graph, problems) for each in context.cells)

    def capabilities(self) -> dict[str, str | bool]:
        """What this marimo's code mode offers, for reports."""
        context = self._context()
        module = importlib.import_module("marimo._code_mode")
        return {
            "packages": "packages" if hasattr(context, "packages") else "install_packages",
            "find": hasattr(context.cells, "find"),
            "screenshot": hasattr(context, "screenshot"),
            "capabilities": hasattr(module, "capabilities"),
        }

    def batch(self, *, check: bool = True, formatting: bool = True) -> Batch:
        """A batch of changes for `async with`: all of them at its end, or none.

        With `check` false the compile check is left out: for putting back what was there. With
        `formatting` false the code goes in as it is, also where marimo formats what it saves.
        """
        return Batch(self._context({} if check else self._skip), formatting=formatting)

    @property
    def graph(self) -> Any:
        """marimo's own graph of compiled cells, for the other parts of the adapter."""
        return self._context().graph

    @property
    def autorun(self) -> bool:
        """Whether cells run by themselves when what they depend on changes."""
        kernel = getattr(self._context(), "_kernel", None)
        return getattr(kernel, "reactive_execution_mode", "autorun") == "autorun"

    def pending_states(self) -> list[str]:
        """The names of the states that were set in this run, and whose readers wait for its end."""
        kernel = getattr(self._context(), "_kernel", None)
        pending = {id(each) for each in getattr(kernel, "state_updates", ())}
        return [name for name, value in self.globals.items() if id(value) in pending]

    async def run_readers(self) -> None:
        """Runs the cells that wait for states now; where it cannot, marimo does after the run."""
        kernel = getattr(self._context(), "_kernel", None)
        run = getattr(kernel, "_run_cells", None)
        if run is None or not self.pending_states():
            return
        running = _execution_context()
        try:
            await run(set())
        finally:
            _set_execution_context(running)

    def _context(self, options: dict[str, bool] | None = None) -> Any:
        try:
            return self._open(**(options or {}))
        except RuntimeError as error:
            raise Refusal(
                "code-mode-missing",
                "Code mode does not open here.",
                found=str(error),
                expected="a run inside the kernel of a notebook that is open for editing",
                cure="Run it through the server's execute endpoint, or with `inlay`.",
            ) from error

    def _check(self, context: Any) -> None:
        missing = [
            *(name for name in _METHODS if not callable(getattr(context, name, None))),
            *(name for name in _ATTRIBUTES if not hasattr(context, name)),
        ]
        if not hasattr(context, "packages") and not hasattr(context, "install_packages"):
            missing.append("packages or install_packages")
        if missing:
            raise _missing(
                f"names that this program needs: {', '.join(missing)}",
                f"marimo {marimo_version()}, whose code mode context has "
                + ", ".join(name for name in dir(context) if not name.startswith("_")),
            )


class Batch:
    """Changes that are queued, then made together when the block ends."""

    def __init__(self, context: Any, *, formatting: bool = True) -> None:
        self._context = context
        self._running: Any = None
        if not formatting and hasattr(context, "_format_plan"):
            context._format_plan = _as_it_is
        # Code mode prints a summary of its own; the report says it all.
        if hasattr(context, "_print_summary"):
            context._print_summary = _nothing

    async def __aenter__(self) -> Batch:
        self._running = _execution_context()
        await self._context.__aenter__()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            await self._context.__aexit__(kind, error, trace)
        finally:
            # Running cells takes away the context of the run that this program is in.
            _set_execution_context(self._running)

    def create(
        self,
        code: str,
        *,
        hidden: bool,
        after: str | None = None,
        before: str | None = None,
        name: str = "",
        disabled: bool = False,
        column: int | None = None,
    ) -> str:
        """Queues a new cell (at the end, unless told) and gives its id."""
        return str(
            self._context.create_cell(
                code,
                hide_code=hidden,
                after=after,
                before=before,
                name=name or None,
                disabled=disabled,
                column=column,
            ),
        )

    def edit(self, cell: str, *, code: str | None = None, hidden: bool | None = None) -> None:
        """Queues new code, or a new visibility of the code, for a cell that exists."""
        if code is not None:
            _ = self._context.cells[cell].code  # An edit is refused unless the code was read.
        self._context.edit_cell(cell, code=code, hide_code=hidden)

    def delete(self, cell: str) -> None:
        self._context.delete_cell(cell)

    def run(self, cell: str) -> None:
        self._context.run_cell(cell)

    def set_element(self, element: Any, value: Any) -> None:
        """Queues a value, in the form that a page sends, for an element of `mo.ui`."""
        self._context.set_ui_value(element, value)

    def install(self, packages: Iterable[str]) -> None:
        """Queues packages, as PEP 508 texts, into the notebook's environment."""
        if hasattr(self._context, "packages"):
            self._context.packages.add(*packages)
        else:
            self._context.install_packages(*packages)


async def _as_it_is(plan: Any) -> Any:
    return plan


def running_cell() -> str | None:
    """The id of the cell that runs now."""
    cell = getattr(_execution_context(), "cell_id", None)
    return None if cell is None else str(cell)


def _execution_context() -> Any:
    return getattr(_runtime(), "execution_context", None)


def _set_execution_context(context: Any) -> None:
    if hasattr(_runtime(), "execution_context"):
        _runtime().execution_context = context


def _runtime() -> Any:
    return importlib.import_module("marimo._runtime.context").get_context()


def marimo_version() -> str:
    """The version of the marimo that runs this kernel."""
    return str(importlib.import_module("marimo").__version__)


def _find_get_context() -> Callable[..., Any]:
    try:
        module = importlib.import_module("marimo._code_mode")
    except ImportError as error:
        raise _missing(
            "the module marimo._code_mode", f"marimo {marimo_version()}, without it ({error})"
        ) from error
    found = getattr(module, "get_context", None)
    if not callable(found):
        names = ", ".join(name for name in dir(module) if not name.startswith("_"))
        raise _missing(
            "marimo._code_mode.get_context",
            f"marimo {marimo_version()}, whose code mode has {names}",
        )
    return found  # type: ignore[no-any-return]


def _missing(looked_for: str, found: str) -> Refusal:
    return Refusal(
        "code-mode-missing",
        f"This marimo cannot be edited by a program: looked for {looked_for}.",
        found=found,
        expected=SUPPORTED,
        cure="Update marimo in the notebook's environment and restart the server.",
    )


def _skip_keyword(get_context: Callable[..., Any]) -> dict[str, bool]:
    known = inspect.signature(get_context).parameters
    if "skip_validation" in known:
        return {"skip_validation": True}
    return {"check": False} if "check" in known else {}


def _notebook(context: Any) -> str | None:
    kernel = getattr(context, "_kernel", None)
    path = getattr(getattr(kernel, "app_metadata", None), "filename", None)
    return None if path is None else str(path)


def _nothing(*_: object, **__: object) -> None:
    pass
