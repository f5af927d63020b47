"""A fingerprint follows what code means, not how it looks."""

from __future__ import annotations

import ast
import io
import json
import random
import shutil
import subprocess
import sys
import tokenize
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inlay import fingerprint as module
from inlay.fingerprint import fingerprint

from item import DEFINITION

ROOT = Path(__file__).resolve().parents[2]
STDLIB = Path(ast.__file__).parent
SOURCES = [
    DEFINITION,
    *(
        (STDLIB / name).read_text("utf-8")
        for name in (
            "dataclasses.py",
            "textwrap.py",
            "typing.py",
            "json/encoder.py",
            "asyncio/tasks.py",
        )
    ),
    'f"{x!r:>{w}} {y=} {{}}" f"b" "c"',
    "match x:\n    case {'a': [1, *_], **rest} if rest: pass\n    case A(b=None) | -1: pass",
    "lambda *a, k=1, **d: (yield)",
]
PIECES = st.sampled_from(
    [
        "x = 1",
        "y = 'it\\'s'",
        'z = """a\n  b"""',
        "def f(a, *, b=2):\n    '''A doc.\n\n      More.\n    '''\n    return [a, b]",
        "class C:\n    'A class.'\n    n: int = 3",
        "x = f'{y!r:>{x}} b'",
        "for _i in range(3):\n    print(_i)",
        "del (x, y)",
        "print(-0.0, 1j, b'\\xff', ..., None, True, 10**20)",
    ]
)


@pytest.mark.parametrize("source", SOURCES, ids=range(len(SOURCES)))
def test_code_that_was_printed_anew_from_its_tree_keeps_its_fingerprint(source: str) -> None:
    assert fingerprint(ast.unparse(ast.parse(source))) == fingerprint(source)


@pytest.mark.parametrize("source", SOURCES, ids=range(len(SOURCES)))
def test_code_without_its_comments_and_with_blank_lines_keeps_its_fingerprint(source: str) -> None:
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    bare = tokenize.untokenize(each for each in tokens if each.type != tokenize.COMMENT)
    assert fingerprint(f"# a comment\n\n{bare}\n\n# another") == fingerprint(source)


@given(st.lists(PIECES, min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_layout_comments_and_quotes_do_not_count(pieces: list[str], chance: random.Random) -> None:
    plain = "\n".join(pieces)
    dressed = "\n".join(
        chance.choice(["", "\n\n", "# comment\n"])
        + chance.choice([each, ast.unparse(ast.parse(each))])
        for each in pieces
    )
    assert fingerprint(dressed) == fingerprint(plain)


@given(st.lists(PIECES, min_size=1, max_size=6), st.data())
def test_every_change_of_a_statement_counts(pieces: list[str], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(pieces)))
    more = [*pieces[:place], "q = 5", *pieces[place:]]
    assert fingerprint("\n".join(more)) != fingerprint("\n".join(pieces))


@given(st.text(max_size=20), st.text(max_size=20))
def test_two_texts_have_one_fingerprint_only_when_they_are_equal(one: str, two: str) -> None:
    assert (fingerprint(f"x = {one!a}") == fingerprint(f"x = {two!a}")) == (one == two)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("x = 1", "x = 1.0"),
        ("x = 1", "x = True"),
        ("x = 'a'", "x = b'a'"),
        ("x = 'a'", "x = 'A'"),
        ("f(a, b)", "f(a, b=b)"),
        ("f(a)", "f(*a)"),
        ("[a, [b]]", "[[a], b]"),
        ("a - (b - c)", "a - b - c"),
        ("x = None", "x = ..."),
        ("def f(): pass", "async def f(): pass"),
        ("f'{x}'", "f'{x!r}'"),
        ("if a: b\nc", "if a:\n  b\n  c"),
        ('x = """a\n  b"""', 'x = """a\n b"""'),
    ],
)
def test_an_edit_changes_the_fingerprint(before: str, after: str) -> None:
    assert fingerprint(before) != fingerprint(after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("def f():\n    '''A\n       b.  \n    '''", "def f():\n  '''A\n  b.'''"),
        ("x = 'a' 'b'", "x = 'ab'"),
        ("f'a' f'{x}' 'b'", "f'a{x}b'"),
        ("del (a, b)", "del a, b"),
        ("class A(): pass", "class A:\n    pass"),
        ("x = 0XFF", "x = 0xff"),
        ("x = (1,)", "x = 1,"),
        ("# inlay: dial 0.1.0 0123456789abcdef\nx = 1", "x = 1"),
        ("x = 1\r\ny = 2", "x = 1\ny = 2"),
    ],
)
def test_what_a_formatter_may_do_does_not_count(before: str, after: str) -> None:
    assert fingerprint(before) == fingerprint(after)


def test_a_long_chain_of_operators_does_not_overflow() -> None:
    assert len(fingerprint("x = " + " + ".join(["1"] * 900))) == 16


@pytest.mark.parametrize("source", ["x = (", "x = '\0'", "x = '\ud800'", "\tx\n  y"])
def test_code_that_does_not_parse_raises_a_syntax_error_and_nothing_else(source: str) -> None:
    with pytest.raises(SyntaxError):
        fingerprint(source)


def test_the_module_is_a_script_that_stands_alone() -> None:
    assert _script(sys.executable, ["x = 1", DEFINITION]) == [
        fingerprint("x = 1"),
        fingerprint(DEFINITION),
    ]


def test_every_python_gives_the_same_fingerprints() -> None:
    expected = [fingerprint(source) for source in SOURCES]
    others = _other_pythons()
    if not others:
        pytest.skip("no Python beside this one was found on this machine")
    for python in others:
        assert _script(python, SOURCES) == expected, python


def test_a_format_by_ruff_keeps_the_fingerprint() -> None:
    ruff = ROOT / ".venv" / "bin" / "ruff"
    if not ruff.exists():
        pytest.skip("ruff is not installed in .venv")
    for source in SOURCES:
        command = [str(ruff), "format", "-", "--isolated", "--line-length", "60"]
        done = subprocess.run(command, input=source, capture_output=True, text=True, check=True)
        assert fingerprint(done.stdout) == fingerprint(source)


def _script(python: str, sources: list[str]) -> list[str]:
    command = [python, "-I", "-S", str(module.__file__)]
    done = subprocess.run(
        command, input=json.dumps(sources), capture_output=True, text=True, check=True
    )
    found: list[str] = json.loads(done.stdout)
    return found


def _other_pythons() -> list[str]:
    found = [shutil.which(f"python3.{minor}") for minor in range(10, 15)]
    found += [str(each) for each in Path.home().glob(".pyenv/versions/3.1[0-9].*/bin/python3")]
    return [each for each in found if each and _runs(each)]


def _runs(python: str) -> bool:
    # A version manager leaves launchers on the path for versions that it does not have.
    check = "import sys; raise SystemExit(sys.version_info < (3, 10))"
    return subprocess.run([python, "-c", check], capture_output=True, check=False).returncode == 0
