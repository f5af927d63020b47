"""distribution-editor in the kernel: shares, quantiles, moments without SciPy; what is refused.

The class is the one that a notebook gets: the definition cell of the built item (`npm run build`).
The reference numbers name their source; the front end's test reads the same ones.
"""

from __future__ import annotations

import importlib.util
import itertools
import json
import math
import statistics
from pathlib import Path
from typing import Any

import pytest
import traitlets

from built import built_class

TABLE = Path(__file__).resolve().parents[2] / "widgets/distribution-editor/reference.json"
ROWS: list[dict[str, Any]] = json.loads(TABLE.read_text(encoding="utf-8"))["rows"]
NORMAL = {"family": "normal", "mean": 3, "sd": 2}
FREE = {"family": "quantiles", "p": [0.05, 0.5, 0.95], "x": [1, 2, 5]}
EXACT = 1e-9


def named(row: dict[str, Any]) -> str:
    numbers = [f"{key}={found}" for key, found in row["value"].items() if key != "family"]
    return f"{row['value']['family']} {' '.join(numbers)} in {row['low']} to {row['high']}"


@pytest.fixture(scope="module")
def widget_class() -> Any:
    """DistributionEditor, as its definition cell makes it."""
    return built_class("distribution-editor")


def made(widget_class: Any, row: dict[str, Any]) -> Any:
    return widget_class(value=row["value"], low=row["low"], high=row["high"])


@pytest.mark.parametrize("row", ROWS, ids=named)
def test_shares_densities_and_quantiles_are_those_of_scipy(
    widget_class: Any, row: dict[str, Any]
) -> None:
    widget = made(widget_class, row)
    assert widget.ppf(row["p"]) == pytest.approx(row["ppf"], rel=EXACT, abs=EXACT * row["sd"])
    assert widget.cdf(row["x"]) == pytest.approx(row["cdf"], rel=EXACT)
    assert widget.pdf(row["x"]) == pytest.approx(row["pdf"], rel=EXACT)


@pytest.mark.parametrize("row", ROWS, ids=named)
def test_mean_and_standard_deviation_are_those_of_scipy(
    widget_class: Any, row: dict[str, Any]
) -> None:
    widget = made(widget_class, row)
    is_known = row["low"] is row["high"] is None and row["value"]["family"] != "quantiles"
    near = EXACT if is_known else 1e-5
    assert widget.mean == pytest.approx(row["mean"], rel=near, abs=near * row["sd"])
    assert widget.std == pytest.approx(row["sd"], rel=near)


@pytest.mark.parametrize("row", ROWS, ids=named)
def test_a_frozen_distribution_is_the_same_one(widget_class: Any, row: dict[str, Any]) -> None:
    pytest.importorskip("scipy", reason="SciPy is not installed here")
    frozen = made(widget_class, row).frozen()
    assert list(frozen.ppf(row["p"])) == pytest.approx(row["ppf"], rel=1e-8, abs=1e-8 * row["sd"])
    assert list(frozen.cdf(row["x"])) == pytest.approx(row["cdf"], rel=1e-8)
    assert list(frozen.pdf(row["x"])) == pytest.approx(row["pdf"], rel=1e-8)
    assert frozen.mean() == pytest.approx(row["mean"], rel=1e-5, abs=1e-5 * row["sd"])
    assert frozen.std() == pytest.approx(row["sd"], rel=1e-5)
    assert len(frozen.rvs(3, random_state=1)) == 3


@pytest.mark.parametrize("value", [NORMAL, FREE], ids=["a family", "free quantiles"])
def test_frozen_stays_as_it_was(widget_class: Any, value: dict[str, Any]) -> None:
    pytest.importorskip("scipy", reason="SciPy is not installed here")
    widget = widget_class(value=value)
    frozen = widget.frozen()
    before = frozen.ppf(0.3)
    widget.value = {"family": "normal", "mean": 1000, "sd": 1}
    assert frozen.ppf(0.3) == before


def test_frozen_without_scipy_says_what_to_do(widget_class: Any) -> None:
    if importlib.util.find_spec("scipy"):
        pytest.skip("SciPy is installed here")
    with pytest.raises(ModuleNotFoundError, match=r"frozen: found no SciPy.*install scipy"):
        widget_class().frozen()


@pytest.mark.parametrize("row", ROWS, ids=named)
def test_a_sample_is_drawn_from_it_and_repeats_by_its_seed(
    widget_class: Any, row: dict[str, Any]
) -> None:
    widget = made(widget_class, row)
    drawn = widget.sample(2000, seed=7)
    assert drawn == widget.sample(2000, seed=7)
    assert drawn != widget.sample(2000, seed=8)
    # Kolmogorov and Smirnov: a gap this large comes once in 10,000 samples.
    shares = sorted(widget.cdf(drawn))
    gap = max(abs(share - i / 2000) for i, share in enumerate(shares))
    assert gap < 2.2 / math.sqrt(2000)


def test_a_sample_far_out_does_not_wait_for_luck(widget_class: Any) -> None:
    widget = widget_class(value={"family": "normal", "mean": 0, "sd": 1}, low=5)
    drawn = widget.sample(200, seed=1)
    assert min(drawn) >= 5
    assert statistics.fmean(drawn) == pytest.approx(widget.mean, abs=0.05)
    assert widget.sample(0) == []


def test_one_number_gives_one_and_many_a_list(widget_class: Any) -> None:
    widget = widget_class(value=NORMAL)
    assert widget.ppf(0.5) == 3.0
    assert widget.cdf((1, 3)) == [pytest.approx(0.15865525393145707), 0.5]
    assert widget.pdf([]) == []


