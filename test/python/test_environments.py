"""Kernels in other environments: without anywidget, with a formatter, with a marimo too old."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import pytest

from conftest import ROOT
from item import dial
from server import Server, notebook

TOO_OLD = "0.20.4"
NEWEST = version("marimo") == "0.25.2"


def environment(folder: Path, *packages: str) -> str:
    """A small environment with these packages; its Python."""
    uv = shutil.which("uv") or str(ROOT / ".venv" / "bin" / "uv")
    python = str(folder / "bin" / "python")
    if os.path.exists(uv):
        commands = [
            [uv, "venv", "-q", "--seed", "--python", sys.executable, str(folder)],
            [uv, "pip", "install", "-q", "--python", python, *packages],
        ]
    else:
        commands = [
            [sys.executable, "-m", "venv", str(folder)],
            [python, "-m", "pip", "install", "-q", "--disable-pip-version-check", *packages],
        ]
    for command in commands:
        subprocess.run(command, check=True)
    return python


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[Server]:
    """A server in an environment with this version of marimo, and without anywidget."""
    folder = tmp_path / "environment"
    python = environment(folder, f"marimo=={version('marimo')}")
    path = f"{folder / 'bin'}:/usr/bin:/bin"
    running = Server(tmp_path, python, PATH=path, VIRTUAL_ENV=str(folder))
    yield running
    running.close()


def test_a_missing_anywidget_is_named_and_installed_when_asked(bare: Server) -> None:
    opened = bare.open("bare.py", notebook("x = 1"))
    before = opened.codes()
    error = opened.add({"item": dial()})["error"]
    assert (error["code"], error["details"]) == (
        "package-missing",
        {"packages": ["anywidget>=0.9.18"]},
    )
    assert error["found"] == "anywidget not installed"
    assert "--yes" in error["cure"]
    dry = opened.add({"item": dial()}, dry_run=True)
    assert (dry["ops"][0]["op"], dry["ops"][0]["name"]) == ("install-package", "anywidget>=0.9.18")
    assert opened.codes() == before

    report = opened.add({"item": dial(), "reader": True}, yes=True)
    assert report["ok"], report
    assert report["ops"][0]["op"] == "install-package"
    assert opened.value("reading") == "0.0"
    assert opened.inventory()["packages"]["anywidget"]
    opened.close()


def test_a_package_that_cannot_be_installed_is_said(bare: Server) -> None:
    opened = bare.open("bare.py", notebook("x = 1"))
    before = opened.codes()
    item = dial(requires=("inlay-has-no-such-package>=1",))
    report = opened.add({"item": item}, yes=True)
    assert report["error"]["code"] == "package-missing"
    assert "Could not install" in report["error"]["message"]
    assert opened.codes() == before
    opened.close()


def test_a_formatter_on_save_leaves_the_fingerprint_alone(tmp_path: Path) -> None:
    ruff = ROOT / ".venv" / "bin" / "ruff"
    if not ruff.exists():
        pytest.skip("ruff is not installed in .venv")
    (tmp_path / "pyproject.toml").write_text(
        "[tool.marimo.save]\nformat_on_save = true\n[tool.marimo.formatting]\nline_length = 50\n"
    )
    running = Server(tmp_path, PATH=f"{ruff.parent}:{os.environ['PATH']}")
    try:
        opened = running.open("formatted.py", notebook("x = 1"))
        report = opened.add({"item": dial()})
        assert report["ok"], report
        assert dial()["cells"]["definition"].rstrip() not in opened.codes()
        assert opened.inventory()["widgets"][0]["state"] == "unchanged"
        objects, undo = report["objects"], report["undo"]
        opened.execute('dial._front = "error: no canvas"')
        assert opened.run(command="verify", objects=objects, rollback=undo)["warnings"] == []
        assert len(opened.codes()) == 2
        opened.close()
    finally:
        running.close()


@pytest.mark.skipif(not NEWEST, reason=f"marimo {TOO_OLD} is tried from the newest one only")
def test_a_marimo_that_is_too_old_is_said_with_what_was_looked_for(tmp_path: Path) -> None:
    python = environment(tmp_path / "environment", f"marimo=={TOO_OLD}")
    program = (
        "import sys, json, asyncio\n"
        f"sys.path.insert(0, {str(ROOT / 'python')!r})\n"
        "from inlay import agent\n"
        "print(json.dumps(asyncio.run(agent.inventory())))"
    )
    done = subprocess.run([python, "-c", program], capture_output=True, text=True, check=True)
    assert '"code-mode-missing"' in done.stdout
    assert "marimo._code_mode" in done.stdout
    assert f"marimo {TOO_OLD}" in done.stdout
    assert "0.21.1 or newer" in done.stdout
