"""palette in the kernel: what is a colour, named lists, steps between colours, figures.

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
    """Palette, as its definition cell makes it."""
    return built_class("palette")


def test_colours_are_kept_as_six_digits_in_lower_case(widget_class: Any) -> None:
    palette = widget_class(value=["#ABC", "#0E72B1"], backgrounds=("#FFF", "#000"))
    assert palette.value == ["#aabbcc", "#0e72b1"]
    assert palette.backgrounds == ("#ffffff", "#000000")
    palette.set_state({"value": ["#123456"]})
    assert palette.value == ["#123456"]


@pytest.mark.parametrize("wrong", ["red", "0e72b1", "#12", "#12345g", "", "#1234567", "#0e72b1ff"])
def test_what_is_no_hex_text_is_refused_by_name(widget_class: Any, wrong: str) -> None:
    with pytest.raises(
        traitlets.TraitError, match=r"Palette\.value: expected colours as '#rrggbb'"
    ):
        widget_class(value=["#000000", wrong])
    with pytest.raises(traitlets.TraitError, match="backgrounds: expected colours"):
        widget_class(backgrounds=("#fff", wrong))


def test_too_few_and_too_many_colours_are_refused(widget_class: Any) -> None:
    palette = widget_class(value=["#000", "#fff"], min_colors=2, max_colors=3)
    for count in (1, 4):
        with pytest.raises(traitlets.TraitError, match=f"expected 2 to 3 colours.*found {count}"):
            palette.value = ["#000"] * count
    with pytest.raises(traitlets.TraitError, match="expected 1 to 256 colours"):
        widget_class(value=[])
    assert widget_class(value=[], min_colors=0).value == []
    with pytest.raises(traitlets.TraitError, match="max_colors"):
        widget_class(max_colors=0)
    with pytest.raises(traitlets.TraitError):
        widget_class(value=["#000"] * 257)


def test_named_lists_are_cut_and_scales_are_sampled(widget_class: Any) -> None:
    assert widget_class.named("okabe-ito", 2, label="Two").value == ["#e69f00", "#56b4e9"]
    scale = widget_class.named("viridis", 5).value
    assert (scale[0], scale[-1], len(scale)) == ("#440154", "#fde725", 5)
    assert set(widget_class.names()) >= {"okabe-ito", "tab10", "viridis"}
    for name in widget_class.names():
        assert len(widget_class.named(name).value) >= 6
    with pytest.raises(ValueError, match="from 0 to 8 for 'okabe-ito'; found 9"):
        widget_class.named("okabe-ito", 9)
    with pytest.raises(KeyError, match="found no list 'okabe', expected one of 'okabe-ito'"):
        widget_class.named("okabe")


def test_steps_between_colours_keep_their_ends(widget_class: Any) -> None:
    palette = widget_class(value=["#0e72b1", "#d86762", "#5c8a0e"])
    for space in ("oklch", "oklab"):
        steps = palette.interpolate(7, space)
        assert [steps[0], steps[3], steps[6]] == palette.value
        assert len(set(steps)) == 7
    assert palette.interpolate(0) == []
    assert palette.interpolate(1) == ["#0e72b1"]
    assert widget_class(value=["#123456"]).interpolate(3) == ["#123456"] * 3
    with pytest.raises(ValueError, match="expected space"):
        palette.interpolate(3, "rgb")
    with pytest.raises(ValueError, match="found n=-1"):
        palette.interpolate(-1)


def test_oklch_stays_vivid_where_oklab_goes_grey(widget_class: Any) -> None:
    palette = widget_class(value=["#d86762", "#00a39b"])
    chroma = {
        space: widget_class(value=[palette.interpolate(3, space)[1]]).oklch()[0][1]
        for space in ("oklch", "oklab")
    }
    assert chroma["oklch"] > 0.1 > 0.05 > chroma["oklab"]


def test_a_grey_takes_the_hue_of_its_neighbour(widget_class: Any) -> None:
    palette = widget_class(value=["#808080", "#0e72b1"])
    between = widget_class(value=[palette.interpolate(3)[1]]).oklch()[0]
    assert math.isclose(between[2], palette.oklch()[1][2], abs_tol=2)


def test_oklch_is_what_css_says(widget_class: Any) -> None:
    lightness, chroma, hue = widget_class(value=["#ff0000"]).oklch()[0]
    assert (round(lightness, 3), round(chroma, 3), round(hue, 1)) == (0.628, 0.258, 29.2)
    assert widget_class(value=["#ffffff"]).oklch()[0][1:] == (0.0, 0.0)


def test_contrast_is_that_of_wcag(widget_class: Any) -> None:
    palette = widget_class(value=["#000000", "#ffffff", "#767676"])
    assert [round(ratio, 2) for ratio in palette.contrast()] == [21.0, 1.0, 4.54]
    assert round(palette.contrast("#000")[1], 2) == 21.0


def test_labels_get_colours_from_the_start_again(widget_class: Any) -> None:
    palette = widget_class(value=["#000000", "#ffffff"])
    assert palette.mapping(["a", "b", "a", "c"]) == {"a": "#000000", "b": "#ffffff", "c": "#000000"}
    assert palette.rgb() == [(0.0, 0.0, 0.0), (1.0, 1.0, 1.0)]
    with pytest.raises(ValueError, match="expected a palette with colours"):
        widget_class(value=[], min_colors=0).mapping(["a"])


def test_matplotlib_takes_it_where_it_is_installed(widget_class: Any) -> None:
    pytest.importorskip("matplotlib")
    palette = widget_class(value=["#000000", "#ffffff"])
    assert palette.colormap().N == 2
    assert palette.colormap(16).N == 16
    assert len(widget_class.named("plasma", 4).value) == 4


def test_altair_takes_it_where_it_is_installed(widget_class: Any) -> None:
    pytest.importorskip("altair")
    palette = widget_class(value=["#000000", "#ffffff"])
    scale = palette.scale(["a", "b"]).to_dict()
    assert scale == {"domain": ["a", "b"], "range": ["#000000", "#ffffff"]}
