"""The source of instance and reader cells."""

from __future__ import annotations

import ast

import pytest
from inlay import cells
from inlay.notebook import Wire

VALUE = cells.wires("price", ["value"])


def test_an_instance_with_one_wired_trait_names_its_state_after_the_object() -> None:
    assert cells.instance("price", "HistogramRange", {"data": "[1, 2]"}, VALUE, "mo") == (
        "price = HistogramRange(data=[1, 2])\n"
        "get_price, set_price = mo.state(price.value)\n"
        'price.observe(lambda _: set_price(price.value), names=["value"])\n'
        "price"
    )


def test_an_instance_with_more_wired_traits_names_each_state_after_the_trait() -> None:
    wired = cells.wires("price", ["low", "high"])
    assert cells.instance("price", "Range", {}, wired, "marimo") == (
        "price = Range()\n"
        "get_price_low, set_price_low = marimo.state(price.low)\n"
        "get_price_high, set_price_high = marimo.state(price.high)\n"
        'price.observe(lambda _: set_price_low(price.low), names=["low"])\n'
        'price.observe(lambda _: set_price_high(price.high), names=["high"])\n'
        "price"
    )


def test_an_instance_without_wired_traits_has_no_state() -> None:
    assert cells.instance("price", "Range", {}, (), None) == "price = Range()\nprice"


def test_an_instance_in_a_notebook_without_marimo_imports_it_privately() -> None:
    source = cells.instance("price", "Range", {}, VALUE, None)
    assert source.startswith("import marimo as _mo\n\nprice = Range()\n")
    assert "= _mo.state(price.value)" in source


def test_a_long_call_is_wrapped_as_a_formatter_would() -> None:
    short = {"a": '"' + "x" * 30 + '"', "b": '"' + "y" * 25 + '"'}
    assert cells.call("object_name = ClassName", short).count("\n") == 2
    long = {**short, "c": '"' + "z" * 30 + '"'}
    lines = cells.call("object_name = ClassName", long).split("\n")
    assert lines[-2].endswith('",')
    assert len(lines) == 5


def test_a_long_observer_is_wrapped() -> None:
    name = "a_long_object_name_here"
    source = cells.instance(name, "C", {}, cells.wires(name, ["value"]), "mo")
    assert all(len(line) <= 79 for line in source.split("\n"))
    ast.parse(source)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (" df.price ", "df.price"),
        ("[1,\n 2]", "[1, 2]"),
        ("1 # one", "1"),
        ("'#'", "'#'"),
    ],
)
def test_an_expression_is_made_fit_to_stand_as_an_argument(given: str, expected: str) -> None:
    assert cells.expression(given) == expected


@pytest.mark.parametrize("given", ["", "x = 1", "a, b = c", "1)", "x for x in y", "import os"])
def test_what_is_no_expression_is_refused(given: str) -> None:
    with pytest.raises(SyntaxError):
        cells.expression(given)


def test_a_reader_is_the_example_with_the_getter_in_it() -> None:
    assert cells.reader("low, high = {get}()", "price", VALUE, "value", ()) == (
        "low, high = get_price()"
    )


def test_a_reader_imports_marimo_for_itself_where_the_notebook_has_no_name_for_it() -> None:
    template = "low, high = {get}()\n{mo}.md(str(low))"
    assert cells.reader(template, "price", VALUE, "value", ()) == (
        "import marimo as _mo\n\nlow, high = get_price()\n_mo.md(str(low))"
    )
    assert cells.reader(template, "price", VALUE, "value", (), "marimo") == (
        "low, high = get_price()\nmarimo.md(str(low))"
    )


def test_a_reader_takes_free_names() -> None:
    source = cells.reader(
        "low, high = {get}()\nhigh - low", "price", VALUE, "value", {"low", "low_2"}
    )
    assert source == "low_3, high = get_price()\nhigh - low_3"


def test_a_reader_of_a_trait_that_is_not_wired_shows_the_getters() -> None:
    wired = cells.wires("price", ["bins"])
    assert cells.reader("low, high = {get}()", "price", wired, "value", ()) == "get_price()"
    wired = cells.wires("price", ["bins", "label"])
    assert cells.reader("{get}()", "price", wired, "value", ()) == (
        "(get_price_bins(), get_price_label())"
    )


def test_a_reader_may_name_the_getter_of_a_trait_and_the_object() -> None:
    wired = (
        Wire("labels", "get_x_labels", "set_x_labels"),
        Wire("done", "get_x_done", "set_x_done"),
    )
    source = cells.reader("a = {get_labels}(), {get}(), {object}.index", "x", wired, "done", ())
    assert source == "a = get_x_labels(), get_x_done(), x.index"


def test_a_free_name_counts_on_from_the_number_it_has() -> None:
    assert cells.free_name("price", {"price"}) == "price_2"
    assert cells.free_name("price_2", {"price", "price_2"}) == "price_3"
