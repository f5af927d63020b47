"""Refusals of a real kernel: nothing is changed, and the report says the way out."""

from __future__ import annotations

from typing import Any

import pytest

from item import DEFINITION, dial
from server import Notebook


def refused(opened: Notebook, wanted: dict[str, Any], **options: Any) -> dict[str, Any]:
    before = opened.codes()
    report = opened.add({"item": dial(), **wanted}, **options)
    assert report["ok"] is False, report
    assert opened.codes() == before
    error: dict[str, Any] = report["error"]
    return error


def test_a_name_that_a_cell_holds(quiet_notebook: Notebook) -> None:
    error = refused(quiet_notebook, {"as": "taken"})
    assert error["code"] == "name-taken"
    assert "taken = 1" in error["found"]
    assert error["details"]["free_name"] == "taken_2"


def test_a_value_that_a_trait_does_not_take(quiet_notebook: Notebook) -> None:
    error = refused(quiet_notebook, {"arguments": {"angle": 361}})
    assert error["code"] == "bad-value"
    assert error["message"] == "angle: found 361, expected a whole number from 0 to 360."
    assert error["details"] == {"trait": "angle", "value": "361"}


def test_a_value_of_another_type(quiet_notebook: Notebook) -> None:
    error = refused(quiet_notebook, {"expressions": {"label": "taken"}})
    assert error["code"] == "bad-value"
    assert error["details"] == {"trait": "label", "value": "taken"}


def test_an_expression_that_fails(quiet_notebook: Notebook) -> None:
    error = refused(quiet_notebook, {"expressions": {"data": "1 / 0"}})
    assert error["code"] == "trial-failed"
    assert "ZeroDivisionError" in error["message"]
    assert error["found"] == "1 / 0"


def test_an_expression_that_reads_what_is_not_there(quiet_notebook: Notebook) -> None:
    error = refused(quiet_notebook, {"expressions": {"data": "nowhere"}})
    assert error["code"] == "trial-failed"
    assert "nowhere" in error["message"]


def test_a_definition_that_raises(quiet_notebook: Notebook) -> None:
    error = refused(quiet_notebook, {"item": dial(f"1 / 0\n{DEFINITION}")})
    assert error["code"] == "trial-failed"
    assert "ZeroDivisionError" in error["message"]


def test_a_definition_without_its_class(quiet_notebook: Notebook) -> None:
    error = refused(quiet_notebook, {"item": dial("other = 1")})
    assert (error["code"], error["expected"]) == ("bad-item", "Dial")


def test_an_instance_that_cannot_be_made(quiet_notebook: Notebook) -> None:
    raising = DEFINITION + "\n    def __init__(self, **traits):\n        raise OSError('no disk')\n"
    error = refused(quiet_notebook, {"item": dial(raising)})
    assert (error["code"], error["found"]) == ("trial-failed", "OSError: no disk")


def test_a_second_name_of_a_definition_that_a_cell_holds(quiet_notebook: Notebook) -> None:
    error = refused(quiet_notebook, {"item": dial(f"{DEFINITION}\ncount = 1")})
    assert (error["code"], error["details"]["name"]) == ("name-taken", "count")


def test_a_name_that_an_expression_would_define(quiet_notebook: Notebook) -> None:
    error = refused(quiet_notebook, {"expressions": {"value": "(count := 3)"}})
    assert (error["code"], error["details"]["name"]) == ("name-taken", "count")


def test_a_cycle_that_the_compile_check_finds(quiet_notebook: Notebook) -> None:
    error = refused(quiet_notebook, {"expressions": {"value": "looped"}, "as": "loop"})
    assert error["code"] == "apply-failed"
    assert "ycle" in error["message"]


def test_a_package_that_is_missing(quiet_notebook: Notebook) -> None:
    error = refused(
        quiet_notebook, {"item": dial(requires=("anywidget>=0.9.18", "no-such-thing>=2"))}
    )
    assert error["code"] == "package-missing"
    assert error["details"]["packages"] == ["no-such-thing>=2"]
    assert "--yes" in error["cure"]


def test_a_package_that_is_too_old(quiet_notebook: Notebook) -> None:
    error = refused(quiet_notebook, {"item": dial(requires=("anywidget>=99",))})
    assert error["code"] == "package-missing"
    assert error["found"] == "anywidget 0.11.0"


@pytest.mark.parametrize("command", ["", "remove"])
def test_a_command_that_there_is_not(quiet_notebook: Notebook, command: str) -> None:
    report = quiet_notebook.run(command=command)
    assert report["error"]["code"] == "bad-request"
