"""ask in the kernel: a question each, what was answered, and what is refused.

The class is the one that a notebook gets: the definition cell of the built item (`npm run build`).
"""

from __future__ import annotations

from typing import Any

import pytest
import traitlets

from built import built_class


@pytest.fixture(scope="module")
def widget_class() -> Any:
    """Ask, as its definition cell makes it."""
    return built_class("ask")


def from_page(widget: Any, **state: Any) -> None:
    """What a submit in the page does: one message."""
    widget.set_state(state)


def test_an_approval_has_no_answer_at_first(widget_class: Any) -> None:
    ask = widget_class.approve("Delete 3 rows?", detail="For ever.", prompt="Clean up")
    assert ask.questions == [
        {"id": "answer", "kind": "approve", "text": "Delete 3 rows?", "detail": "For ever."}
    ]
    assert (ask.status, ask.answers, ask.answer, ask.approved) == ("open", {}, None, None)
    assert ask.prompt == "Clean up"


@pytest.mark.parametrize(("approved", "reason"), [(True, ""), (False, "Not on a Friday.")])
def test_what_the_page_sends_is_the_answer(widget_class: Any, approved: bool, reason: str) -> None:
    ask = widget_class.approve("Delete 3 rows?")
    answer = {"approved": approved, "reason": reason}
    from_page(ask, answers={"answer": answer}, status="answered")
    assert (ask.answer, ask.approved) == (answer, approved)


def test_a_person_who_declines_gives_no_answer(widget_class: Any) -> None:
    ask = widget_class.approve("Delete 3 rows?")
    from_page(ask, status="declined", reason="Ask Ada.")
    assert (ask.answer, ask.approved, ask.reason) == (None, None, "Ask Ada.")


def test_all_approvals_count(widget_class: Any) -> None:
    questions = [{"id": name, "kind": "approve", "text": f"{name}?"} for name in "ab"]
    yes, no = ({"approved": each, "reason": ""} for each in (True, False))
    ask = widget_class(questions=questions, answers={"a": yes, "b": no}, status="answered")
    assert ask.approved is False
    assert ask.answer == {"a": yes, "b": no}
    ask.answers = {"a": yes, "b": yes}
    assert ask.approved is True
    with pytest.raises(ValueError, match="no question is of kind 'approve'"):
        _ = widget_class.write("Why?").approved


def test_each_kind_has_a_constructor(widget_class: Any) -> None:
    def fields(ask: Any) -> dict[str, Any]:
        (question,) = ask.questions
        return {key: each for key, each in question.items() if key not in ("id", "text")}

    options = (each for each in ("left", {"value": 0, "label": "None"}))
    choose = widget_class.choose("Which?", options, many=True, min=1, required=False)
    assert fields(choose) == {
        "kind": "choose",
        "options": ["left", {"value": 0, "label": "None"}],
        "many": True,
        "min": 1,
        "required": False,
    }
    rate = widget_class.rate("How good?", 0, 10, ends=["bad", "good"])
    assert fields(rate) == {"kind": "rate", "min": 0, "max": 10, "ends": ["bad", "good"]}
    assert fields(widget_class.write("What?", long=True)) == {"kind": "text", "long": True}
    number = widget_class.number("How many?", min=0.5, unit="kg", allow_decline=False)
    assert (fields(number), number.allow_decline) == (
        {"kind": "number", "min": 0.5, "unit": "kg"},
        False,
    )
    approve = widget_class.approve("Sure?", reason="required", yes="Run", no="Stop")
    assert fields(approve) == {"kind": "approve", "reason": "required", "yes": "Run", "no": "Stop"}


def test_questions_get_an_id_and_a_kind(widget_class: Any) -> None:
    ask = widget_class(questions=[{"text": "Why?"}, {"text": "Which?", "options": ["a"]}])
    assert [(each["id"], each["kind"]) for each in ask.questions] == [
        ("q1", "text"),
        ("q2", "choose"),
    ]


@pytest.mark.parametrize(
    ("question", "message"),
    [
        ({"text": ""}, r"questions\[0\] \('q1'\): expected a text that asks"),
        ({"id": "a", "text": 7}, r"questions\[0\] \('a'\): expected text to be a text; found 7"),
        ({"id": 1, "text": "?"}, "expected an id that is a text"),
        ({"kind": "choice", "text": "?"}, "a kind of approve, choose, .*; found 'choice'"),
        ({"text": "?", "requird": True}, "fields of .* in kind 'text'; found 'requird'"),
        ({"text": "?", "required": 1}, "required to be True or False; found 1"),
        ({"kind": "approve", "text": "?", "reason": "maybe"}, "reason to be one of .*'maybe'"),
        ({"kind": "approve", "text": "?", "reason": ["x"]}, "reason to be one of"),
        ({"kind": ["x"], "text": "?"}, "a kind of approve"),
        ({"kind": "choose", "text": "?"}, "options to be a list; found None"),
        ({"text": "?", "options": []}, r"at least one option; found \[\]"),
        ({"text": "?", "options": ["a", "a"]}, "options that differ; found 'a'"),
        ({"text": "?", "options": [["a"]]}, "an option to be a text, a number or a bool"),
        ({"text": "?", "options": [{"value": 1, "name": "x"}]}, "value, label and detail"),
        ({"text": "?", "options": ["a"], "min": 1}, "many=True with limits"),
        ({"text": "?", "options": ["a"], "many": True, "min": 2}, "min to be at most 1"),
        ({"kind": "rate", "text": "?", "min": 1, "max": 12}, r"1 to 10 apart; found \(1, 12\)"),
        ({"kind": "rate", "text": "?", "min": 0.5}, "min to be a whole number; found 0.5"),
        ({"kind": "rate", "text": "?", "ends": ["bad"]}, "ends to be two texts"),
        ({"kind": "number", "text": "?", "min": "1"}, "min to be a number; found '1'"),
        ({"kind": "number", "text": "?", "min": True}, "min to be a number; found True"),
        ({"kind": "number", "text": "?", "min": 2, "max": 1}, r"min up to max; found \(2, 1\)"),
    ],
)
def test_a_question_that_makes_no_sense_is_named(
    widget_class: Any, question: dict[str, Any], message: str
) -> None:
    with pytest.raises(traitlets.TraitError, match=message):
        widget_class(questions=[question])


