"""How the generated class of the kitchen sink fixture behaves; the cell's path is in the environment as CELL."""

import array
import datetime
import json
import math
import os
import runpy
import tracemalloc
from decimal import Decimal
from pathlib import Path

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
import traitlets

KitchenSink = runpy.run_path(os.environ["CELL"])["KitchenSink"]
UTC = datetime.timezone.utc
NOON = datetime.datetime(2024, 1, 2, 12, tzinfo=UTC)


@pytest.fixture
def sink():
    return KitchenSink()


def same(found, expected):
    """Equal, where NaN equals NaN."""
    return len(found) == len(expected) and all(
        a == b or (math.isnan(a) and math.isnan(b)) for a, b in zip(found, expected)
    )


def wired(values):
    """A widget that got, over the wire, what another one sends."""
    state = KitchenSink(**values).get_state()
    state = {key: state[key] for key in values}
    other = KitchenSink()
    # Hosts hand buffers over as memoryviews, and all else as parsed JSON.
    other.set_state(on_the_way(state))
    return other


def on_the_way(value):
    if isinstance(value, bytes):
        return memoryview(value)
    if isinstance(value, dict):
        return {key: on_the_way(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [on_the_way(each) for each in value]
    return json.loads(json.dumps(value, allow_nan=False))


def test_defaults_are_those_of_the_schema(sink):
    assert sink.flag is False and sink.maybe_flag is None and sink.bins == 30
    assert sink.ratio == 0.5 and sink.huge == 1e21 and sink.title == "both \" and '"
    assert (
        sink.mode == "right" and sink.maybe_mode is None and sink.code is None and sink.rank is None
    )
    assert sink.interval == (0.0, 1.0) and sink.period is None
    assert sink.tags == ["one"] and sink.grid == [[1, 2], [3]] and sink.scores == {"a": 1.0}
    assert sink.entry == {"text": "", "done": False, "at": None}
    assert sink.moment == datetime.datetime(2024, 2, 29, 10, 30, tzinfo=UTC)
    assert sink.blob == b'\x00\x01\x02"\\'
    assert sink.numbers == array.array("d") and sink.numbers.typecode == "d"
    assert same(sink.points, [0, 1.5, math.nan, 3]) and sink.points.typecode == "f"
    assert sink.corner == array.array("h", [1, 2, 3]) and sink.mask is None
    assert sink.curves == [array.array("f", [1, 2]), array.array("f")]
    assert sink.frame == b"" and sink.extra == {"deep": [1, None, True, "x", {"y": 2.5}]}
    assert sink._front == ""


def test_every_trait_is_synced_and_documented(sink):
    own = set(KitchenSink.class_own_traits())
    assert own <= set(sink.keys) and "_front" in own and len(own) == 28
    for name in own - {"_front"}:
        assert f"        {name} (" in KitchenSink.__doc__


def test_changeable_defaults_are_not_shared():
    one, other = KitchenSink(), KitchenSink()
    one.grid[0].append(9)
    one.tags.append("two")
    one.extra["deep"].append(9)
    one.points.append(1.0)
    one.curves[0].append(5)
    assert other.grid == [[1, 2], [3]] and other.tags == ["one"] and len(other.points) == 4
    assert other.extra == {"deep": [1, None, True, "x", {"y": 2.5}]} and len(other.curves[0]) == 2


BAD = [
    ("flag", 1, "True or False", "int 1"),
    ("bins", 0, "a whole number from 1 up to 200", "int 0"),
    ("bins", 201, "a whole number from 1 up to 200", "int 201"),
    ("bins", True, "a whole number", "bool True"),
    ("bins", 3.0, "a whole number", "float 3.0"),
    ("any_int", 2**53, "a whole number", "beyond 2**53"),
    ("any_int", None, "a whole number", "NoneType None"),
    ("rank", -4, "a whole number from -3 or None", "int -4"),
    ("ratio", 1.01, "a number from 0.0 up to 1.0", "float 1.01"),
    ("ratio", math.nan, "a number", "float nan"),
    ("huge", math.inf, "a number", "float inf"),
    ("huge", "1", "a number", "str '1'"),
    ("title", 3, "a text", "int 3"),
    ("title", "\ud800", "a text", "surrogate"),
    ("code", "123456789", "a text of at most 8 characters or None", "str '123456789'"),
    ("mode", "up", "one of 'left', 'right', \"it's\"", "str 'up'"),
    ("mode", ["left"], "one of", "list ['left']"),
    ("interval", (1,), "exactly 2 values: a number, a number", "tuple (1,)"),
    ("interval", "ab", "exactly 2 values", "str 'ab'"),
    ("interval", (1, "x"), "a number", "str 'x'"),
    ("tags", ["a", "b", "c", "d"], "a list of at most 3", "has 4"),
    ("tags", ["too long"], "a text of at most 5 characters", "str 'too long'"),
    ("tags", "abc", "a list", "str 'abc'"),
    ("grid", [[1], [2, "x"]], "a whole number", "str 'x'"),
    ("entry", {"text": "x"}, "a dict of exactly {'text': a text", "dict {'text': 'x'}"),
    ("entry", {"text": "x", "done": 1, "at": None}, "True or False", "int 1"),
    ("scores", {"a": -1}, "a number from 0.0", "int -1"),
    ("scores", {1: 1}, "a dict with text keys", "dict {1: 1}"),
    ("moment", datetime.datetime(2024, 1, 1), "time zone", "attach one"),
    ("moment", "yesterday", "ISO 8601", "str 'yesterday'"),
    ("moment", datetime.date(2024, 1, 1), "a datetime", "date"),
    ("blob", "text", "bytes", "str 'text'"),
    ("numbers", "text", "float64 numbers of shape [n]", "str 'text'"),
    ("numbers", 3, "float64 numbers", "int 3"),
    ("numbers", {"a": 1}, "float64 numbers", "dict"),
    ("numbers", [1, "x"], "float64 numbers", "str 'x'"),
    ("numbers", ["1"], "float64 numbers", "str '1'"),
    ("numbers", [1j], "float64 numbers", "complex"),
    ("numbers", np.zeros((2, 2)), "shape [n]", "of shape [2, 2]"),
    ("numbers", np.array(["a"]), "float64 numbers", "of dtype <U1"),
    ("numbers", np.array([1j]), "float64 numbers", "of dtype complex128"),
    ("numbers", pd.Series(pd.to_datetime(["2024-01-01"])), "float64 numbers", "datetime64"),
    ("numbers", pd.DataFrame({"a": [1], "b": [2]}), "shape [n]", "of shape [1, 2]"),
    ("points", [1, 2, 3], "shape [n, 2]", "of shape [3]"),
    ("points", [[1, 2], [3]], "shape [n, 2]", "differ in length"),
    ("points", [[1, 2, 3]], "shape [n, 2]", "of shape [1, 3]"),
    ("points", np.zeros((2, 3)), "shape [n, 2]", "of shape [2, 3]"),
    ("corner", [1, 2], "int16 numbers of shape [3]", "of shape [2]"),
    ("corner", [1, 2, 40000], "int16 numbers", "int 40000"),
    ("corner", [1, 2, None], "int16 numbers", "None"),
    ("corner", [1, 2, 0.5], "int16 numbers", "float 0.5"),
    ("corner", np.array([1, 2, math.nan]), "int16 numbers", "nan"),
    ("selected", [-1], "uint32 numbers", "int -1"),
    ("mask", np.array([256]), "uint8 numbers", "int 256"),
    ("curves", [[1], ["x"]], "float32 numbers", "str 'x'"),
    ("frame", [1], "a frame that speaks Arrow", "list [1]"),
    ("extra", {1, 2}, "what JSON can say", "set {1, 2}"),
    ("extra", math.nan, "what JSON can say", "float nan"),
]


@pytest.mark.parametrize(("name", "value", "allowed", "found"), BAD)
def test_a_bad_value_is_refused_with_the_trait_what_is_allowed_and_what_was_found(
    sink, name, value, allowed, found
):
    before = getattr(sink, name)
    for attempt in (lambda: setattr(sink, name, value), lambda: KitchenSink(**{name: value})):
        with pytest.raises(traitlets.TraitError) as refusal:
            attempt()
        message = str(refusal.value)
        assert message.startswith(f"KitchenSink.{name}")
        assert allowed in message and found in message
        assert len(message) < 400
    assert getattr(sink, name) is before or getattr(sink, name) == before


def test_a_nested_bad_value_is_named_by_its_place(sink):
    with pytest.raises(
        traitlets.TraitError, match=r"^KitchenSink\.grid\[1\]\[1\]: expected a whole"
    ):
        sink.grid = [[1], [2, "x"]]
    with pytest.raises(
        traitlets.TraitError, match=r"^KitchenSink\.entry\['done'\]: expected True or"
    ):
        sink.entry = {"text": "", "done": "no", "at": None}
    with pytest.raises(traitlets.TraitError, match=r"^KitchenSink\.numbers\[2\]: expected float64"):
        sink.numbers = [1, None, "x"]


def test_a_message_about_a_huge_value_stays_short(sink):
    with pytest.raises(traitlets.TraitError) as refusal:
        sink.bins = list(range(1_000_000))
    assert len(str(refusal.value)) < 300


def test_numbers_of_other_libraries_are_kept_as_pythons(sink):
    sink.bins = np.int64(7)
    sink.huge = np.int64(7)
    sink.ratio = np.float32(0.25)
    sink.flag = np.bool_(True)
    sink.tags = np.array(["a", "b"])
    sink.interval = pd.Series([1, 2])
    assert [type(value) for value in (sink.bins, sink.huge, sink.ratio, sink.flag)] == [
        int,
        float,
        float,
        bool,
    ]
    assert sink.tags == ["a", "b"] and type(sink.tags[0]) is str
    assert (
        sink.interval == (1.0, 2.0) and json.dumps(sink.extra) and type(sink.interval[0]) is float
    )


NAN = math.nan
ARRAYS = [
    ([1, 2.5, None], [1, 2.5, NAN]),
    ((1, True, Decimal("0.5")), [1, 1, 0.5]),
    (range(3), [0, 1, 2]),
    ((each for each in (1, None)), [1, NAN]),
    (array.array("d", [1, 2]), [1, 2]),
    (array.array("i", [1, 2]), [1, 2]),
    (memoryview(array.array("f", [1, 2])), [1, 2]),
    (np.array([1.0, NAN]), [1, NAN]),
    (np.array([1, 2], dtype="int8"), [1, 2]),
    (np.array([1, 2], dtype=">f4"), [1, 2]),
    (np.array([1, 2], dtype="float16"), [1, 2]),
    (np.array([True, False]), [1, 0]),
    (np.arange(6.0)[::2], [0, 2, 4]),
    (np.array([1, None], dtype=object), [1, NAN]),
    (pd.Series([1, None]), [1, NAN]),
    (pd.Series([1, None], dtype="Int64"), [1, NAN]),
    (pd.Series([1.5, None], dtype="Float32"), [1.5, NAN]),
    (pd.Index([3, 4]), [3, 4]),
    (pl.Series([1, None, 3]), [1, NAN, 3]),
    (pl.Series([1.5, None]), [1.5, NAN]),
    (pa.array([1, None]), [1, NAN]),
    (pa.chunked_array([[1.0], [None]]), [1, NAN]),
    ([], []),
    (np.array([]), []),
    (pl.Series([], dtype=pl.Float64), []),
]


@pytest.mark.parametrize(("given", "kept"), ARRAYS, ids=lambda each: type(each).__name__)
def test_an_array_takes_numbers_from_anywhere(sink, given, kept):
    sink.numbers = given
    assert type(sink.numbers) is array.array and sink.numbers.typecode == "d"
    assert same(sink.numbers, kept)


@pytest.mark.parametrize(
    "given",
    [
        [1, 2, 3, 4],
        [[1, 2], [3, 4]],
        ((1, 2), (3, 4)),
        np.array([[1, 2], [3, 4]]),
        np.array([[1, 3], [2, 4]]).T,
        np.array([1, 2, 3, 4]),
        pd.DataFrame({"x": [1, 3], "y": [2, 4]}),
        pl.DataFrame({"x": [1, 3], "y": [2, 4]}),
        [np.array([1, 2]), np.array([3, 4])],
        zip([1, 3], [2, 4]),
    ],
    ids=lambda each: type(each).__name__,
)
def test_an_array_of_two_axes_takes_rows_or_flat_numbers(sink, given):
    sink.points = given
    assert sink.points == array.array("f", [1, 2, 3, 4])


def test_whole_numbers_are_taken_where_they_are_whole(sink):
    for given in (
        [1.0, 2.0, 3.0],
        np.array([1.0, 2.0, 3.0]),
        np.array([1, 2, 3]),
        pl.Series([1, 2, 3]),
    ):
        sink.corner = given
        assert sink.corner == array.array("h", [1, 2, 3])
    sink.mask = np.array([True, False])
    assert sink.mask == array.array("B", [1, 0])
    sink.mask = b"\x01\x02"
    assert sink.mask == array.array("B", [1, 2])


def test_an_array_does_not_change_with_what_it_was_made_from(sink):
    given = array.array("d", [1, 2])
    sink.numbers = given
    given[0] = 9
    assert sink.numbers[0] == 1


def test_arrays_go_over_the_wire_as_little_endian_bytes():
    state = KitchenSink(numbers=[1, None], corner=[1, -2, 3], curves=[[1], [2]]).get_state()
    assert state["numbers"] == np.array([1, NAN], dtype="<f8").tobytes()
    assert state["corner"] == np.array([1, -2, 3], dtype="<i2").tobytes()
    assert state["curves"] == [np.array([n], dtype="<f4").tobytes() for n in (1, 2)]


VALUES = {
    "flag": True,
    "maybe_flag": None,
    "bins": 5,
    "ratio": 0.25,
    "title": 'a "b"\n\u2028😀',
    "mode": "left",
    "interval": (1.0, 2.0),
    "period": (NOON, NOON.replace(microsecond=5)),
    "tags": ["x", "y"],
    "grid": [[], [4]],
    "entry": {"text": "x", "done": True, "at": NOON},
    "scores": {"ä": 2.0},
    "moment": NOON,
    "blob": b"\x00\xff",
    "numbers": array.array("d", [1.5, -2]),
    "points": array.array("f", [1, 2]),
    "corner": array.array("h", [-1, 0, 1]),
    "selected": array.array("I", [4000000000]),
    "mask": array.array("B", [0, 255]),
    "curves": [array.array("f", [1]), array.array("f")],
    "frame": b"ARROW1",
    "extra": {"a": [None, 1.5]},
}


@pytest.mark.parametrize("name", VALUES)
def test_a_value_comes_back_from_the_wire_as_it_was(name):
    assert getattr(wired({name: VALUES[name]}), name) == VALUES[name]


def test_times_of_the_page_are_read(sink):
    sink.set_state({"moment": "2024-01-02T12:00:00.000Z"})
    assert sink.moment == NOON
    sink.set_state({"period": ["2024-01-02T12:00:00.000Z", "2024-01-02T14:00:00.000+02:00"]})
    assert sink.period == (NOON, NOON)
    sink.set_state({"period": None})
    assert sink.period is None


@pytest.mark.parametrize(
    "state",
    [
        {"numbers": memoryview(b"123")},
        {"numbers": "text"},
        {"interval": [1]},
        {"interval": 3},
        {"period": ["x", None]},
        {"entry": {"other": 1}},
        {"curves": [memoryview(b"1")]},
        {"curves": 5},
        {"moment": {}},
        {"bins": 10**30},
    ],
)
def test_hostile_state_of_a_page_is_refused(sink, state):
    with pytest.raises(traitlets.TraitError):
        sink.set_state(state)


def test_what_the_page_sends_is_not_sent_back(sink):
    for state in (
        {"numbers": memoryview(bytes(16))},
        {"interval": [1, 2]},
        {"moment": "2024-01-02T12:00:00+00:00"},
    ):
        sent = []
        sink.send_state = lambda key=None, sent=sent: sent.append(key)
        sink.set_state(state)
        assert sent == []


@pytest.mark.parametrize(
    "frame", [pd.DataFrame({"x": [1, 2]}), pl.DataFrame({"x": [1, 2]}), pa.table({"x": [1, 2]})]
)
def test_a_table_takes_any_frame_that_speaks_arrow(sink, frame):
    sink.frame = frame
    assert pa.ipc.open_stream(sink.frame).read_all().to_pydict() == {"x": [1, 2]}


def test_a_table_without_pyarrow_says_what_to_install(sink, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(traitlets.TraitError, match="install pyarrow"):
        sink.frame = pl.DataFrame({"x": [1]})


def test_polars_without_numpy_is_read(sink, monkeypatch):
    series = pl.Series([1, None])
    monkeypatch.setattr(
        pl.Series, "__array__", lambda *_: (_ for _ in ()).throw(ImportError("numpy"))
    )
    sink.numbers = series
    assert same(sink.numbers, [1, NAN])


def test_methods_of_the_widget_are_its_own(sink):
    sink.bins = 3
    assert sink.as_json() == '{"bins": 3}'
    assert list(KitchenSink(numbers=[1, 2]).as_frame()["numbers"]) == [1, 2]


def test_a_million_numbers_are_taken_in_an_instant(sink):
    tracemalloc.start()
    sink.numbers = np.random.default_rng(1).random(1_000_000)
    sink.points = np.random.default_rng(1).random((500_000, 2))
    assert tracemalloc.get_traced_memory()[1] < 60e6
    tracemalloc.stop()


class Wire:
    """The wire alone: what was sent over it."""

    kernel, comm_id = True, "wire"

    def __init__(self):
        self.sent = []

    def send(self, data=None, **_):
        binary = {path[0] for path in data["buffer_paths"]}
        self.sent.append({**data["state"], **dict.fromkeys(binary)})

    def on_msg(self, _):
        pass

    def close(self, **_):
        pass


class KeepingWire(Wire):
    """The wire of marimo since 0.23, which gives a page that is loaded again the values of now."""

    esm_spec = None


def test_a_page_that_was_loaded_again_gets_the_values_of_the_kernel(sink):
    sink.comm = wire = Wire()
    sink.set_state({"_front": "mounted", "any_int": 7})
    wire.sent.clear()
    sink.set_state({"_front": "mounted"})
    (update,) = [state for state in wire.sent if state.keys() != {"_front"}]
    written = "any_int ratio interval period tags entry scores moment selected"
    assert update.keys() == {*written.split()} and update["any_int"] == 7


def test_a_page_that_has_the_values_of_the_kernel_gets_nothing_over_what_a_person_does(sink):
    sink.comm = wire = KeepingWire()
    sink.set_state({"_front": "mounted", "any_int": 7})
    wire.sent.clear()
    sink.set_state({"_front": "mounted"})
    assert [state for state in wire.sent if state.keys() != {"_front"}] == []


def test_a_page_that_reports_for_the_first_time_gets_nothing_anew(sink):
    sink.comm = wire = Wire()
    sink.set_state({"_front": "mounted"})
    sink.set_state({"any_int": 7})
    assert all(state.keys() <= {"_front", "any_int"} for state in wire.sent)


def test_the_cell_leaves_only_the_class_in_the_notebook():
    public = {name for name in runpy.run_path(os.environ["CELL"]) if not name.startswith("_")}
    assert public == {"KitchenSink"}


def test_the_front_end_is_the_bundle_byte_for_byte(sink):
    assert sink._esm == Path(os.environ["ESM"]).read_text(encoding="utf-8")
