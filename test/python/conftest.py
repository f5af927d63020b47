"""Fixtures: the package from source, and real marimo servers."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# A busy machine is no reason to fail.
settings.register_profile(
    "inlay", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("inlay")

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "python"), str(Path(__file__).parent)]

from server import Notebook, Server, notebook  # noqa: E402

Open = Callable[..., Notebook]


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One marimo server of this environment, for all tests; each notebook gets its own kernel."""
    running = Server(tmp_path_factory.mktemp("marimo"))
    yield running
    running.close()


@pytest.fixture
def open_notebook(server: Server) -> Iterator[Open]:
    """Opens a fresh notebook with these cells (an `import marimo as mo` cell before them)."""
    yield from _opener(server)


@pytest.fixture(scope="module")
def quiet_notebook(server: Server) -> Iterator[Notebook]:
    """A notebook that the tests of a module share: they look, and change nothing that counts."""
    opened = server.open(
        "shared.py", notebook("taken = 1", "count = 2\ncount", "looped = 1 or get_loop()")
    )
    yield opened
    opened.close()


_numbers = count()


def _opener(server: Server) -> Iterator[Open]:
    opened: list[Notebook] = []

    def open_one(*cells: str, mo: bool = True, unparsable: str | None = None) -> Notebook:
        source = notebook(*cells, mo=mo, unparsable=unparsable)
        opened.append(server.open(f"notebook_{next(_numbers)}.py", source))
        return opened[-1]

    yield open_one
    for each in opened:
        each.close()