def test_two_questions_of_one_id_are_refused(widget_class: Any) -> None:
    with pytest.raises(traitlets.TraitError, match=r"questions\[1\] \('a'\).*no other question"):
        widget_class(questions=[{"id": "a", "text": "?"}, {"id": "a", "text": "!"}])


@pytest.mark.parametrize(
    ("question", "right", "wrong"),
    [
        ({"kind": "approve"}, {"approved": True, "reason": ""}, True),
        (
            {"kind": "approve", "reason": "required"},
            {"approved": False, "reason": "x"},
            {"approved": False, "reason": " "},
        ),
        ({"options": ["a", "b"]}, "b", "c"),
        ({"options": [1, 2]}, 1, True),
        ({"options": [{"value": 0, "label": "None"}]}, 0, "None"),
        ({"options": ["a"], "other": True}, "mine", 7),
        ({"options": ["a", "b"], "many": True}, ["a"], []),
        ({"options": ["a", "b"], "many": True, "required": False}, [], "a"),
        ({"options": ["a", "b", "c"], "many": True, "max": 2}, ["a", "c"], ["a", "b", "c"]),
        ({"kind": "rate"}, 5, 6),
        ({"kind": "rate"}, 1, 1.5),
        ({"kind": "text"}, "x", 1),
        ({"kind": "text"}, "", None),
        ({"kind": "text", "required": False}, None, []),
        ({"kind": "number", "min": 1, "max": 2}, 1.5, 2.5),
        ({"kind": "number", "whole": True}, 3, 3.5),
        ({"kind": "number"}, -1e300, "1"),
    ],
)
def test_an_answer_fits_its_question(
    widget_class: Any, question: dict[str, Any], right: Any, wrong: Any
) -> None:
    ask = widget_class(questions=[{"id": "it", "text": "?", **question}])
    ask.answers = {"it": right}
    with pytest.raises(traitlets.TraitError, match=r"answers\['it'\]: expected .*; found"):
        ask.answers = {"it": wrong}
    assert ask.answers == {"it": right}


def test_an_answer_without_a_question_is_refused(widget_class: Any) -> None:
    with pytest.raises(traitlets.TraitError, match=r"answers\['b'\]: expected ids of answer"):
        widget_class.write("?").answers = {"b": "x"}
    with pytest.raises(traitlets.TraitError, match="status"):
        widget_class.write("?").status = "done"


def test_reopening_keeps_what_was_said(widget_class: Any) -> None:
    ask = widget_class.write("Why?")
    from_page(ask, answers={"answer": "So."}, status="answered")
    seen: list[str] = []
    ask.observe(lambda _: seen.append(ask.status), names=["status"])
    ask.reopen()
    assert (ask.status, ask.answers, ask.answer) == ("open", {}, None)
    assert (ask.draft, seen) == ({"answer": "So."}, ["open"])


def test_an_answer_is_never_taken_for_another_questions(widget_class: Any) -> None:
    ask = widget_class.approve("Delete 3 rows?")
    from_page(ask, answers={"answer": {"approved": True, "reason": ""}}, status="answered")
    ask.questions = [{"id": "answer", "kind": "approve", "text": "Drop the table?"}]
    assert (ask.approved, ask.answers, ask.draft, ask.status) == (None, {}, {}, "open")


def test_an_answered_ask_can_be_made_again(widget_class: Any) -> None:
    for keys in (("questions", "answers"), ("answers", "questions")):
        state = {"questions": [{"text": "Why?"}], "answers": {"q1": "So."}}
        ask = widget_class(status="answered", **{key: state[key] for key in keys})
        assert ask.answer == "So."


def test_observers_see_answers_and_status_together(widget_class: Any) -> None:
    ask = widget_class.write("Why?")
    seen: list[Any] = []
    ask.observe(lambda _: seen.append((ask.status, ask.answer)), names=["answers", "status"])
    from_page(ask, answers={"answer": "So."}, status="answered")
    assert set(seen) == {("answered", "So.")}
