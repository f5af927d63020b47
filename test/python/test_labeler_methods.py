"""labeler in the kernel: pictures and frames go in, decisions come out.

The class is the one that a notebook gets: the definition cell of the built item (`npm run build`).
"""

from __future__ import annotations

import base64
import json
import struct
import zlib
from pathlib import Path
from typing import Any

import pytest
import traitlets

from built import built_class

TEXTS = ["one", "two", "three", "four"]
LABELS = ["spam", "ham"]
PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture(scope="module")
def widget_class() -> Any:
    """Labeler, as its definition cell makes it."""
    return built_class("labeler")


@pytest.fixture
def labeler(widget_class: Any) -> Any:
    return widget_class(
        items=TEXTS, labels=LABELS, decisions=[1, -1, 2], comments={"1": "odd", "3": "later"}
    )


def test_annotations_are_what_was_decided_or_commented(labeler: Any) -> None:
    assert labeler.annotations == [
        {"index": 0, "label": "spam", "skipped": False, "comment": None},
        {"index": 1, "label": None, "skipped": True, "comment": "odd"},
        {"index": 2, "label": "ham", "skipped": False, "comment": None},
        {"index": 3, "label": None, "skipped": False, "comment": "later"},
    ]


def test_annotations_can_be_kept_as_json_and_put_back(labeler: Any, widget_class: Any) -> None:
    kept = json.loads(json.dumps(labeler.annotations))
    other = widget_class(items=TEXTS, labels=["ham", "new", "spam"], history=[0, 0], position=2)
    other.annotations = kept
    assert other.annotations == labeler.annotations
    assert list(other.decisions) == [4, -1, 1, 0]
    assert (list(other.history), other.position) == ([], -1)


def test_annotations_with_several_labels_are_lists(widget_class: Any) -> None:
    labeler = widget_class(items=TEXTS, labels=LABELS, multi=True, decisions=[3, 2])
    assert [each["label"] for each in labeler.annotations] == [["spam", "ham"], ["ham"]]
    labeler.annotations = [{"index": 1, "label": ["ham", "spam", "ham"]}]
    assert list(labeler.decisions) == [0, 3, 0, 0]


def test_annotations_of_unknown_labels_or_items_are_refused(labeler: Any) -> None:
    before = labeler.annotations
    with pytest.raises(ValueError, match="'eggs' is none of the labels"):
        labeler.annotations = [{"index": 0, "label": "eggs"}]
    with pytest.raises(ValueError, match="There is no item 4: there are 4"):
        labeler.annotations = [{"index": 4, "label": "spam"}]
    assert labeler.annotations == before


def test_counts_tell_how_many_items_have_each_label(labeler: Any) -> None:
    assert labeler.counts == {"spam": 1, "ham": 1}
    labeler.items = ["one"]
    assert labeler.counts == {"spam": 1, "ham": 0}


def test_a_wrong_trait_is_refused_by_name(widget_class: Any) -> None:
    with pytest.raises(traitlets.TraitError, match="labels"):
        widget_class(labels=[str(n) for n in range(31)])
    with pytest.raises(traitlets.TraitError, match="shortcuts"):
        widget_class(shortcuts={"spam": "ctrl"})


def frames(*kinds: str) -> Any:
    return pytest.mark.parametrize("kind", kinds or ("pandas", "polars", "pyarrow"))


def frame_of(kind: str, columns: dict[str, list[Any]]) -> Any:
    pytest.importorskip("narwhals", reason="narwhals is not installed")
    library = pytest.importorskip(kind, reason=f"{kind} is not installed")
    return library.table(columns) if kind == "pyarrow" else library.DataFrame(columns)


def rows_of(frame: Any) -> list[tuple[Any, ...]]:
    import narwhals as nw

    return [
        tuple(None if part != part else part for part in row)
        for row in nw.from_native(frame, eager_only=True).rows()
    ]


@frames()
def test_a_frame_goes_in_by_its_text_column_and_out_with_labels(
    widget_class: Any, kind: str
) -> None:
    frame = frame_of(kind, {"id": [7, 8, 9], "body": ["a", "b", None]})
    labeler = widget_class.from_frame(frame, text="body", labels=LABELS, prompt="What?")
    assert (labeler.items, labeler.prompt) == (["a", "b", None], "What?")
    labeler.decisions, labeler.comments = [2, -1], {"1": "odd"}
    everything, labelled = labeler.to_frame(), labeler.labelled(label="kind", comment="note")
    assert type(everything) is type(frame)
    assert rows_of(everything) == [
        (7, "a", "ham", None),
        (8, "b", None, "odd"),
        (9, None, None, None),
    ]
    assert rows_of(labelled) == [(7, "a", "ham", None)]
    assert list(getattr(labelled, "column_names", None) or labelled.columns) == [
        "id",
        "body",
        "kind",
        "note",
    ]


