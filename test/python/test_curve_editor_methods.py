"""curve-editor in the kernel: the curve as a function, checked points, the inverse, CSS.

The class is the one that a notebook gets: the definition cell of the built item (`npm run build`).
"""

from __future__ import annotations

import importlib.util
import json
import math
from pathlib import Path
from typing import Any

import pytest
import traitlets

from built import built_class

REFERENCE = json.loads(
    (Path(__file__).resolve().parents[2] / "widgets" / "curve-editor" / "reference.json").read_text(
        encoding="utf-8"
    )
)
CURVES = REFERENCE["curves"]
RISING = [(0, 0), (0.25, 0.15), (0.7, 0.85), (1, 1)]


@pytest.fixture(scope="module")
def widget_class() -> Any:
    """CurveEditor, as its definition cell makes it."""
    return built_class("curve-editor")


def made(widget_class: Any, curve: dict[str, Any]) -> Any:
    """A widget with a curve of the reference table, in limits that hold it."""
    xs, ys = zip(*curve["points"], strict=True)
    low, high = min(*ys, *curve["y"]) - 1, max(*ys, *curve["y"]) + 1
    return widget_class(
        kind=curve["kind"],
        points=curve["points"],
        x_limits=(min(xs), max(xs)),
        y_limits=(low, high),
    )


@pytest.mark.parametrize("curve", CURVES, ids=lambda each: each["kind"])
def test_curves_go_where_those_of_the_reference_table_go(
    widget_class: Any, curve: dict[str, Any]
) -> None:
    widget = made(widget_class, curve)
    scale = max(1, *map(abs, curve["y"]))
    one_by_one = [widget(x) for x in curve["x"]]
    assert one_by_one == pytest.approx(curve["y"], abs=1e-9 * scale), REFERENCE["source"]
    assert widget(curve["x"]) == one_by_one
    np = pytest.importorskip("numpy")
    array = widget(np.array(curve["x"]).reshape(1, -1))
    assert array.shape == (1, len(curve["x"]))
    assert array.ravel().tolist() == pytest.approx(one_by_one, abs=1e-12 * scale)


def test_a_number_gives_a_float_and_what_is_beyond_the_ends_has_their_height(
    widget_class: Any,
) -> None:
    widget = widget_class(points=[(0.2, 0.3), (0.8, 0.9)])
    assert type(widget(0)) is float
    assert (widget(-5), widget(0.2), widget(0.8), widget(5)) == (0.3, 0.3, 0.9, 0.9)
    assert widget.evaluate(0.5) == pytest.approx(0.6)
    assert math.isnan(widget(math.nan))
    np = pytest.importorskip("numpy")
    found = widget(np.array([-5, 0.2, math.nan, 5]))
    assert found[[0, 1, 3]].tolist() == [0.3, 0.3, 0.9]
    assert math.isnan(found[2])


def test_series_give_arrays(widget_class: Any) -> None:
    np = pytest.importorskip("numpy")
    pd = pytest.importorskip("pandas")
    found = widget_class()(pd.Series([0.0, 0.5, 2.0]))
    assert isinstance(found, np.ndarray)
    assert found.tolist() == pytest.approx([0, 0.5, 1])


def test_samples_stand_evenly_over_the_limits(widget_class: Any) -> None:
    np = pytest.importorskip("numpy")
    widget = widget_class(x_limits=(0, 100), points=[(0, 0), (50, 1), (100, 0)], kind="linear")
    assert isinstance(widget.sample(), np.ndarray)
    assert widget.xs(5).tolist() == [0, 25, 50, 75, 100]
    assert widget.sample(5).tolist() == [0, 0.5, 1, 0.5, 0]
    with pytest.raises(ValueError, match="n=1, expected 2 or more"):
        widget.sample(1)


def test_samples_are_lists_where_numpy_is_not(
    widget_class: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util,
        "find_spec",
        lambda name, *rest: None if name == "numpy" else found(name, *rest),
    )
    widget = widget_class(kind="linear")
    assert widget.xs(3) == [0, 0.5, 1]
    assert widget.sample(3) == [0, 0.5, 1]


def test_the_curve_follows_its_points_and_its_kind(widget_class: Any) -> None:
    widget = widget_class(points=RISING)
    before = widget(0.5)
    widget.kind = "linear"
    assert widget(0.5) == pytest.approx(0.15 + 0.7 * 0.25 / 0.45)
    widget.kind = "monotone"
    assert widget(0.5) == before
    widget.points = [(0, 1), (1, 0)]
    assert widget(0.5) == pytest.approx(0.5)


@pytest.mark.parametrize("kind", ["linear", "monotone"])
def test_the_inverse_leads_back(widget_class: Any, kind: str) -> None:
    for points in (RISING, [(x, 1 - y) for x, y in RISING]):
        widget = widget_class(points=points, kind=kind)
        for x in (0.0, 0.1, 0.25, 0.5, 0.99, 1.0):
            assert widget.inverse(widget(x)) == pytest.approx(x, abs=1e-9)
        falling = points[0][1] > 0.5
        assert widget.inverse(-3) == (1 if falling else 0)
        assert widget.inverse([2, 0.5]) == [0 if falling else 1, widget.inverse(0.5)]


