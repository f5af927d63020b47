"""Several requests are taken back as if they were one."""

from __future__ import annotations

from inlay.rollback import join
from inlay.undo import Undo

from conftest import Open
from item import dial


def test_what_was_there_first_goes_in_place_of_what_was_written_last() -> None:
    first = Undo({"a": "1", "new": "2"}, {"a": {"code": "old", "hidden": True, "quiet": True}})
    then = Undo({"a": "3", "new": "4"}, {"a": {"code": "between"}, "new": {"code": "made"}})
    whole = join([first, then])
    assert whole.written == {"a": "3", "new": "4"}
    # A cell that was made in between is no cell from before; and one that ran has to run again.
    assert whole.before == {"a": {"code": "old", "hidden": True, "quiet": False}}


def test_quiet_steps_stay_quiet_and_the_first_values_count() -> None:
    step = Undo({"a": "1"}, {"a": {"code": "x", "quiet": True}}, values={"dial": {"n": 1}})
    again = Undo({"a": "2"}, {"a": {"code": "y", "quiet": True}}, values={"dial": {"n": 2}})
    whole = join([step, again])
    assert whole.before == {"a": {"code": "x", "quiet": True}}
    assert whole.values == {"dial": {"n": 1}}
    # The steps themselves are as they were.
    assert again.before["a"]["code"] == "y"


def test_an_add_is_taken_back_with_nothing_left(open_notebook: Open) -> None:
    opened = open_notebook("x = 1", "")
    before = opened.codes()
    first = opened.add({"item": dial(), "reader": True}, quiet=True)
    second = opened.add({"item": dial(), "as": "other"}, quiet=True)
    report = opened.run(command="rollback", undo=[first["undo"], second["undo"]])
    assert (report["ok"], report["rolled_back"], report["warnings"]) == (True, True, [])
    assert opened.codes() == before
    assert opened.value("'Dial' in globals() or 'other' in globals()") == "False"


def test_a_rollback_without_tokens_is_refused(open_notebook: Open) -> None:
    report = open_notebook("x = 1").run(command="rollback", undo={"written": {}})
    assert (report["ok"], report["error"]["code"]) == (False, "bad-request")
