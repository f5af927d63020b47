"""xy-pad in the kernel: a point within its ranges; frames and pictures go in, near rows come out.

The class is the one that a notebook gets: the definition cell of the built item (`npm run build`).
"""

from __future__ import annotations

import array
import base64
import math
import struct
import zlib
from pathlib import Path
from typing import Any

import pytest
import traitlets

from built import built_class


@pytest.fixture(scope="module")
def widget_class() -> Any:
    """XyPad, as its definition cell makes it."""
    return built_class("xy-pad")


def png(width: int, height: int) -> bytes:
    """A black picture."""

    def chunk(name: bytes, body: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(name + body))
        return struct.pack(">I", len(body)) + name + body + check

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + bytes(width)) * height)
    start = b"\x89PNG\r\n\x1a\n"
    return start + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def test_the_point_is_in_the_middle_until_someone_moves_it(widget_class: Any) -> None:
    pad = widget_class(x_range=(0, 10), y_range=(8, 2))
    assert (pad.x, pad.y) == (5.0, 5.0)
    logs = widget_class(x_range=(0.01, 100), x_log=True)
    assert logs.x == pytest.approx(1.0)


def test_a_point_outside_is_refused_and_leaves_all_as_it_was(widget_class: Any) -> None:
    pad = widget_class(x=3, y=3, x_range=(0, 10), y_range=(8, 2))
    with pytest.raises(traitlets.TraitError, match=r"x: found 11.0, expected .* 0.0 to 10.0"):
        pad.x = 11
    with pytest.raises(traitlets.TraitError, match=r"y: found 1.0, expected .* 2.0 to 8.0"):
        pad.y = 1
    assert (pad.x, pad.y) == (3.0, 3.0)
    with pytest.raises(traitlets.TraitError, match=r"x: found 2.0"):
        widget_class(x=2)


@pytest.mark.parametrize("wrong", [math.nan, math.inf, "1", None])
def test_only_finite_numbers_are_points(widget_class: Any, wrong: Any) -> None:
    pad = widget_class()
    with pytest.raises(traitlets.TraitError, match="x"):
        pad.x = wrong


def test_another_range_keeps_the_point_or_moves_it_to_its_end(widget_class: Any) -> None:
    pad = widget_class(x=3, x_range=(0, 10))
    pad.x_range = (0, 5)
    assert pad.x == 3.0
    pad.x_range = (0, 2)
    assert pad.x == 2.0
    pad.x_range = (20, 10)
    assert pad.x == 10.0


def test_a_logarithmic_range_is_above_zero(widget_class: Any) -> None:
    with pytest.raises(traitlets.TraitError, match=r"x_range: found \(0.0, 1.0\), .* above 0"):
        widget_class(x_log=True)
    pad = widget_class(y_range=(1, 10), y_log=True, y=2)
    with pytest.raises(traitlets.TraitError, match="y_range"):
        pad.y_range = (0, 10)
    assert pad.y_range == (1.0, 10.0)


def test_points_travel_as_binary(widget_class: Any) -> None:
    pad = widget_class(points=[(1, 2), (3, 4.5)])
    assert pad.points == array.array("d", [1, 2, 3, 4.5])
    assert bytes(pad.get_state("points")["points"]) == struct.pack("<4d", 1, 2, 3, 4.5)
    with pytest.raises(traitlets.TraitError, match="points"):
        pad.points = [1, 2, 3]


def test_the_nearest_dots_are_those_that_are_nearest_on_the_pad(widget_class: Any) -> None:
    dots = [(0, 0), (90, 0.5), (50, 0.9), (math.nan, 0.5)]
    pad = widget_class(points=dots, x_range=(0, 100), x=50, y=0.5)
    assert pad.nearest() == [1]
    assert pad.nearest(9) == [1, 2, 0] or pad.nearest(9) == [2, 1, 0]
    pad.x = 10
    pad.y = 0.1
    assert pad.nearest() == [0]
    logs = widget_class(points=[(1, 0.5), (60, 0.5), (-1, 0.5)], x_range=(1, 100), x_log=True, x=10)
    assert logs.nearest(9) == [1, 0]


@pytest.mark.parametrize("kind", ["pandas", "polars", "lazy", "pyarrow"])
def test_frames_go_in_and_the_nearest_rows_come_out(widget_class: Any, kind: str) -> None:
    columns = {"a": [1, 5, None, 3], "b": [10.0, 20.0, 30.0, math.nan], "name": list("pqrs")}
    module = pytest.importorskip("polars" if kind == "lazy" else kind)
    frame = {
        "pandas": lambda: module.DataFrame(columns),
        "polars": lambda: module.DataFrame(columns),
        "lazy": lambda: module.LazyFrame(columns),
        "pyarrow": lambda: module.table(columns),
    }[kind]()
    pad = widget_class.from_points(frame, "a", "b", x=5, label="Both")
    assert (pad.x_label, pad.y_label, pad.label) == ("a", "b", "Both")
    assert pad.x_range == pytest.approx((0.8, 5.2))
    assert pad.y_range == pytest.approx((9.0, 31.0))
    found = pad.rows(1)
    name = found["name"].to_pylist() if kind == "pyarrow" else list(found["name"])
    assert name == ["q"]


def test_the_range_of_a_log_axis_holds_the_numbers_above_zero(widget_class: Any) -> None:
    pd = pytest.importorskip("pandas")
    frame = pd.DataFrame({"a": [-1, 0, 1, 100], "b": [5, 5, 5, 5]})
    pad = widget_class.from_points(frame, "a", "b", x_log=True, y_log=True)
    assert pad.x_range == pytest.approx((0.794, 125.9), rel=1e-3)
    assert pad.y_range == (2.5, 10.0)


def test_a_wrong_column_is_named(widget_class: Any) -> None:
    pd = pytest.importorskip("pandas")
    with pytest.raises(KeyError, match="no column 'z', expected one of 'a', 'b'"):
        widget_class.from_points(pd.DataFrame({"a": [1], "b": [2]}), "a", "z")
    with pytest.raises(ValueError, match="from_points"):
        widget_class().rows()


def test_a_picture_comes_from_bytes_a_path_or_a_data_url(widget_class: Any, tmp_path: Path) -> None:
    image = png(64, 20)
    path = tmp_path / "picture.png"
    path.write_bytes(image)
    url = "data:image/png;base64," + base64.b64encode(image).decode()
    for given in (image, bytearray(image), path, str(path), url):
        pad = widget_class.from_image(given)
        assert pad.image == image
        assert pad.x_range == (0.0, 64.0)
        assert pad.y_range == (20.0, 0.0)
        assert (pad.width, pad.height) == (640, 200)
    assert widget_class.from_image("data:image/svg+xml,%3Csvg/%3E").image == b"<svg/>"
    assert widget_class.from_image(image, x_range=(0, 1)).x_range == (0.0, 1.0)
    with pytest.raises(TypeError, match="found int, expected bytes, a path"):
        widget_class.from_image(5)


def test_a_picture_comes_from_what_can_save_itself(widget_class: Any) -> None:
    class Figure:
        def savefig(self, file: Any, **options: Any) -> None:
            assert options == {"format": "png"}
            file.write(png(10, 10))

    assert widget_class.from_image(Figure()).x_range == (0.0, 10.0)