def test_the_inverse_takes_arrays_and_beziers(widget_class: Any) -> None:
    np = pytest.importorskip("numpy")
    widget = widget_class.easing("ease")
    ys = np.array([[0.1, 0.5], [0.9, 1.0]])
    found = widget.inverse(ys)
    assert found.shape == (2, 2)
    assert widget(found) == pytest.approx(ys, abs=1e-9)


def test_a_curve_that_turns_or_is_flat_has_no_inverse(widget_class: Any) -> None:
    for points in ([(0, 0), (0.5, 1), (1, 0)], [(0, 0), (0.5, 0.5), (1, 0.5)]):
        with pytest.raises(ValueError, match=r"inverse: found a curve that turns.*crossings"):
            widget_class(points=points).inverse(0.3)
    with pytest.raises(ValueError, match="turns"):
        widget_class.easing("back-out").inverse(0.3)


def test_crossings_are_every_x_at_a_height(widget_class: Any) -> None:
    widget = widget_class(points=[(0, 0), (0.25, 1), (0.5, 0), (1, 0.5)], kind="linear")
    assert widget.crossings(0.5) == pytest.approx([0.125, 0.375, 1])
    assert widget.crossings(0) == pytest.approx([0, 0.5])
    assert widget.crossings(2) == []
    wave = widget_class(points=[(0, 0.5), (0.3, 1), (0.7, 0), (1, 0.5)], kind="spline")
    for y in (0.2, 0.5, 0.77):
        found = wave.crossings(y)
        assert wave(found) == pytest.approx([y] * len(found))
    assert len(wave.crossings(0.5)) == 3
    assert len(widget_class.easing("back-out").crossings(1.05)) == 2


def test_of_a_flat_stretch_both_ends_are_crossings(widget_class: Any) -> None:
    for kind in ("linear", "monotone", "spline"):
        points = [(0, 0.5), (0.4, 0.5), (1, 1)] if kind != "spline" else [(0, 0.5), (1, 0.5)]
        found = widget_class(points=points, kind=kind).crossings(0.5)
        assert found == pytest.approx([0, 0.4] if kind != "spline" else [0, 1], abs=1e-6)


def test_easings_go_in_and_out_as_css(widget_class: Any) -> None:
    assert widget_class.easing().css() == "cubic-bezier(0.25, 0.1, 0.25, 1)"
    assert widget_class.easing(" Ease-In ").css() == "cubic-bezier(0.42, 0, 1, 1)"
    text = "cubic-bezier(.34,1.56,.64,1)"
    assert widget_class.easing(text).css() == "cubic-bezier(0.34, 1.56, 0.64, 1)"
    assert widget_class.easing("ease", label="Fade").label == "Fade"
    for wrong in ("eas", "cubic-bezier(1, 2, 3)", "cubic-bezier(a, 0, 0, 1)"):
        with pytest.raises(ValueError, match=r"easing: found .* expected cubic-bezier"):
            widget_class.easing(wrong)
    with pytest.raises(
        traitlets.TraitError, match=r"points\[1\]: expected x from 0 to 1; found 1.2"
    ):
        widget_class.easing("cubic-bezier(1.2, 0, 0, 1)")


def test_css_is_relative_to_the_ends(widget_class: Any) -> None:
    widget = widget_class(
        kind="bezier", x_limits=(0, 10), points=[(0, 1), (2.5, 0.9), (2.5, 0), (10, 0)]
    )
    assert widget.css() == "cubic-bezier(0.25, 0.1, 0.25, 1)"
    line = widget_class(kind="linear", points=[(0, 0), (0.3, 0.9), (1, 1)])
    assert line.css() == "linear(0 0%, 0.9 30%, 1 100%)"
    smooth = widget_class(points=[(0, 0), (0.3, 0.9), (1, 1)]).css(3)
    assert smooth.startswith("linear(0 0%, 0.9")
    assert smooth.endswith(" 50%, 1 100%)")
    with pytest.raises(ValueError, match=r"css: found both ends at y 0\.5"):
        widget_class(points=[(0, 0.5), (1, 0.5)]).css()


def test_points_start_as_a_line_between_the_corners_of_the_limits(widget_class: Any) -> None:
    assert widget_class().points == [(0, 0), (1, 1)]
    assert widget_class(x_limits=(5, 9), y_limits=(-1, 1)).points == [(5, -1), (9, 1)]
    bezier = widget_class(kind="bezier", x_limits=(0, 3)).points
    assert [x for x, _ in bezier] == pytest.approx([0, 1, 2, 3])


