"""tags-input in the kernel: what tags may be, suggestions from columns, rows that have them.

The class is the one that a notebook gets: the definition cell of the built item (`npm run build`).
"""

from __future__ import annotations

import math
from typing import Any

import pytest
import traitlets

from built import built_class


@pytest.fixture(scope="module")
def widget_class() -> Any:
    """TagsInput, as its definition cell makes it."""
    return built_class("tags-input")


def test_tags_are_kept_in_order_without_spaces_around(widget_class: Any) -> None:
    tags = widget_class(value=[" b ", "a", "two words"])
    assert tags.value == ["b", "a", "two words"]
    tags.set_state({"value": ["a", "c"]})
    assert tags.value == ["a", "c"]
    assert widget_class().value == []


@pytest.mark.parametrize(
    ("value", "traits", "message"),
    [
        (["a", ""], {}, "found an empty one"),
        (["  "], {}, "found an empty one"),
        (["Python", "python"], {}, "each tag once.*'Python' and 'python'"),
        (["a", "a"], {}, "'a' and 'a'"),
        (["é", "É"], {}, "each tag once"),
        (["a", "b", "c"], {"max_tags": 2}, r"at most 2 tags \(max_tags\); found 3"),
        (["abcd"], {"max_length": 3}, r"at most 3 characters \(max_length\); found 'abcd' with 4"),
        (["A b"], {"pattern": "[a-z]+"}, r"fit the pattern '\[a-z\]\+'; found 'A b'$"),
        (["ab1"], {"pattern": "[a-z]+", "pattern_message": "Letters only."}, "'ab1': Letters only"),
    ],
)
def test_tags_that_break_a_rule_are_refused_by_name(
    widget_class: Any, value: list[str], traits: dict[str, Any], message: str
) -> None:
    with pytest.raises(traitlets.TraitError, match=r"TagsInput\.value: expected .*" + message):
        widget_class(value=value, **traits)
    widget = widget_class(**traits)
    with pytest.raises(traitlets.TraitError, match=message):
        widget.value = value
    assert widget.value == []


def test_a_pattern_that_is_none_is_refused(widget_class: Any) -> None:
    with pytest.raises(traitlets.TraitError, match=r"TagsInput\.pattern: expected a regular exp"):
        widget_class(pattern="(")
    with pytest.raises(traitlets.TraitError, match="max_tags"):
        widget_class(max_tags=-1)
    with pytest.raises(traitlets.TraitError, match="max_length"):
        widget_class(max_length=0)


def test_cells_match_by_one_tag_by_lists_and_by_texts_with_commas(widget_class: Any) -> None:
    tags = widget_class(value=["Data", "python"])
    cells = ["data", "PYTHON, data", ["python"], [], None, math.nan, "dat", 7]
    assert tags.matches(cells) == [True, True, True, False, False, False, False, False]
    assert tags.matches(cells, how="all") == [False, True] + [False] * 6
    assert widget_class().matches(cells) == [True] * 8
    assert widget_class(value=["7"]).matches([7, 8]) == [True, False]
    with pytest.raises(ValueError, match="expected how to be 'any' or 'all'; found 'some'"):
        tags.matches(cells, how="some")


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_frames_give_suggestions_and_their_rows(widget_class: Any, library: str) -> None:
    frames = pytest.importorskip(library)
    frame = frames.DataFrame({"topics": ["b, a", "A", None, "c"], "n": [1, 2, 3, 4]})
    tags = widget_class.from_column(frame, "topics", label="Topics", value=["a"])
    assert list(tags.suggestions) == ["a", "b", "c"]
    rows = tags.rows(frame, "topics")
    assert isinstance(rows, frames.DataFrame)
    assert list(rows["n"]) == [1, 2]


def test_lists_in_a_polars_column_are_tags(widget_class: Any) -> None:
    pl = pytest.importorskip("polars")
    frame = pl.DataFrame({"topics": [["a", "b"], ["b"], []]})
    tags = widget_class.from_column(frame, "topics", value=["a", "b"])
    assert list(tags.suggestions) == ["b", "a"]
    assert tags.rows(frame, "topics", how="all").height == 1


def test_missing_cells_of_pandas_hold_no_tag(widget_class: Any) -> None:
    pd = pytest.importorskip("pandas")
    np = pytest.importorskip("numpy")
    cells = [pd.NA, pd.NaT, float("nan"), None, np.array(["a", "b"]), np.array([])]
    assert widget_class(value=["a"]).matches(cells) == [False] * 4 + [True, False]
    frame = pd.DataFrame({"topics": pd.Series(["a", None], dtype="string")})
    assert list(widget_class.from_column(frame, "topics").suggestions) == ["a"]
