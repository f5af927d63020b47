"""Writes notebook files in this environment, as the command has it do."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from inlay import freeze as module
from inlay import outside
from inlay.inventory import read_marker
from inlay.notebook_file import FileCell, contents, read

from item import DEFINITION, dial


def ask(path: Path, *items: dict[str, Any], **options: Any) -> dict[str, Any]:
    request = {"command": "freeze", "notebook": str(path), "items": list(items), **options}
    return asyncio.run(outside.run(json.loads(json.dumps(request))))


def test_a_new_notebook_holds_the_widgets_and_runs(tmp_path: Path) -> None:
    path = tmp_path / "née.py"
    report = ask(
        path,
        {"item": dial(), "reader": True, "arguments": {"value": 2.5}},
        {"item": dial(), "as": "other", "expressions": {"label": "str(bool(mo))"}, "wire": []},
    )
    assert report["ok"], report
    assert report["applied"]
    assert [(each["op"], each["role"]) for each in report["ops"]] == [
        ("create", "definition"),
        ("create", "instance"),
        ("create", "reader"),
        ("create", "instance"),
    ]
    cells = read(path)
    assert [(each.code.split("\n")[0][:20], each.hidden) for each in cells] == [
        ("import marimo as mo", False),
        ("# inlay: dial 0.1.0 ", True),
        ("dial = Dial(value=2.", True),
        ("reading = get_dial()", False),
        ("other = Dial(label=s", True),
    ]
    marker = read_marker(cells[1].code)
    assert marker is not None
    assert marker.state == "unchanged"
    text = path.read_text("utf-8")
    assert text.startswith("import marimo\n\n__generated_with")
    assert report["bytes"] == len(text.encode())
    assert os.listdir(tmp_path) == ["née.py"]
    assert path.stat().st_mode & 0o077 == 0o066 & ~umask()
    check = "import runpy; print(runpy.run_path('née.py')['app'].run()[1]['reading'])"
    ran = subprocess.run(
        [sys.executable, "-c", check], cwd=tmp_path, capture_output=True, text=True
    )
    assert (ran.stdout, ran.returncode) == ("2.5\n", 0), ran.stderr


def umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def test_a_dry_run_shows_the_code_and_writes_nothing(tmp_path: Path) -> None:
    report = ask(tmp_path / "new.py", {"item": dial()}, dry_run=True)
    assert (report["ok"], report["applied"]) == (True, False)
    assert report["ops"][0]["code"] == dial()["cells"]["definition"].rstrip("\n")
    assert os.listdir(tmp_path) == []


def test_a_file_that_is_there_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "mine.py"
    path.write_text("mine\n")
    error = ask(path, {"item": dial()})["error"]
    assert (error["code"], path.read_text()) == ("file-exists", "mine\n")
    assert "inlay start" in error["cure"]
    link = tmp_path / "link.py"
    link.symlink_to(tmp_path / "nowhere.py")
    assert ask(link, {"item": dial()})["error"]["code"] == "file-exists"
    assert sorted(os.listdir(tmp_path)) == ["link.py", "mine.py"]


@pytest.mark.parametrize("links", [True, False])
def test_of_many_that_write_one_file_one_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    if not links:  # A file system that has none, as far as freeze can tell.
        monkeypatch.setattr(module.os, "link", no_links)
    path = tmp_path / "one.py"
    made = [[FileCell(f"x = {number}")] for number in range(8)]
    ended: list[str] = []

    def write(cells: list[FileCell]) -> None:
        try:
            module._put(path, contents(cells), cells)
            ended.append("written")
        except module.Refusal as refusal:
            ended.append(refusal.code)

    threads = [Thread(target=write, args=(cells,)) for cells in made]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert sorted(ended) == ["file-exists"] * 7 + ["written"]
    assert read(path) in made
    assert os.listdir(tmp_path) == ["one.py"]


def no_links(*_: object) -> None:
    raise PermissionError("no links here")


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        ({"expressions": {"data": "df.price"}}, "unknown-name"),
        ({"arguments": {"angle": 900}}, "bad-value"),
        ({"expressions": {"data": "1 +"}}, "bad-value"),
        ({"arguments": {"nothing": 1}}, "unknown-trait"),
        ({"as": "class"}, "bad-request"),
        ({"item": dial(requires=("no-such-package-here",))}, "package-missing"),
        ({"item": dial(f"import nothing_like_it\n{DEFINITION}")}, "trial-failed"),
    ],
)
def test_what_does_not_work_is_refused_and_no_file_is_made(
    tmp_path: Path, wanted: dict[str, Any], code: str
) -> None:
    error = ask(tmp_path / "new.py", {"item": dial(), **wanted})["error"]
    assert error["code"] == code, error
    assert os.listdir(tmp_path) == []
    if code == "package-missing":
        assert f"{sys.executable} -m pip install 'no-such-package-here'" in error["cure"]
    if code == "unknown-name":
        assert error["details"]["names"] == ["df"]


def test_a_file_that_marimo_reads_otherwise_is_not_put_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "contents", lambda cells: contents(cells[:-1]))
    assert ask(tmp_path / "new.py", {"item": dial()})["error"]["code"] == "file-differs"
    assert os.listdir(tmp_path) == []


def test_an_environment_without_marimo_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def version(name: str) -> str:
        raise outside.metadata.PackageNotFoundError(name)

    monkeypatch.setattr(outside.metadata, "version", version)
    error = ask(tmp_path / "new.py", {"item": dial()})["error"]
    assert error["code"] == "marimo-not-found"
    assert "uv add marimo anywidget" in error["cure"]