@pytest.mark.parametrize(
    ("traits", "message"),
    [
        ({"points": [(0, 0)]}, "expected 2 points or more; found 1"),
        ({"points": [(0, 0), (2, 1)]}, r"points\[1\]: expected x from 0 to 1; found 2.0"),
        ({"points": [(0, -1), (1, 1)]}, r"points\[0\]: expected y from 0 to 1; found -1.0"),
        ({"points": [(0, 0), (0.5, 1), (0.5, 0)]}, "each x above the one before it; found 0.5"),
        ({"points": [(1, 0), (0, 1)]}, "each x above the one before it; found 0.0 after 1.0"),
        ({"kind": "bezier", "points": RISING[:3]}, "exactly 4 points: start, two handles, end"),
        (
            {"kind": "bezier", "points": [(0, 0), (0, 2), (1, 1), (1, 1)]},
            r"points\[1\]: .* found 2",
        ),
        ({"kind": "bezier", "points": [(0, 0), (0, 1.5), (1, 1), (0, 1)]}, "each x above|to 0"),
        ({"points": "abc"}, "points"),
        ({"points": [(0, 0, 0), (1, 1, 1)]}, r"points\[0\]: expected exactly 2 values"),
        ({"points": [(i / 101, 0) for i in range(101)]}, "at most 100"),
        ({"kind": "cubic"}, "kind"),
        ({"x_limits": (1, 1)}, r"x_limits: expected \(low, high\) with low below high"),
        ({"y_limits": (3, 1)}, r"y_limits: expected \(low, high\) with low below high"),
        ({"x_step": -1}, "x_step"),
        ({"height": 1000}, "height"),
    ],
)
def test_what_is_not_allowed_is_refused(
    widget_class: Any, traits: dict[str, Any], message: str
) -> None:
    with pytest.raises(traitlets.TraitError, match=message):
        widget_class(**traits)


def test_refused_points_and_limits_leave_all_as_it_was(widget_class: Any) -> None:
    widget = widget_class(points=RISING)
    with pytest.raises(traitlets.TraitError, match="found 3"):
        widget.points = [(0, 0), (1, 3)]
    with pytest.raises(traitlets.TraitError, match=r"x_limits: points\[2\]: .*found 0.7"):
        widget.x_limits = (0, 0.5)
    assert (widget.points, widget.x_limits) == (RISING, (0, 1))
    with widget.hold_trait_notifications():
        widget.x_limits = (0, 0.5)
        widget.points = [(0, 0), (0.5, 1)]
    assert widget(0.25) == pytest.approx(0.5)


def test_handles_may_overshoot_as_far_as_told(widget_class: Any) -> None:
    handles = [(0, 0), (0.3, 1.9), (0.6, -0.9), (1, 1)]
    widget = widget_class(kind="bezier", points=handles, overshoot=1)
    assert widget.points == handles
    with pytest.raises(traitlets.TraitError, match=r"overshoot: points\[1\]"):
        widget.overshoot = 0.5
    with pytest.raises(traitlets.TraitError, match=r"points\[1\]: expected y from -0.6 to 1.6"):
        widget_class(kind="bezier", points=handles)


def test_another_kind_keeps_points_that_fit_it_and_makes_others_fit(widget_class: Any) -> None:
    widget = widget_class(points=[(0, 0), (0.2, 0.4), (1, 1)])
    widget.kind = "bezier"
    assert len(widget.points) == 4
    assert (widget.points[0], widget.points[3]) == ((0, 0), (1, 1))
    widget.points = [(0, 0), (0.9, 1.5), (0.1, -0.5), (1, 1)]
    widget.kind = "spline"
    assert len(widget.points) == 5
    assert all(0 <= y <= 1 for _, y in widget.points)


def test_what_the_page_sends_is_taken(widget_class: Any) -> None:
    widget = widget_class(points=[(0, 0), (0.5, 0.2), (1, 1)])
    widget.set_state({"points": [[0, 0.1], [1, 0.9]]})
    assert widget.points == [(0.0, 0.1), (1.0, 0.9)]
    handles = [[0, 0], [0.9, 1.5], [0.1, -0.5], [1, 1]]
    widget.set_state({"kind": "bezier", "points": handles})
    assert (widget.kind, widget.points) == ("bezier", [tuple(each) for each in handles])
    widget.set_state({"points": [[0, 0], [0.3, 0.2], [1, 1]], "kind": "spline"})
    assert (widget.kind, len(widget.points)) == ("spline", 3)


def test_arrays_of_numbers_go_in_and_lie_behind_the_curve(widget_class: Any) -> None:
    np = pytest.importorskip("numpy")
    widget = widget_class(points=np.array(RISING), scatter=np.zeros((5, 2)), histogram=range(9))
    assert widget.points == RISING
    assert (len(widget.scatter), len(widget.histogram)) == (10, 9)
    with pytest.raises(traitlets.TraitError, match="scatter"):
        widget.scatter = np.zeros((5, 3))


def test_a_million_numbers_are_mapped_at_once(widget_class: Any) -> None:
    np = pytest.importorskip("numpy")
    for kind in ("spline", "bezier"):
        widget = widget_class(points=RISING, kind=kind)
        assert widget(np.linspace(0, 1, 1_000_000)).shape == (1_000_000,)