@frames()
def test_a_frame_without_a_decision_comes_out_with_empty_columns(
    widget_class: Any, kind: str
) -> None:
    labeler = widget_class.from_frame(frame_of(kind, {"a": ["x"]}), text="a", labels=LABELS)
    assert rows_of(labeler.to_frame()) == [("x", None, None)]
    assert rows_of(labeler.labelled()) == []


@frames()
def test_several_labels_come_out_as_lists(widget_class: Any, kind: str) -> None:
    frame = frame_of(kind, {"a": ["x", "y"]})
    labeler = widget_class.from_frame(frame, text="a", labels=LABELS, multi=True, decisions=[0, 3])
    (row,) = rows_of(labeler.labelled())
    assert (row[0], list(row[1])) == ("y", ["spam", "ham"])


@frames()
def test_rows_of_a_frame_go_in_as_records(widget_class: Any, kind: str) -> None:
    import datetime as dt

    frame = frame_of(
        kind,
        {
            "text": ["a", None],
            "n": [1.5, float("nan")],
            "day": [dt.datetime(2024, 5, 1), None],
            "ok": [True, False],
        },
    )
    labeler = widget_class.from_frame(frame, labels=LABELS)
    first, second = labeler.items
    assert (first["text"], first["n"], first["ok"]) == ("a", 1.5, True)
    assert first["day"].startswith("2024-05-01")
    assert second == {"text": None, "n": None, "day": None, "ok": False}
    some = widget_class.from_frame(frame, columns=["ok"], labels=LABELS)
    assert some.items == [{"ok": True}, {"ok": False}]


def test_an_index_of_pandas_stays(widget_class: Any) -> None:
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    frame = pandas.DataFrame({"a": ["x", "y", "z"]}, index=[5, 5, 1])
    labeler = widget_class.from_frame(frame, text="a", labels=LABELS, decisions=[1, 0, 2])
    assert labeler.to_frame()["label"].fillna("").tolist() == ["spam", "", "ham"]
    assert labeler.labelled().index.tolist() == [5, 1]
    assert list(frame.columns) == ["a"]


def test_missing_values_of_pandas_are_empty(widget_class: Any) -> None:
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    frame = pandas.DataFrame(
        {
            "n": pandas.array([1, None], dtype="Int64"),
            "t": [pandas.NaT, pandas.Timestamp("2024-05-01")],
        }
    )
    labeler = widget_class.from_frame(frame, labels=LABELS)
    assert labeler.items[0] == {"n": 1, "t": None}
    assert labeler.items[1] == {"n": None, "t": "2024-05-01 00:00:00"}


@frames("polars")
def test_nested_values_go_in_as_they_are(widget_class: Any, kind: str) -> None:
    frame = frame_of(kind, {"a": [{"b": [1, None]}]})
    assert widget_class.from_frame(frame, labels=LABELS).items == [{"a": {"b": [1, None]}}]


@frames("pandas", "polars")
def test_a_column_that_is_not_there_is_named(widget_class: Any, kind: str) -> None:
    with pytest.raises(ValueError, match=r"no column 'body', only \['a'\]"):
        widget_class.from_frame(frame_of(kind, {"a": ["x"]}), text="body", labels=LABELS)


@frames("pandas", "polars")
def test_a_column_of_the_frame_is_never_written_over(widget_class: Any, kind: str) -> None:
    frame = frame_of(kind, {"a": ["x"], "label": ["mine"]})
    labeler = widget_class.from_frame(frame, text="a", labels=LABELS, decisions=[1])
    with pytest.raises(ValueError, match="a column 'label' already: choose another name"):
        labeler.to_frame()
    assert rows_of(labeler.labelled(label="given")) == [("x", "mine", "spam", None)]


@frames("pandas", "polars")
def test_a_frame_whose_items_were_exchanged_is_refused(widget_class: Any, kind: str) -> None:
    labeler = widget_class.from_frame(frame_of(kind, {"a": ["x"]}), text="a", labels=LABELS)
    labeler.items = ["x", "y"]
    with pytest.raises(ValueError, match="The frame has 1 rows, but there are 2 items now"):
        labeler.to_frame()


def test_a_list_of_items_comes_out_as_a_frame(labeler: Any, widget_class: Any) -> None:
    pytest.importorskip("narwhals", reason="narwhals is not installed")
    assert rows_of(labeler.to_frame())[1:3] == [("two", None, "odd"), ("three", "ham", None)]
    records = widget_class(items=[{"a": 1}, {"a": 2, "b": "x"}], labels=LABELS, decisions=[0, 1])
    assert rows_of(records.labelled()) == [(2, "x", "spam", None)]


def content_of(address: str, mime: str) -> bytes:
    start = f"data:{mime};base64,"
    assert address.startswith(start)
    return base64.b64decode(address.removeprefix(start))


