"""An update that ends early, or is taken back, leaves every cell's text and every value."""

from __future__ import annotations

import json
import threading
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import Open
from item import DEFINITION, dial
from server import Notebook
from test_environments import NEWEST
from test_update import FAILS, NEXT, done, renamed, update

SLEEPS = """\
if WHERE:
    print("asleep", flush=True)
    import time as _time

    for _ in range(300):  # Newer versions stop an asynchronous run at its next await alone.
        _time.sleep(0.01)

"""


def write(opened: Notebook, codes: dict[str, str]) -> None:
    """Gives cells other code and runs them, as a person does."""
    _, err, _ = opened.execute(
        "import marimo._code_mode as _cm, json as _json\n"
        f"_codes = _json.loads({json.dumps(json.dumps(codes))})\n"
        "async with _cm.get_context() as _ctx:\n"
        "    for _id, _code in _codes.items():\n"
        "        _ = _ctx.cells[_id].code\n"
        "        _ctx.edit_cell(_id, code=_code)\n"
        "        _ctx.run_cell(_id)"
    )
    assert not err, err


@pytest.mark.parametrize("where", ["in the trial", "in the cell"])
def test_an_interrupted_update_leaves_everything_as_it_was(open_notebook: Open, where: str) -> None:
    opened = open_notebook("x = 1")
    done(opened.add({"item": dial()}, quiet=True))
    opened.execute("dial.value = 7.0\ndial.label = 'mine'")
    before = opened.codes()
    test = "==" if where == "in the trial" else "!="
    code = SLEEPS.replace("WHERE", f'__name__ {test} "__inlay_trial__"') + DEFINITION
    opened.drain().clear()
    program = opened.program(
        command="update", widgets=[{"item": dial(code, version="0.2.0")}], quiet=True
    )
    heard: list[tuple[str, str, dict[str, Any]]] = []
    thread = threading.Thread(target=lambda: heard.append(opened.execute(program)))
    thread.start()
    while '"asleep\\n"' not in str(opened.socket.recv(timeout=60)):
        pass
    opened.post("/api/kernel/interrupt", {})
    thread.join(60)
    applied = '"applied": true' in heard[0][0]
    # Older versions do not stop what is not asynchronous inside an asynchronous run.
    assert not (applied and NEWEST)
    assert (opened.codes() == before) is not applied
    assert opened.value("(dial.value, dial.label)") == "(7.0, 'mine')"
    assert done(update(opened, dial(NEXT, version="0.2.0")))["applied"]


comments = st.lists(
    st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), max_size=12), max_size=2
)
TARGETS = {
    "front end": dial(NEXT, version="0.2.0"),
    "python": dial(NEXT.replace("Int(30)", "Int(31)"), version="0.2.0"),
    "names": renamed(),
    "failing": dial(FAILS, version="0.2.0"),
}


def test_a_rollback_restores_the_exact_text_of_all_cells(open_notebook: Open) -> None:
    opened = open_notebook("first = 1\n\n\n\nsecond = 'a'   # two  blanks")
    opened.run_all()
    done(opened.add({"item": dial(), "reader": True}, quiet=True))
    cells = {each["code_first_line"].split(" ")[0]: each for each in opened.inventory()["cells"]}
    ids = {key: cells[key]["id"] for key in ("#", "dial", "reading")}

    @settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
    @given(
        st.sampled_from(sorted(TARGETS)),
        comments,
        comments,
        st.sampled_from(["", "\n\n\n", "  "]),
        st.floats(0, 9, width=16),
    )
    def check(target: str, above: list[str], below: list[str], blank: str, value: float) -> None:
        marker, _, rest = dial()["cells"]["definition"].partition("\n")
        notes = "".join(f"# {each}\n" for each in above)
        instance = (
            f"dial = Dial(data=[1.0], label='mine'){blank}\n"
            "get_dial, set_dial = mo.state(dial.value)\n"
            "dial.observe(lambda _: set_dial(dial.value), names=['value'])\n"
            + "".join(f"# {each}\n" for each in below)
            + "dial"
        )
        write(opened, {ids["#"]: f"{marker}\n{notes}{rest}", ids["dial"]: instance})
        opened.execute(f"dial.value = {value}\ndial.angle = 11")
        before = opened.codes()
        report = update(opened, TARGETS[target], quiet=True)
        if target != "failing":
            assert report["ok"], report
            opened.execute("dial._front = 'error: gone'")
            bad = opened.run(command="verify", objects=report["objects"], rollback=report["undo"])
            assert bad["rolled_back"], bad
        assert opened.codes() == before
        assert opened.value("(dial.value, dial.angle, reading)") == f"({value}, 11, {value})"

    check()