def test_the_ends_of_quantiles_are_the_ends_of_the_distribution(widget_class: Any) -> None:
    widget = widget_class(value=NORMAL, low=0)
    assert widget.ppf([0, 1]) == [0.0, math.inf]
    assert widget.cdf([-1, 0]) == [0.0, 0.0]
    assert widget.pdf(-0.001) == 0.0
    for wrong in (-0.1, 1.1, math.nan):
        with pytest.raises(ValueError, match="expected a share from 0 to 1"):
            widget.ppf(wrong)


def test_free_quantiles_on_a_normal_curve_are_the_normal_distribution(widget_class: Any) -> None:
    p = [0.05, 0.25, 0.5, 0.75, 0.95]
    exact = statistics.NormalDist(3, 2)
    x = [exact.inv_cdf(share) for share in p]
    widget = widget_class(value={"family": "quantiles", "p": p, "x": x})
    assert (widget.mean, widget.std) == (pytest.approx(3), pytest.approx(2))
    for at in (-4, 0, 2.5, 11):
        assert widget.cdf(at) == pytest.approx(exact.cdf(at), rel=1e-9)
        assert widget.pdf(at) == pytest.approx(exact.pdf(at), rel=1e-9)


@pytest.mark.parametrize("x", [[0, 1, 1.001, 1.002, 50], [0, 40, 41, 42, 43], [1, 2, 3, 4, 1e6]])
def test_free_quantiles_rise_whatever_they_are(widget_class: Any, x: list[float]) -> None:
    p = [0.05, 0.25, 0.5, 0.75, 0.95]
    widget = widget_class(value={"family": "quantiles", "p": p, "x": x})
    points = widget.ppf([n / 1000 for n in range(1, 1000)])
    assert all(a < b for a, b in itertools.pairwise(points))
    assert widget.ppf(p) == pytest.approx(x)
    assert all(0 < dense < math.inf for dense in widget.pdf(points))


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ({"family": "cauchy"}, "'cauchy', expected one of normal, lognormal"),
        ({}, "found None, expected one of"),
        ({"family": "normal", "mean": 1}, "expected the keys family, mean, sd"),
        ({**NORMAL, "low": 1}, "expected the keys family, mean, sd"),
        ({**NORMAL, "sd": 0}, r"value\['sd'\]: found 0, expected a number above 0"),
        ({**NORMAL, "sd": "2"}, r"value\['sd'\]: found '2', expected a number"),
        ({**NORMAL, "sd": True}, "expected a number"),
        ({"family": "uniform", "low": 2, "high": 2}, "low below high"),
        ({"family": "pert", "low": 0, "mode": 9, "high": 5}, "in this order"),
        ({"family": "beta", "low": 0, "high": 1, "alpha": 0, "beta": 1}, "from 0.01 to 1000"),
        ({"family": "lognormal", "median": 1, "sigma": 40}, "standard deviation is finite"),
        ({"family": "gamma", "shape": 1, "scale": -1}, "expected a number above 0"),
        ({**FREE, "p": [0.5, 0.05, 0.95]}, r"value\['p'\].*2 to 9 rising shares"),
        ({**FREE, "p": [0, 0.5, 0.95]}, "2 to 9 rising shares"),
        ({**FREE, "p": [0.5]}, "2 to 9 rising shares"),
        ({**FREE, "p": 3}, "2 to 9 rising shares"),
        ({**FREE, "x": [1, 2]}, r"value\['x'\].*for each share"),
        ({**FREE, "x": [1, 5, 2]}, "a rising number"),
    ],
    ids=str,
)
def test_what_is_no_distribution_is_refused(
    widget_class: Any, value: dict[str, Any], said: str
) -> None:
    with pytest.raises(traitlets.TraitError, match=said):
        widget_class(value=value)
    widget = widget_class(value=NORMAL)
    with pytest.raises(traitlets.TraitError, match=said):
        widget.value = value
    assert widget.mean == 3.0


def test_limits_that_leave_nothing_are_refused(widget_class: Any) -> None:
    widget = widget_class(value=NORMAL)
    for trait, limit in (("low", 100), ("high", -100)):
        with pytest.raises(traitlets.TraitError, match=f"{trait}: .*expected a distribution that"):
            setattr(widget, trait, limit)
    widget.low = 0
    with pytest.raises(traitlets.TraitError, match=r"high: found -1.*expected low below high"):
        widget.high = -1
    assert (widget.low, widget.high) == (0.0, None)
    with pytest.raises(traitlets.TraitError, match="reaches between"):
        widget.value = {"family": "uniform", "low": -3, "high": -1}


def test_free_quantiles_must_lie_within_the_limits(widget_class: Any) -> None:
    widget = widget_class(value=FREE, low=0)
    with pytest.raises(traitlets.TraitError, match="within the limits"):
        widget.value = {**FREE, "x": [0, 2, 5]}
    with pytest.raises(traitlets.TraitError, match="within the limits"):
        widget.high = 5


def test_numbers_come_out_as_floats_in_the_order_of_the_docs(widget_class: Any) -> None:
    widget = widget_class(value={"sd": 2, "mean": 3, "family": "normal"})
    assert widget.value == NORMAL
    assert type(widget.value["mean"]) is float
    assert widget_class(value=FREE).value["x"] == [1.0, 2.0, 5.0]


def test_the_value_travels_as_json(widget_class: Any) -> None:
    widget = widget_class(value=FREE, data=[1, None, 3])
    state = widget.get_state()
    assert state["value"] == FREE
    assert math.isnan(widget.data[1])
    widget.set_state({"value": {"family": "gamma", "shape": 2, "scale": 1.5}})
    assert widget.mean == 3.0
