"""sortable-list in the kernel: limits of the list, its order on frames, a list from a column.

The class is the one that a notebook gets: the definition cell of the built item (`npm run build`).
"""

from __future__ import annotations

from typing import Any

import pytest
import traitlets

from built import built_class


@pytest.fixture(scope="module")
def widget_class() -> Any:
    """SortableList, as its definition cell makes it."""
    return built_class("sortable-list")


def frame(library: str, columns: dict[str, list[Any]]) -> Any:
    made = pytest.importorskip(library, reason=f"{library} is not in this environment")
    pytest.importorskip("narwhals", reason="narwhals is not in this environment")
    return made.DataFrame(columns)


def test_texts_keep_their_order_and_may_repeat(widget_class: Any) -> None:
    assert widget_class(value=("b", "a", "b")).value == ["b", "a", "b"]


def test_a_repeated_text_is_refused_where_texts_are_unique(widget_class: Any) -> None:
    with pytest.raises(traitlets.TraitError, match=r"value: .*once \(unique\); found 'b' 2 times"):
        widget_class(value=["b", "a", "b"], unique=True)
    widget = widget_class(value=["a"], unique=True)
    with pytest.raises(traitlets.TraitError, match="found 'a' 2 times"):
        widget.value = ["a", "a"]
    assert widget.value == ["a"]


def test_more_than_max_items_are_refused(widget_class: Any) -> None:
    with pytest.raises(traitlets.TraitError, match=r"at most 1 texts .* found 2"):
        widget_class(value=["a", "b"], max_items=1)


def test_limits_that_come_later_leave_the_list_usable(widget_class: Any) -> None:
    widget = widget_class(value=["a", "b", "a"])
    widget.max_items = 2
    widget.unique = True
    widget.value = ["b", "a", "a"]
    widget.value = ["a", "a"]
    with pytest.raises(traitlets.TraitError, match="found 3"):
        widget.value = ["a", "b", "c"]


def test_ranks_count_from_1_and_take_the_first_of_equals(widget_class: Any) -> None:
    assert widget_class(value=["b", "a", "b"]).ranks() == {"b": 1, "a": 2}


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_a_frame_is_arranged_in_the_order_of_the_list(widget_class: Any, library: str) -> None:
    rows = frame(library, {"task": ["x", "a", None, "b", "a"], "n": [1, 2, 3, 4, 5]})
    widget = widget_class(value=["b", "a"])
    arranged = widget.arrange(rows, "task")
    assert type(arranged) is type(rows)
    assert list(arranged["n"]) == [4, 2, 5, 1, 3]
    assert list(widget.arrange(rows, "task", others=False)["n"]) == [4, 2, 5]
    assert list(widget_class().arrange(rows, "task", others=False)["n"]) == []


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_a_list_is_made_of_the_distinct_texts_of_a_column(widget_class: Any, library: str) -> None:
    rows = frame(library, {"task": ["b", "a", None, "b"]})
    widget = widget_class.from_column(rows, "task", label="Tasks")
    assert widget.value == ["b", "a"]
    assert widget.label == "Tasks"


def test_numbers_of_a_column_become_texts_and_are_found_again(widget_class: Any) -> None:
    rows = frame("pandas", {"n": [2, 1, 2]})
    widget = widget_class.from_column(rows, "n")
    widget.value = ["1", "2"]
    assert list(widget.arrange(rows, "n")["n"]) == [1, 2, 2]
