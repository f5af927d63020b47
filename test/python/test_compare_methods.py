"""compare in the kernel: candidates go in, choices by name and a ranking come out.

The class is the one that a notebook gets: the definition cell of the built item (`npm run build`).
"""

from __future__ import annotations

import base64
import itertools
import math
import random
from pathlib import Path
from typing import Any

import pytest
import traitlets

from built import built_class

PNG = b"\x89PNG\r\n\x1a\n"

# Wins of the teams of the eastern division of the American League in 1987, by rows, against the
# others, by columns: Agresti, Categorical Data Analysis, 2nd edition, 2002, table 10.10.
TEAMS = ["Milwaukee", "Detroit", "Toronto", "New York", "Boston", "Cleveland", "Baltimore"]
WINS = [
    [0, 7, 9, 7, 7, 9, 11],
    [6, 0, 7, 5, 11, 9, 9],
    [4, 6, 0, 7, 7, 8, 12],
    [6, 8, 6, 0, 6, 7, 10],
    [6, 2, 6, 7, 0, 7, 12],
    [4, 4, 5, 6, 6, 0, 6],
    [2, 4, 1, 3, 1, 7, 0],
]
# Table 10.11, its fitted strengths against Baltimore's.
STRENGTHS = {
    "Milwaukee": 1.58,
    "Detroit": 1.44,
    "Toronto": 1.29,
    "New York": 1.25,
    "Boston": 1.11,
    "Cleveland": 0.68,
}


@pytest.fixture(scope="module")
def widget_class() -> Any:
    """Compare, as its definition cell makes it."""
    return built_class("compare")


def pick(winner: int, loser: int) -> dict[str, Any]:
    return {"pair": 0, "shown": [loser, winner], "winner": winner, "verdict": "pick", "ms": 5}


def even(verdict: str, *shown: int) -> dict[str, Any]:
    return {"pair": 0, "shown": list(shown), "winner": None, "verdict": verdict, "ms": 5}


def league(widget_class: Any) -> Any:
    choices = [
        pick(one, two)
        for one, row in enumerate(WINS)
        for two, times in enumerate(row)
        for _ in range(times)
    ]
    return widget_class(items=TEAMS, names=TEAMS, choices=choices)


