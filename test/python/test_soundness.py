"""Items that are not what they say they are, and what is said of the code of those that are."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inlay.inspection import look_at
from inlay.refusal import Refusal
from inlay.request import read_item

from built import ITEMS
from item import DEFINITION, dial

HOSTILE = [
    '"; import os; os.system("id") #',
    "a\nimport os",
    "a'b",
    "__class__",
    "_esm",
    "../../etc/passwd",
    "a b",
    "é",
    "",
    "lambda",
    "x" * 500,
    "@acme/../../x",
    "a\x00b",
]


def refused(item: dict[str, Any]) -> Refusal:
    with pytest.raises(Refusal) as caught:
        read_item(item)
    assert caught.value.code in ("bad-item", "bad-request")
    return caught.value


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("key", ["name", "version", "className", "objectName"])
def test_a_hostile_name_is_refused(key: str, name: str) -> None:
    assert refused(dial() | {key: name}).message


@pytest.mark.parametrize("name", [*HOSTILE, "comm", "layout", "traits"])
def test_a_hostile_trait_is_refused(name: str) -> None:
    item = dial()
    item["traits"][0]["name"] = name
    assert refused(item).found == repr(name)[:120]


@pytest.mark.parametrize(
    "requirement",
    ["--index-url=http://x", "x @ https://e/x.whl", "a>=1 --hash=x", "./x", "a\n-r x", "-e .", ""],
)
def test_a_requirement_that_is_more_than_a_package_is_refused(requirement: str) -> None:
    assert refused(dial(requires=(requirement,))).found == repr(requirement)


def test_requirements_with_versions_and_conditions_are_taken() -> None:
    each = ("anywidget>=0.9.18", "a[b]~=1.0, !=1.3; python_version < '3.12'", "pandas >= 2,<3")
    assert read_item(dial(requires=each)).requires == each


def test_a_lying_fingerprint_is_refused() -> None:
    item = dial()
    item["cells"]["definition"] += "\nimport os as _os\n"
    refusal = refused(item)
    assert (refusal.code, refusal.details) == ("bad-item", {"name": "dial", "where": "fingerprint"})
    assert item["fingerprint"] in (refusal.expected or "")


def test_a_marker_that_says_something_else_is_refused() -> None:
    for version in ("0.1.1", "0.1.0 0000000000000000"):
        assert refused(dial() | {"version": version})
    item = dial()
    item["cells"]["definition"] = "\n" + item["cells"]["definition"]
    assert refused(item)


@pytest.mark.parametrize(
    "source",
    [
        "1) or print(1",
        "x = 1",
        "1; 2",
        "(y := 1)",
        "await f()",
        "1, b=2",
        "*a",
        "-" * 100_000 + "1",
        3,
    ],
)
def test_an_example_argument_that_is_no_expression_is_refused(source: object) -> None:
    item = dial()
    item["example"]["arguments"]["data"] = source
    assert refused(item)


def test_an_example_for_no_trait_and_a_reader_that_is_no_python_are_refused() -> None:
    item = dial()
    item["example"]["arguments"]["__init__"] = "1"
    assert refused(item)
    assert refused(dial(reader="{get}( "))
    item = dial()
    item["cells"]["definition"] += "\nclass Dial(: pass"
    assert refused(item)


@pytest.mark.parametrize("source", ["x" + "+1" * 200_000, "a" + ".b" * 200_000, "[" * 200_000])
def test_a_definition_that_nests_without_end_is_refused(source: str) -> None:
    item = dial()
    item["cells"]["definition"] = item["cells"]["definition"].split("\n")[0] + "\n" + source
    assert refused(item).code == "bad-item"


@given(st.text(max_size=30), st.sampled_from(["name", "className", "objectName", "trait"]))
def test_a_name_of_any_text_is_refused_or_is_a_plain_name(text: str, key: str) -> None:
    item = dial()
    if key == "trait":
        item["traits"][1]["name"] = text
    else:
        item[key] = text
    try:
        read_item(item)
    except Refusal:
        return
    assert all(each.isascii() and (each.isalnum() or each in "_-@/.") for each in text)


FILES = ["import os", "import pathlib"]
# Pictures and folders are read where a notebook names their paths.
TOUCHES = {
    "compare": FILES,
    "curve-editor": ["import importlib.util"],
    "labeler": FILES,
    "tree-explorer": FILES,
    "xy-pad": ["import os", "import urllib.parse", "open"],
}


@pytest.mark.parametrize("path", sorted(ITEMS.glob("*.json")), ids=lambda path: path.stem)
def test_the_kits_items_are_sound_and_touch_what_they_need(path: Path) -> None:
    item = json.loads(path.read_text(encoding="utf-8"))
    found = look_at(read_item(item))
    touched = TOUCHES.get(path.stem, [])
    assert (found["touches"], found["fingerprint"]) == (touched, item["fingerprint"])
    assert found["esm"].rstrip().endswith("};")


def test_what_an_item_touches_is_named_wherever_it_stands() -> None:
    hidden = """
def _help():
    import subprocess as _sub, urllib.request as _ask
    _sub.run(open("x").read())
    return eval("1"), __import__("socket"), ().__class__.__mro__, getattr(_sub, "r" + "un")
"""
    item = dial(DEFINITION + hidden, reader="exec({get}())")
    item["example"]["arguments"]["data"] = "[len(globals())]"
    found = look_at(read_item(item))
    assert found["imports"] == ["anywidget", "socket", "subprocess", "traitlets", "urllib.request"]
    assert found["touches"] == [
        *(".__mro__", "__import__", "eval", "exec", "getattr (computed)", "globals"),
        *("import socket", "import subprocess", "import urllib.request", "open"),
    ]


def test_a_front_end_that_is_no_plain_text_is_said() -> None:
    item = dial(DEFINITION.replace('_esm = """', '_esm = """ """ + """'))
    assert look_at(read_item(item))["esm"] is None
