"""tangle in the kernel: values by name, checked against the sentence and the limits.

The class is the one that a notebook gets: the definition cell of the built item (`npm run build`).
"""

from __future__ import annotations

from typing import Any

import pytest
import traitlets

from built import built_class


@pytest.fixture(scope="module")
def widget_class() -> Any:
    """Tangle, as its definition cell makes it."""
    return built_class("tangle")


def test_one_number_needs_a_text_and_a_value(widget_class: Any) -> None:
    rows = widget_class(text="Show {n} rows", value={"n": 10})
    assert rows["n"] == 10
    rows["n"] = 20
    assert rows.value == {"n": 20}
    assert rows.initial == {"n": 10}
    assert "n" in rows
    assert list(rows) == ["n"]
    rows.reset()
    assert rows["n"] == 10


def test_an_unknown_name_is_named_with_those_there_are(widget_class: Any) -> None:
    rows = widget_class(text="Show {n} rows", value={"n": 10})
    with pytest.raises(KeyError, match="'m' has no value; n has"):
        rows["m"]
    with pytest.raises(traitlets.TraitError, match=r"Tangle.value\['m'\]: .*no \{m\}.* \{n\}"):
        rows["m"] = 1
    with pytest.raises(traitlets.TraitError, match=r"numbers\['m'\]: the text has no \{m\}"):
        rows.numbers = {"m": {}}


@pytest.mark.parametrize(
    ("value", "type_"),
    [({"n": 10}, int), ({"n": 10.0}, int), ({"n": 2.5}, float)],
)
def test_numbers_that_move_by_whole_steps_are_ints(
    widget_class: Any, value: dict[str, float], type_: type
) -> None:
    widget = widget_class(text="{n}", value=value)
    assert type(widget["n"]) is type_
    widget["n"] = 3
    assert type(widget["n"]) is type_


@pytest.mark.parametrize(
    "record",
    [{"step": 0.5}, {"min": 0, "max": 1}, {"min": 0.5}, {"digits": 1}],
)
def test_numbers_that_move_by_fractions_are_floats(
    widget_class: Any, record: dict[str, float]
) -> None:
    widget = widget_class(text="{n}", value={"n": 1}, numbers={"n": record})
    assert type(widget["n"]) is float


def test_values_out_of_the_limits_are_refused_by_name(widget_class: Any) -> None:
    limits = {"n": {"min": 1, "max": 5}}
    with pytest.raises(traitlets.TraitError, match=r"\['n'\]: .*1 or more, 5 or less; found 9"):
        widget_class(text="{n}", value={"n": 9}, numbers=limits)
    widget = widget_class(text="{n}", value={"n": 3}, numbers=limits)
    with pytest.raises(traitlets.TraitError, match="found 0"):
        widget["n"] = 0
    assert widget["n"] == 3


@pytest.mark.parametrize("wrong", ["10", True, None, [1], {}])
def test_what_is_no_number_is_refused(widget_class: Any, wrong: object) -> None:
    with pytest.raises(traitlets.TraitError, match=r"value\['n'\]: expected a number; found"):
        widget_class(text="{n}", value={"n": wrong})


def test_a_choice_takes_its_words_only_and_starts_with_the_first(widget_class: Any) -> None:
    widget = widget_class(text="A {size:small|large} cup with {n} lumps", value={"n": 2})
    assert widget.value == {"size": "small", "n": 2}
    widget["size"] = "large"
    with pytest.raises(traitlets.TraitError, match="one of 'small', 'large'; found 'huge'"):
        widget["size"] = "huge"
    assert widget_class(text="{size:small|large}").value == {"size": "small"}


def test_a_number_with_a_record_needs_no_value(widget_class: Any) -> None:
    widget = widget_class(
        text="{n} {m} {total}", numbers={"n": {"min": 3}, "total": {}}, results={"total": 1}
    )
    assert widget.value == {"n": 3}


def test_other_limits_and_another_text_bring_the_value_along(widget_class: Any) -> None:
    widget = widget_class(text="{n} {m}", value={"n": 50, "m": 1})
    seen: list[dict[str, Any]] = []
    widget.observe(lambda _: seen.append(widget.value), names=["value"])
    widget.numbers = {"n": {"max": 10}}
    widget.text = "{n} alone"
    assert seen == [{"n": 10, "m": 1}, {"n": 10}]
    widget.text = "{{n}} is text"
    assert widget.value == {}


@pytest.mark.parametrize(
    ("record", "message"),
    [
        ({"minimum": 1}, "expected keys of min, max, step"),
        ({"min": "1"}, r"\['min'\]: expected a number; found '1'"),
        ({"step": 0}, "expected a number above 0; found 0"),
        ({"digits": 1.5}, "expected a whole number from 0 to 12; found 1.5"),
        ({"suffix": 3}, "expected a text; found 3"),
        ({"min": 3, "max": 1}, "expected min up to max; found 3 and 1"),
    ],
)
def test_a_wrong_record_is_refused(widget_class: Any, record: dict[str, Any], message: str) -> None:
    with pytest.raises(traitlets.TraitError, match=message):
        widget_class(text="{n}", value={"n": 2}, numbers={"n": record})


def test_what_the_page_sends_is_taken(widget_class: Any) -> None:
    widget = widget_class(text="{n}", value={"n": 2.5})
    widget.set_state({"value": {"n": 3}})
    assert widget.value == {"n": 3.0}
    assert type(widget["n"]) is float