def by_name(records: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {each["name"]: each for each in records}


def test_the_ranking_is_that_of_a_published_example(widget_class: Any) -> None:
    ranking = league(widget_class).ranking(prior=0)
    assert [each["name"] for each in ranking] == TEAMS
    assert [each["rank"] for each in ranking] == [1, 2, 3, 4, 5, 6, 7]
    found = by_name(ranking)
    base = found["Baltimore"]["strength"]
    against = {name: round(found[name]["strength"] - base, 2) for name in STRENGTHS}
    assert against == STRENGTHS
    assert sum(each["strength"] for each in ranking) == pytest.approx(0)
    first = found["Milwaukee"]
    assert (first["wins"], first["losses"], first["ties"]) == (50, 28, 0)


def test_standard_errors_are_those_of_the_information_matrix(widget_class: Any) -> None:
    numpy = pytest.importorskip("numpy", reason="numpy is not installed")
    compare = league(widget_class)
    found = by_name(compare.ranking(prior=0))
    strengths = numpy.array([found[name]["strength"] for name in TEAMS])
    chances = 1 / (1 + numpy.exp(strengths[None, :] - strengths[:, None]))
    games = numpy.array(WINS) + numpy.array(WINS).T
    known = games * chances * (1 - chances)
    covariance = numpy.linalg.pinv(numpy.diag(known.sum(axis=1)) - known)
    errors = [found[name]["error"] for name in TEAMS]
    assert errors == pytest.approx(list(numpy.sqrt(numpy.diag(covariance))))
    # Agresti: the standard errors of the differences are about 0.3.
    contrast = covariance[0, 0] + covariance[6, 6] - 2 * covariance[0, 6]
    assert round(math.sqrt(contrast), 1) == 0.3
    one = found["Boston"]
    assert one["high"] - one["low"] == pytest.approx(2 * 1.96 * one["error"])


def test_a_small_prior_hardly_moves_the_ranking(widget_class: Any) -> None:
    compare = league(widget_class)
    with_prior, without = by_name(compare.ranking()), by_name(compare.ranking(prior=0))
    for name in TEAMS:
        assert with_prior[name]["strength"] == pytest.approx(without[name]["strength"], abs=0.02)
    strong = compare.ranking(prior=1000)
    assert max(abs(each["strength"]) for each in strong) < 0.1


def test_ties_are_half_a_win_for_each(widget_class: Any) -> None:
    items = ["a", "b", "c"]
    choices = [pick(0, 1), even("tie", 0, 1), even("bad", 1, 0), even("skip", 2, 0), pick(1, 2)]
    compare = widget_class(items=items, names=items, choices=choices)
    found = by_name(compare.ranking())
    assert [(found[n]["wins"], found[n]["losses"], found[n]["ties"]) for n in items] == [
        (1, 0, 2),
        (1, 1, 2),
        (0, 1, 0),
    ]
    without_bad = by_name(compare.ranking(bad=False))
    assert without_bad["a"]["ties"] == 1
    assert without_bad["a"]["strength"] > found["a"]["strength"]
    # Two wins of each against the other, however they came about, are the same.
    ties = widget_class(items=["a", "b"], choices=[even("tie", 0, 1)] * 4)
    wins = widget_class(items=["a", "b"], choices=[pick(0, 1), pick(1, 0)] * 2)
    for one, two in zip(ties.ranking(), wins.ranking(), strict=True):
        assert (one["strength"], two["strength"]) == pytest.approx((0, 0), abs=1e-9)
        assert one["error"] == pytest.approx(two["error"])
    assert [each["rank"] for each in ties.ranking()] == [1, 1]


def test_one_that_lost_all_has_a_strength_with_a_prior_only(widget_class: Any) -> None:
    compare = widget_class(items=["a", "b", "c"], choices=[pick(0, 1), pick(0, 2), pick(1, 2)])
    ranking = compare.ranking()
    assert [each["name"] for each in ranking] == ["Item 1", "Item 2", "Item 3"]
    assert all(math.isfinite(each["strength"]) and each["error"] > 0 for each in ranking)
    assert ranking[0]["strength"] == pytest.approx(-ranking[2]["strength"])
    with pytest.raises(ValueError, match="Expected prior to be more than 0"):
        compare.ranking(prior=0)
    with pytest.raises(ValueError, match="prior: expected a number from 0; found -1"):
        compare.ranking(prior=-1)


def test_groups_that_never_lost_to_others_need_a_prior(widget_class: Any) -> None:
    # a and b beat each other, and always c and d, who beat each other.
    choices = [pick(0, 1), pick(1, 0), pick(2, 3), pick(3, 2), pick(0, 2), pick(1, 3)]
    compare = widget_class(items=list("abcd"), choices=choices)
    assert [each["rank"] for each in compare.ranking()] == [1, 1, 3, 3]
    with pytest.raises(ValueError, match="Expected prior to be more than 0"):
        compare.ranking(prior=0)


def test_the_ranking_of_nothing_is_even(widget_class: Any) -> None:
    assert widget_class().ranking() == []
    (one, two) = widget_class(items=["a", "b"]).ranking()
    assert (one["strength"], two["strength"], one["rank"], two["rank"]) == (0, 0, 1, 1)
    assert one["error"] > 1
    assert one["wins"] == 0


def test_a_winner_of_several_wins_against_each(widget_class: Any) -> None:
    choice = {"pair": 0, "shown": [2, 0, 1], "winner": 0, "verdict": "pick", "ms": 5}
    compare = widget_class(items=list("abc"), pairs=[[0, 1, 2]], choices=[choice])
    found = by_name(compare.ranking())
    assert [(each["wins"], each["losses"]) for each in found.values()] == [(2, 0), (0, 1), (0, 1)]


def test_items_of_one_name_are_ranked_as_one(widget_class: Any) -> None:
    compare = widget_class(
        items=list("abcd"),
        names=["x", "y", "x", "y"],
        pairs=[[0, 1], [2, 3]],
        choices=[pick(0, 1), {**pick(2, 3), "pair": 1}],
    )
    assert [(each["name"], each["wins"]) for each in compare.ranking()] == [("x", 2), ("y", 0)]


def test_strengths_are_found_again(widget_class: Any) -> None:
    draw = random.Random(5)
    true = [1.5, 0.5, 0.0, -0.5, -1.5]
    choices = []
    for one, two in itertools.combinations(range(5), 2):
        for _ in range(400):
            won = draw.random() < 1 / (1 + math.exp(true[two] - true[one]))
            choices.append(pick(one, two) if won else pick(two, one))
    found = by_name(widget_class(items=list("abcde"), choices=choices).ranking())
    for place, strength in enumerate(true):
        record = found[f"Item {place + 1}"]
        assert record["strength"] == pytest.approx(strength, abs=4 * record["error"])
        assert record["error"] < 0.1


def test_results_are_the_choices_by_name(widget_class: Any) -> None:
    compare = widget_class(
        items=["x", "y"],
        names=["Ada"],
        pairs=[{"items": [0, 1], "context": "Why?"}],
        choices=[pick(1, 0), even("tie", 1, 0)],
    )
    common = {"pair": 0, "context": "Why?", "ms": 5}
    assert compare.results == [
        {**common, "shown": ["Ada", "Item 2"], "winner": "Item 2", "verdict": "pick"},
        {**common, "shown": ["Item 2", "Ada"], "winner": None, "verdict": "tie"},
    ]


def test_frames_come_out(widget_class: Any) -> None:
    nw = pytest.importorskip("narwhals", reason="narwhals is not installed")
    compare = widget_class(items=["x", "y"], choices=[pick(1, 0)])
    ranking = nw.from_native(compare.ranking(frame=True), eager_only=True)
    assert ranking["name"].to_list() == ["Item 2", "Item 1"]
    results = nw.from_native(compare.to_frame(), eager_only=True)
    assert results["winner"].to_list() == ["Item 2"]
    assert len(nw.from_native(widget_class().ranking(frame=True), eager_only=True)) == 0


@pytest.mark.parametrize("kind", ["pandas", "polars"])
def test_a_frame_goes_in_by_its_columns(widget_class: Any, kind: str) -> None:
    pytest.importorskip("narwhals", reason="narwhals is not installed")
    library = pytest.importorskip(kind, reason=f"{kind} is not installed")
    frame = library.DataFrame(
        {"ask": ["1?", "2?"], "x": ["a", "b"], "y": ["c", None], "z": ["d", "e"]}
    )
    compare = widget_class.from_frame(frame, ["x", "y", "z"], context="ask", prompt="Which?")
    assert (compare.items, compare.names) == (["a", "c", "d", "b", "e"], ["x", "y", "z", "x", "z"])
    assert compare.pairs == [
        {"items": [0, 1], "context": "1?"},
        {"items": [0, 2], "context": "1?"},
        {"items": [1, 2], "context": "1?"},
        {"items": [3, 4], "context": "2?"},
    ]
    together = widget_class.from_frame(frame, ["x", "y", "z"], markdown=True, together=True)
    assert [each["items"] for each in together.pairs] == [[0, 1, 2], [3, 4]]
    assert together.items[0] == {"markdown": "a"}
    with pytest.raises(ValueError, match="no column 'w', only"):
        widget_class.from_frame(frame, ["x", "w"])


@pytest.mark.parametrize(
    ("traits", "message"),
    [
        ({"pairs": [[0, 1], [0, 2]]}, r"pairs\[1\]: expected two to nine.*the 2 items.*\[0, 2\]"),
        ({"pairs": [[0]]}, r"pairs\[0\]"),
        ({"pairs": [[1, 1]]}, r"pairs\[0\]"),
        ({"pairs": [[0, True]]}, r"pairs\[0\]"),
        ({"pairs": ["01"]}, r"pairs\[0\]"),
        ({"pairs": [{"items": [0, 1], "context": 3}]}, r"pairs\[0\]"),
        ({"pairs": [{"items": [0, 1], "title": "x"}]}, r"pairs\[0\]"),
        (
            {"names": ["a", "b", "c"]},
            "names: expected at most one for each of the 2 items; found 3",
        ),
        ({"choices": [pick(0, 2)]}, r"choices\[0\]: expected shown to be items of its pair"),
        ({"choices": [{**pick(0, 1), "winner": None}]}, "a winner where the verdict is pick"),
        ({"choices": [{**even("tie", 0, 1), "winner": 0}]}, "a winner where the verdict is pick"),
        ({"choices": [{**pick(0, 1), "winner": 5}]}, "a winner that was shown"),
        ({"choices": [{**pick(0, 1), "verdict": "won"}]}, "choices.*verdict"),
        ({"choices": [{**pick(0, 1), "pair": 1}], "pairs": [[0, 1]]}, "items of its pair"),
        ({"height": 20}, "height"),
    ],
)
def test_what_does_not_fit_is_named(
    widget_class: Any, traits: dict[str, Any], message: str
) -> None:
    with pytest.raises(traitlets.TraitError, match=message):
        widget_class(items=["a", "b"], **traits)


def test_choices_of_the_page_are_checked_too(widget_class: Any) -> None:
    compare = widget_class(items=["a", "b"])
    compare.set_state({"choices": [pick(1, 0)]})
    assert compare.results[0]["winner"] == "Item 2"


def test_choices_on_items_that_are_gone_do_not_count(widget_class: Any) -> None:
    compare = widget_class(items=["a", "b", "c"], choices=[pick(0, 1), pick(2, 0)])
    compare.items = ["a", "b"]
    assert [(each["name"], each["wins"], each["losses"]) for each in compare.ranking()] == [
        ("Item 1", 1, 0),
        ("Item 2", 0, 1),
    ]
    assert compare.results[1]["winner"] == "Item 3"


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
        (b"BM......", "image/bmp"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "image/webp"),
        (b"\0\0\0\x1cftypavif....", "image/avif"),
        (b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', "image/svg+xml"),
    ],
)
def test_bytes_and_files_become_pictures(
    widget_class: Any, tmp_path: Path, content: bytes, mime: str
) -> None:
    path = tmp_path / "picture"
    path.write_bytes(content)
    for source in (content, bytearray(content), memoryview(content), path, str(path)):
        item = widget_class.image(source, alt="A picture", id=3)
        assert content_of(item["image"], mime) == content
        assert (item["alt"], item["id"]) == ("A picture", 3)