@pytest.mark.parametrize(
    ("content", "mime"),
    [
        (PNG + b"...", "image/png"),
        (b"\xff\xd8\xff\xe0...", "image/jpeg"),
        (b"GIF89a...", "image/gif"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "image/webp"),
        (b"\0\0\0\x1cftypavif....", "image/avif"),
        (b"BM......", "image/bmp"),
        (b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', "image/svg+xml"),
    ],
)
def test_bytes_and_files_become_addresses_of_their_kind(
    widget_class: Any, tmp_path: Path, content: bytes, mime: str
) -> None:
    path = tmp_path / "picture"
    path.write_bytes(content)
    for source in (content, bytearray(content), memoryview(content), path, str(path)):
        item = widget_class.image(source, alt="A picture", id=3)
        assert content_of(item["image"], mime) == content
        assert (item["alt"], item["id"]) == ("A picture", 3)


def test_an_address_stays_and_other_things_are_refused(widget_class: Any) -> None:
    assert widget_class.image("data:image/png;base64,AA")["image"] == "data:image/png;base64,AA"
    with pytest.raises(ValueError, match=r"expected PNG, JPEG.*start with b'%PDF-1.7'"):
        widget_class.image(b"%PDF-1.7")
    with pytest.raises(TypeError, match="not a int"):
        widget_class.image(7)
    with pytest.raises(FileNotFoundError):
        widget_class.image("https://example.org/cat.png")


def decoded(png: bytes) -> tuple[int, int, int, list[bytes]]:
    """Width, height, colour type and the pixels of each line."""
    assert png.startswith(PNG)
    chunks, at = {}, len(PNG)
    while at < len(png):
        (size,) = struct.unpack(">I", png[at : at + 4])
        name, body = png[at + 4 : at + 8], png[at + 8 : at + 8 + size]
        (check,) = struct.unpack(">I", png[at + 8 + size : at + 12 + size])
        assert check == zlib.crc32(name + body)
        chunks[name], at = body, at + 12 + size
    width, height, _, color = struct.unpack(">IIBB", chunks[b"IHDR"][:10])
    raw = zlib.decompress(chunks[b"IDAT"])
    line = len(raw) // height
    return width, height, color, [raw[y * line + 1 : (y + 1) * line] for y in range(height)]


def test_arrays_become_png(widget_class: Any) -> None:
    numpy = pytest.importorskip("numpy", reason="numpy is not installed")
    grey = numpy.array([[0, 128, 255], [1, 2, 3]], dtype="uint8")
    png = content_of(widget_class.image(grey)["image"], "image/png")
    assert decoded(png) == (3, 2, 0, [bytes([0, 128, 255]), bytes([1, 2, 3])])
    red = numpy.zeros((1, 2, 3), dtype="uint8")
    red[..., 0] = 255
    png = content_of(widget_class.image(red[:, ::-1])["image"], "image/png")
    assert decoded(png) == (2, 1, 2, [bytes([255, 0, 0, 255, 0, 0])])
    floats = numpy.array([[0.0, 0.5, 2.0, numpy.nan]])
    png = content_of(widget_class.image(floats)["image"], "image/png")
    assert decoded(png)[3] == [bytes([0, 128, 255, 0])]
    mask = content_of(widget_class.image(floats > 0.1)["image"], "image/png")
    assert decoded(mask)[3] == [bytes([0, 255, 255, 0])]
    clear = content_of(widget_class.image(numpy.ones((2, 2, 4)))["image"], "image/png")
    assert decoded(clear)[2] == 6


def test_arrays_of_another_shape_or_type_are_refused(widget_class: Any) -> None:
    numpy = pytest.importorskip("numpy", reason="numpy is not installed")
    for pixels in (numpy.zeros((2, 2, 5)), numpy.zeros(4), numpy.zeros((2, 2), dtype="int64")):
        with pytest.raises(ValueError, match=r"Found an array of shape .*expected \(height, width"):
            widget_class.image(pixels)


def test_what_saves_itself_as_png_is_a_picture(widget_class: Any) -> None:
    image = pytest.importorskip("PIL.Image", reason="Pillow is not installed")
    picture = image.new("RGB", (2, 1), (255, 0, 0))
    assert content_of(widget_class.image(picture)["image"], "image/png").startswith(PNG)


@frames("pandas", "polars")
def test_pictures_of_a_frame_go_in_with_their_fields(widget_class: Any, kind: str) -> None:
    frame = frame_of(kind, {"id": [7], "picture": [PNG]})
    labeler = widget_class.from_frame(frame, image="picture", labels=LABELS)
    (item,) = labeler.items
    assert (item["id"], content_of(item["image"], "image/png")) == (7, PNG)
    captioned = widget_class.from_frame(frame, text="id", image="picture", labels=LABELS)
    assert captioned.items == [item]
