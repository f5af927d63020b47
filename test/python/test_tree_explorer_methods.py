"""tree-explorer in the kernel: trees of many things, selections out of them, exact numbers, limits.

The class is the one that a notebook gets: the definition cell of the built item (`npm run build`).
"""

from __future__ import annotations

import dataclasses
import datetime
import json
import pathlib
from collections import namedtuple
from typing import Any

import pytest
import traitlets

from built import built_class

DATA = {"a": [1, {"b": True, "c": None}], "x/y~z": "text", "empty": {}}


@pytest.fixture(scope="module")
def widget_class() -> Any:
    """TreeExplorer, as its definition cell makes it."""
    return built_class("tree-explorer")


def frame(library: str, columns: dict[str, list[Any]]) -> Any:
    made = pytest.importorskip(library, reason=f"{library} is not in this environment")
    pytest.importorskip("narwhals", reason="narwhals is not in this environment")
    return made.DataFrame(columns)


def test_any_json_is_data(widget_class: Any) -> None:
    for data in ({}, [], None, True, 5, 1.5, "text", DATA):
        assert widget_class(data=data).data == data
    with pytest.raises(traitlets.TraitError, match=r"data: expected what JSON can say"):
        widget_class(data={"a": float("nan")})


def test_a_path_that_is_not_in_the_data_is_refused(widget_class: Any) -> None:
    widget = widget_class(data=DATA, selected=["/a/1/b", "/x~1y~0z", "/a"])
    for wrong in ("/gone", "a", "/a/2", "/a/01", "/a/-1", "/x~1y~0z/t"):
        with pytest.raises(
            traitlets.TraitError, match=r"selected: expected JSON pointers into data"
        ):
            widget.selected = [wrong]
    assert widget.selected == ["/a/1/b", "/x~1y~0z", "/a"]


def test_no_more_is_selected_than_may_be(widget_class: Any) -> None:
    assert widget_class(data=DATA, selected=["/a"], select="one").selected == ["/a"]
    with pytest.raises(traitlets.TraitError, match=r"expected one path \(select='one'\); found 2"):
        widget_class(data=DATA, selected=["/a", "/empty"], select="one")
    with pytest.raises(traitlets.TraitError, match=r"expected no path"):
        widget_class(data=DATA, selected=["/a"], select="none")


def test_limits_of_options_are_told(widget_class: Any) -> None:
    with pytest.raises(traitlets.TraitError, match=r"height: .*from 120 up to 420"):
        widget_class(height=10)
    with pytest.raises(traitlets.TraitError, match="depth"):
        widget_class(depth=-1)


def test_other_data_keeps_what_is_still_there(widget_class: Any) -> None:
    widget = widget_class(data=DATA, selected=["/a/0", "/empty"])
    widget.data = {"a": [5]}
    assert widget.selected == ["/a/0"]


def test_what_is_selected_comes_out_by_path(widget_class: Any) -> None:
    widget = widget_class(data=DATA, selected=["/a/1", "/x~1y~0z"])
    assert widget.chosen() == {"/a/1": {"b": True, "c": None}, "/x~1y~0z": "text"}
    assert list(widget.leaves().items()) == [
        ("/a/1/b", True),
        ("/a/1/c", None),
        ("/x~1y~0z", "text"),
    ]
    assert widget.subset() == {"a": [{"b": True, "c": None}], "x/y~z": "text"}
    assert widget_class(data=DATA, selected=[""]).subset() == DATA
    assert widget_class(data=DATA).subset() is None


def test_paths_lead_to_values_and_to_python(widget_class: Any) -> None:
    widget = widget_class(data=DATA, name="order")
    assert widget.at("/a/1/b") is True
    assert widget.at("") == DATA
    with pytest.raises(KeyError, match="/a/7"):
        widget.at("/a/7")
    order = DATA
    for pointer in ("/a/1/b", "/x~1y~0z", "/a/0", ""):
        path = widget.python_path(pointer)
        assert eval(path, {"order": order}) == widget.at(pointer), path
    assert widget.python_path("/a/1/b") == 'order["a"][1]["b"]'


def test_json_comes_as_text_bytes_or_a_file(widget_class: Any, tmp_path: pathlib.Path) -> None:
    text = json.dumps(DATA)
    file = tmp_path / "data.json"
    file.write_text(text)
    for source in (text, text.encode(), file):
        assert widget_class.from_json(source, depth=2).data == DATA
    with pytest.raises(json.JSONDecodeError):
        widget_class.from_json("{")


def test_python_values_become_json(widget_class: Any) -> None:
    @dataclasses.dataclass
    class Point:
        x: float
        tags: set[str]

    cycle: list[Any] = []
    cycle.append(cycle)
    shared = [1]
    pair = namedtuple("pair", "left right")
    value = {
        1: Point(1.0, {"b", "a"}),
        "when": datetime.date(2026, 1, 2),
        "pair": pair(1, (2, 3)),
        "path": pathlib.PurePosixPath("a/b"),
        "odd": [float("inf"), float("nan"), 3 + 4j, cycle, shared, shared],
    }
    assert widget_class.from_python(value).data == {
        "1": {"x": 1.0, "tags": ["a", "b"]},
        "when": "2026-01-02",
        "pair": {"left": 1, "right": [2, 3]},
        "path": "a/b",
        "odd": ["inf", None, "(3+4j)", ["(contains itself)"], [1], [1]],
    }


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_frames_and_arrays_become_lists(widget_class: Any, library: str) -> None:
    rows = frame(library, {"n": [1, 2], "t": ["x", None]})
    data = widget_class.from_python({"rows": rows, "column": rows["n"]}).data
    assert data == {"rows": {"n": [1, 2], "t": ["x", None]}, "column": [1, 2]}