def test_what_saves_itself_becomes_a_picture(widget_class: Any) -> None:
    class Picture:
        def save(self, file: Any, **kind: str) -> None:
            file.write(PNG + kind["format"].encode())

    class Figure:
        def savefig(self, file: Any, **kind: str) -> None:
            file.write(PNG + kind["format"].encode())

    for source in (Picture(), Figure()):
        assert content_of(widget_class.image(source)["image"], "image/png") == PNG + b"PNG"


def test_a_picture_of_pillow_goes_in(widget_class: Any) -> None:
    image = pytest.importorskip("PIL.Image", reason="Pillow is not installed")
    picture = image.new("RGB", (2, 1), (255, 0, 0))
    assert content_of(widget_class.image(picture)["image"], "image/png").startswith(PNG)


def test_an_address_stays_and_other_things_are_refused(widget_class: Any) -> None:
    assert widget_class.image("data:image/png;base64,AA")["image"] == "data:image/png;base64,AA"
    with pytest.raises(ValueError, match=r"expected PNG, JPEG.*start with b'%PDF-1.7'"):
        widget_class.image(b"%PDF-1.7")
    with pytest.raises(TypeError, match="not a int"):
        widget_class.image(7)
    with pytest.raises(FileNotFoundError):
        widget_class.image("https://example.org/cat.png")


def test_markdown_is_a_record(widget_class: Any) -> None:
    assert widget_class.markdown("**a**", by="Ada") == {"markdown": "**a**", "by": "Ada"}