def test_a_flat_list_of_paths_becomes_a_tree(widget_class: Any) -> None:
    paths = [
        "src/main.py",
        "src/lib",
        "src/lib/a.py",
        "/README.md",
        pathlib.PurePosixPath("x/y"),
        ("p", "q/r"),
    ]
    widget = widget_class.from_paths(paths, label="Files")
    assert widget.data == {
        "src": {"main.py": None, "lib": {"a.py": None}},
        "README.md": None,
        "x": {"y": None},
        "p": {"q/r": None},
    }
    assert (widget.show_values, widget.label) == (False, "Files")
    assert widget_class.from_paths(["a.b", "a.c"], separator=".").data == {
        "a": {"b": None, "c": None}
    }


def test_a_folder_becomes_a_tree_of_sizes(widget_class: Any, tmp_path: pathlib.Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "b.txt").write_text("four")
    (tmp_path / "a.csv").write_text("")
    (tmp_path / ".hidden").write_text("x")
    assert widget_class.from_folder(tmp_path).data == {"a.csv": 0, "sub": {"b.txt": 4}}
    assert widget_class.from_folder(tmp_path, "**/*.txt").data == {"sub": {"b.txt": 4}}
    assert ".hidden" in widget_class.from_folder(tmp_path, hidden=True).data
    assert widget_class.from_folder(tmp_path).name == tmp_path.name
    with pytest.raises(ValueError, match="more than 1 files"):
        widget_class.from_folder(tmp_path, limit=1)
    with pytest.raises(NotADirectoryError):
        widget_class.from_folder(tmp_path / "gone")


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_a_frame_becomes_a_tree_and_a_selection_its_rows(widget_class: Any, library: str) -> None:
    rows = frame(
        library,
        {
            "land": ["BR", "BR", "DE", "BR"],
            "town": ["Rio", "Recife", "Ulm", "Rio"],
            "n": [1, 2, 4, 8],
            "file": ["a/b", "a/c", "d", "a/b"],
        },
    )
    columns = ["land", "town"]
    assert widget_class.from_frame(rows, columns).data == {
        "BR": {"Rio": 2, "Recife": 1},
        "DE": {"Ulm": 1},
    }
    tree = widget_class.from_frame(rows, columns, value="n", selected=["/BR/Rio", "/DE"])
    assert tree.data == {"BR": {"Rio": 9, "Recife": 2}, "DE": {"Ulm": 4}}
    kept = tree.filter(rows, columns)
    assert type(kept) is type(rows)
    assert list(kept["n"]) == [1, 4, 8]
    files = widget_class.from_frame(rows, "file", selected=["/a"])
    assert files.data == {"a": {"b": 2, "c": 1}, "d": 1}
    assert list(files.filter(rows, "file")["n"]) == [1, 2, 8]
    assert list(widget_class.from_frame(rows, "file", selected=[""]).filter(rows, "file")["n"]) == [
        1,
        2,
        4,
        8,
    ]


def as_a_page_sends(widget: Any, **traits: Any) -> None:
    """What JavaScript makes of numbers: one kind of them, 53 bits exact."""

    def plain(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: plain(each) for key, each in value.items()}
        if isinstance(value, list):
            return [plain(each) for each in value]
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            return value
        return int(float(value)) if float(value).is_integer() else value

    widget.set_state({name: plain(value) for name, value in traits.items()})


def exactly(value: Any) -> str:
    return repr(value)


def test_an_edit_leaves_all_other_numbers_as_they_were(widget_class: Any) -> None:
    big = 2**60 + 1
    data = {"f": 1.0, "big": big, "flag": True, "list": [1.0, big, {"x": 2.0}], "edit": 3.0}
    widget = widget_class(data=data)
    edits: list[Any] = [
        data,
        {**data, "edit": 4},
        {**data, "list": [1.0, big, 0, {"x": 2.0}]},
        {**data, "list": [big, {"x": 2.0}]},
        {("g" if key == "f" else key): value for key, value in data.items()},
        {**data, "flag": 1},
        {**data, "list": []},
    ]
    for edited in edits:
        widget.data = data
        as_a_page_sends(widget, data=edited)
        assert exactly(widget.data) == exactly(edited)


def test_the_notebooks_own_numbers_are_taken_as_they_are(widget_class: Any) -> None:
    widget = widget_class(data={"a": 1.0})
    widget.data = {"a": 1}
    assert exactly(widget.data) == "{'a': 1}"


def test_a_page_that_selects_what_has_gone_does_no_harm(widget_class: Any) -> None:
    widget = widget_class(data={"a": 1})
    as_a_page_sends(widget, selected=["/a", "/gone"])
    assert widget.selected == ["/a"]


def test_an_edit_and_its_selection_come_together(widget_class: Any) -> None:
    widget = widget_class(data=[1.0, 2.0], selected=["/1"])
    seen: list[Any] = []
    widget.observe(lambda _: seen.append((widget.data, widget.selected)), names=["data"])
    as_a_page_sends(widget, data=[1.0, 9, 2.0], selected=["/2"])
    assert (exactly(widget.data), widget.selected) == ("[1.0, 9, 2.0]", ["/2"])
    assert seen == [([1.0, 9, 2.0], ["/2"])]


def test_a_hundred_thousand_nodes_are_selected_and_taken_out(widget_class: Any) -> None:
    data = {f"group {g}": [{"id": i, "name": f"{g}-{i}"} for i in range(333)] for g in range(100)}
    widget = widget_class(data=data, selected=[""])
    assert len(widget.leaves()) == 66_600
    assert widget.subset() == data
