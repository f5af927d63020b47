"""What a class takes along out of its package: pure, without a kernel."""

from __future__ import annotations

import importlib
import json
import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from inlay.eject.carry import carry
from inlay.eject.cell import definition
from inlay.eject.classes import find
from inlay.eject.front import front_problems, sent_traits
from inlay.eject.load import Load
from inlay.eject.resolve import Symbol
from inlay.eject.source import Package
from inlay.eject.trial import check_class, without
from inlay.fingerprint import fingerprint
from inlay.literal import block, constant
from inlay.notebook_file import after_saving
from inlay.refusal import Refusal

from package import KNOBS, importable, write

_numbers = count()
WIDGET = """
    import anywidget
    import traitlets
    {above}

    class Thing(anywidget.AnyWidget):
        _esm = "export default {{}}"
        value = traitlets.Int(0).tag(sync=True)
        {inside}
"""


class Made:
    """What became of a class: the cell, the lines that stay behind, and all that went along."""

    def __init__(self, load: Load, module: str, name: str) -> None:
        self.load = load
        self.code, inexact = definition(load, name, f"{module}:{name}", "1.0.0")
        self.problems = [*load.problems(), *inexact]

    def run(self) -> dict[str, object]:
        names: dict[str, object] = {"__name__": "cell"}
        with without(self.load.package.top):
            exec(self.code, names)
        return names


@pytest.fixture
def package(tmp_path: Path) -> Iterator[str]:
    name = f"made_{next(_numbers)}"
    with importable(tmp_path, name):
        yield name


def ejected(
    folder: Path,
    package: str,
    files: dict[str, str],
    name: str = "Thing",
    partial: bool = False,
) -> Made:
    write(folder, package, files)
    importlib.invalidate_caches()
    module = getattr(importlib.import_module(package), name).__module__
    load = carry(Package(package), Symbol(module, name), partial=partial)
    return Made(load, module, name)


def thing(above: str = "", inside: str = "") -> dict[str, str]:
    """A package of one module with one widget."""
    return {
        "__init__.py": WIDGET.format(
            above=above.replace("\n", "\n    "), inside=inside.replace("\n", "\n        ")
        )
    }


def test_a_class_comes_with_its_bases_helpers_and_constants(tmp_path: Path, package: str) -> None:
    made = ejected(tmp_path, package, KNOBS, "Dial")
    assert made.problems == []
    names = made.run()
    assert [name for name in names if not name.startswith("_")] == ["Dial"]
    dial = names["Dial"](value=700.0)  # type: ignore[operator]
    assert (dial.value, dial.notes) == (360.0, KNOBS["notes.txt"])
    assert "# What every widget of this package has." in made.code
    assert 'SCALE["high"] = 360.0  # a whole turn' in made.code
    assert f'_logging.getLogger("{package}.base")' in made.code
    assert 'self: "_Named"' in made.code
    assert "Path" not in made.code
    head, body = made.code.split("\n", 1)
    assert head == f"# inlay: {package}.dial:Dial 1.0.0 {fingerprint(body)}"
    assert after_saving(made.code) == made.code
    running = find(package, "Dial")
    assert (running.traits, running.sent) == (["title", "value", "step"], ["value"])
    with without(package):
        check_class(running, made.code, "Dial")


@pytest.mark.parametrize(
    ("above", "inside", "line", "reason"),
    [
        ("", "def where(self): return __file__", "__file__", "where the package is"),
        (
            "import importlib.resources",
            "def read(self): return importlib.resources.files('x')",
            "importlib.resources.files",
            "reads files",
        ),
        (
            "from importlib import metadata",
            "def version(self): return metadata.version('x')",
            "metadata.version",
            "the metadata of an installed package",
        ),
        (
            "import importlib",
            "def load(self, name): return importlib.import_module(name)",
            "import_module(name)",
            "a name that is made while it runs",
        ),
        ("", "def all(self): return globals()", "globals()", "looks names up"),
        ("", "def run(self, text): return eval(text)", "eval(text)", "looks names up"),
        (
            "class Meta(type(anywidget.AnyWidget)): pass\nclass Base(metaclass=Meta): pass",
            "base = Base",
            "metaclass=Meta",
            "a metaclass of its own",
        ),
        (
            "class Registry:\n    def add(self, cls): return cls\nregistry = Registry()",
            "@registry.add\nclass Part: pass",
            "@registry.add",
            "registers with registry",
        ),
        (
            "import sys",
            "def me(self): return sys.modules[__name__]",
            "sys.modules",
            "looks itself up",
        ),
        ("", "def text(self): return f'{__name__}'", "__name__", "inside a text"),
        ("globals()['late'] = 1", "def late(self): return late", "late", "while it runs"),
        ("", "def none(self): return nowhere", "nowhere", "defines no nowhere"),
    ],
)
def test_what_cannot_go_along_is_named_with_its_line(
    tmp_path: Path, package: str, above: str, inside: str, line: str, reason: str
) -> None:
    made = ejected(tmp_path, package, thing(above, inside))
    assert len(made.problems) == 1, made.problems
    problem = made.problems[0]
    assert reason in problem.reason
    text = Path(problem.file).read_text().split("\n")[problem.line - 1]
    assert text.strip() == problem.text
    assert line in text


def test_native_modules_are_named_where_they_are_imported(tmp_path: Path, package: str) -> None:
    files = thing("from ._fast import speed", "def go(self): return speed()")
    (tmp_path / package).mkdir()
    # A module that is there, and whose loader has no source, as that of a native one.
    files["_fast.py"] = "def speed(): return 1\n"
    write(tmp_path, package, files)
    module = importlib.import_module(f"{package}._fast")
    module.__spec__.loader = None
    module.__spec__.origin = "/lib/_fast.so"
    made = ejected(tmp_path, package, files)
    assert [each.reason for each in made.problems] == [
        f"{package}._fast is native code (/lib/_fast.so)"
    ]
    assert made.problems[0].text == "def go(self): return speed()"
    partial = ejected(tmp_path, package, files, partial=True)
    assert f"from {package}._fast import speed as _speed" in partial.code
    assert [each.reason for each in partial.problems] == [each.reason for each in made.problems]


def test_with_partial_what_stays_behind_is_imported(tmp_path: Path, package: str) -> None:
    above = "def here(): return __file__\ndef twice(x): return 2 * x"
    made = ejected(
        tmp_path, package, thing(above, "def go(self): return twice(1), here()"), partial=True
    )
    assert f"from {package} import here as _here" in made.code
    assert "def _twice(x): return 2 * x" in made.code
    assert len(made.problems) == 1
    names: dict[str, object] = {}
    exec(made.code, names)
    assert names["Thing"]().go()[0] == 2  # type: ignore[operator]


def test_what_would_say_something_else_with_another_name_is_refused(
    tmp_path: Path, package: str
) -> None:
    made = ejected(tmp_path, package, thing("SIZE = 1", 'def go(self): return f"{SIZE=}"'))
    assert [each.text for each in made.problems] == ["class Thing(anywidget.AnyWidget):"]
    assert "its names cannot be replaced exactly" in made.problems[0].reason


def test_plain_values_stand_in_for_what_reads_the_package(tmp_path: Path, package: str) -> None:
    above = (
        "import json, pathlib, importlib.metadata\n"
        "try:\n    __version__ = importlib.metadata.version('nothing')\n"
        "except importlib.metadata.PackageNotFoundError:\n    __version__ = 'dev'\n"
        "TABLE = json.loads((pathlib.Path(__file__).parent / 'table.json').read_text())"
    )
    files = thing(above, "def go(self): return __version__, TABLE")
    table = {"a": [1, 2.5, None, True], "b": "x\ny"}
    files["table.json"] = json.dumps(table)
    made = ejected(tmp_path, package, files)
    assert made.problems == []
    assert "import" not in made.code.partition("_traitlets")[2]
    assert made.run()["Thing"]().go() == ("dev", table)  # type: ignore[operator]


def test_same_names_of_two_modules_stay_apart(tmp_path: Path, package: str) -> None:
    files = thing(
        "from .one import name as first\nfrom .two import name, pick\nimport json as parse",
        "def go(self, _name=0): return first(), name(), pick(), parse.dumps(_name)",
    )
    files["one.py"] = "import json as parse\ndef name(): return parse.dumps('one')\n"
    files["two.py"] = (
        "import math as parse\ndef name(): return parse.floor(2.5)\n"
        "def pick():\n    import json\n    from .one import name\n    return json.loads(name())\n"
    )
    made = ejected(tmp_path, package, files)
    assert made.problems == []
    assert made.code.count("import json as _parse") == 1
    assert made.run()["Thing"]().go() == ('"one"', 2, "one", "0")  # type: ignore[operator]


def test_modules_that_import_each_other_run_in_an_order_that_works(
    tmp_path: Path, package: str
) -> None:
    files = thing(
        "def make(): return 7\nfrom .base import Base\nclass Mid(Base): pass", "part = Mid"
    )
    files["base.py"] = """
        def helper():
            from . import make
            return make()

        class Base:
            made = staticmethod(helper)
    """
    made = ejected(tmp_path, package, files)
    assert made.problems == []
    assert made.run()["Thing"].part.made() == 7  # type: ignore[attr-defined]


def test_a_front_end_that_a_class_body_does_not_name_is_put_at_its_end(
    tmp_path: Path, package: str
) -> None:
    files = {
        "__init__.py": """
            import anywidget

            class Thing(anywidget.AnyWidget):
                _esm, _css = "export default {};", "b{}"

                def go(self):
                    return 1
        """
    }
    made = ejected(tmp_path, package, files)
    assert made.code.endswith('    _esm = """export default {};"""\n    _css = """b{}"""')


def test_the_trial_finds_what_reading_the_source_cannot(tmp_path: Path, package: str) -> None:
    files = thing("import pydoc", f"part = pydoc.locate('{package}.extra.Part')()")
    files["extra.py"] = "class Part: pass\n"
    made = ejected(tmp_path, package, files)
    assert made.problems == []
    running = find(package, "Thing")
    check_class(running, made.code, "Thing")
    with pytest.raises(Refusal, match="did not run"), without(package):
        check_class(running, made.code, "Thing")
    assert importlib.import_module(package).Thing is running.cls


@pytest.mark.parametrize(
    ("change", "difference"),
    [
        (("Int(0)", "Int(1)"), "value is 0 and 1 at first"),
        (("Int(0)", "Float(0)"), "value is a Int and a Float"),
        ((".tag(sync=True)", ".tag(sync=True, other=1)"), "value has other tags"),
        ((".tag(sync=True)", ""), "the trait value is in one of them only"),
        (("export default {}", "export default 1"), "_esm differs"),
        (
            (
                "import anywidget as",
                "loads = len(x for x in elsewhere) if 0 else 1; import anywidget as",
            ),
            "it reads elsewhere",
        ),
    ],
)
def test_a_class_that_became_another_is_refused(
    tmp_path: Path, package: str, change: tuple[str, str], difference: str
) -> None:
    made = ejected(tmp_path, package, thing())
    check_class(find(package, "Thing"), made.code, "Thing")
    with pytest.raises(Refusal) as refused:
        check_class(find(package, "Thing"), made.code.replace(*change), "Thing")
    assert difference in (refused.value.found or "")


@pytest.mark.parametrize(
    ("module", "path", "code"),
    [
        ("no.such.module", "Thing", "module-not-found"),
        ("json", "Thing", "class-not-found"),
        ("json", "JSONDecoder", "no-widget"),
        ("anywidget", "AnyWidget", "no-package"),
    ],
)
def test_what_is_no_widget_class_of_a_package_is_refused(module: str, path: str, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        find(module, path)
    assert refused.value.code == code


def test_a_class_made_in_a_function_is_refused_and_a_near_name_is_offered(
    tmp_path: Path, package: str
) -> None:
    text = "def make(base):\n    class Inner(base): pass\n    return Inner\n"
    files = thing(text)
    files["__init__.py"] += "\n    Inner = make(Thing)\n"
    write(tmp_path, package, files)
    with pytest.raises(Refusal, match="made inside a function"):
        find(package, "Inner")
    with pytest.raises(Refusal, match=f"Did you mean {package}:Thing"):
        find(package, "Thng")


NAMES = st.sampled_from(["json", "clamp", "größe", "_hidden"])
LINES = [
    "out.append({a})  # {a} and {b}",
    "out.append([{a} for {b} in ({b}, {a})])",
    "out.append([{a} for {a} in [{a}] if {b} != {a}])",
    "out.append([(lambda: ({a}, {b}))() for {a} in (1, 2)])",
    "out.append((lambda {a}, x={b}: {a} + x + {b})(2))",
    "out.append(f\"é{{{a}}} {{{{{b}}}}} {{{a}!r:>{{len(str({b}))}}}}\" '{a}')",
    'out.append(f"""é\n  {{{a} + {b}}} {{[{a} for {a} in (1, 2)]}}\n{{str({b})[0]}}""")',
    "{a} = {b}; out.append({a})",
    "out.append(dict({a}={b}, **{{'{b}': {a}}}))",
    "out.append(Bag({a}={b}).{a})",
    "for {a} in range({b} - {b} + 2): out.append({a})",
    "if ({a} := 3): out.append({a} + {b})",
    "try: missing()\nexcept NameError as {a}: out.append(type({a}).__name__)",
    "def {a}({b}, *more, key={a}):\n    return {b}, key, {a}\nout.append({a}(1)[0])",
    "def inner():\n    global {a}\n    {a} = {b}\n    return {a}\nout.append(inner())",
    "def inner():\n    {a} = 5\n    def deep():\n        nonlocal {a}\n        {a} = {b}\n"
    "        return {a}\n    return deep()\nout.append(inner())",
    "class C:\n    x = {a}\n    {b} = {b}\n    def m(self): return {a}, {b}\n"
    "out.append((C().m(), C.{b}))",
    "match {a}:\n    case {{'k': {b}}}: out.append({b})\n    case int({b}): out.append({b})",
    "'''{a}'''; out.append('{b}')",
    "import math as {a}; out.append({a}.floor(2.5))",
]
MODULE = """
class Bag:
    def __init__(self, **values): self.__dict__.update(values)
json = 11
clamp, größe = 22, 33  # two at once
_hidden = json + 44
def thing():
    out = []
    {body}
    return out
"""


@st.composite
def bodies(draw: st.DrawFn) -> str:
    lines = draw(st.lists(st.sampled_from(LINES), min_size=1, max_size=6))
    return "\n".join(line.format(a=draw(NAMES), b=draw(NAMES)) for line in lines)


@given(bodies())
@example("\n".join(line.format(a="json", b="größe") for line in LINES[:6]))
def test_names_are_replaced_where_they_stand_and_nowhere_else(body: str) -> None:
    name = f"made_{next(_numbers)}"
    text = MODULE.format(body=body.replace("\n", "\n    "))
    try:
        compile(text, name, "exec")
    except SyntaxError:  # A name that is both global and local, say.
        return
    before = outcome(text, "thing")
    source = Source_of(name, text)
    package = Package(name)
    package._sources[name] = source
    load = carry(package, Symbol(name, "thing"), partial=False)
    code, inexact = definition(load, "thing", name, "1")
    if inexact:  # A pattern or an f-string that shows itself: it is refused, never done wrongly.
        return
    assert outcome(code, "thing") == before
    function = code[code.index("def thing():") :].rstrip()
    back = re.sub(r"\b_(json|clamp|größe|hidden|Bag)(_\d+)?\b", restored, function)
    assert back == text[text.index("def thing():") :].rstrip()


def restored(found: re.Match[str]) -> str:
    return "_hidden" if found[1] == "hidden" else found[1]


def Source_of(name: str, text: str):
    from inlay.eject.source import Source

    return Source(name, False, f"{name}.py", text, None)


def outcome(text: str, name: str) -> str:
    names: dict[str, object] = {"__name__": "cell"}
    exec(compile(text, "made", "exec"), names)
    try:
        return repr(names[name]())  # type: ignore[operator]
    except (NameError, TypeError) as error:
        return type(error).__name__


@given(st.text())
def test_a_block_is_its_text_and_survives_a_save(text: str) -> None:
    code = f"x = {block(text)}"
    names: dict[str, object] = {}
    exec(code, names)
    assert names["x"] == text
    assert after_saving(code) == code


@pytest.mark.parametrize(
    "value",
    [1, -2.5, float("inf"), "a\nb", b"\x00", (), (1,), [None, ...], {"a": {1, 2}}, set(), 1j],
)
def test_a_plain_value_is_written_as_it_is(value: object) -> None:
    assert eval(constant(value) or "") == value


def test_other_values_are_not_written() -> None:
    assert constant(object()) is None
    assert constant([Path("x")]) is None
    loop: list[object] = []
    loop.append(loop)
    assert constant(loop) is None


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("_esm", 'a;\nimport x from "https://esm.sh/x";', [(2, "https://esm.sh/x")]),
        ("_esm", "import('//cdn.example/x.js')", [(1, "//cdn.example/x.js")]),
        ("_esm", 'import{a}from"./chunk.js"', [(1, "./chunk.js")]),
        ("_esm", 'const K = "https://cdn.jsdelivr.net/npm/katex";', [(1, "https://cdn.jsdelivr")]),
        ("_esm", "https://example.com/widget.js", [(1, "https://example.com/widget.js")]),
        ("_esm", '// import "https://esm.sh/x"\nlet a = "https://example.com";', []),
        ("_css", "@import url(https://fonts.example/a.css);", [(1, "https://fonts.example")]),
        ("_css", "a{background:url('data:image/png,')}", []),
    ],
)
def test_what_a_front_end_loads_is_found(
    name: str, text: str, found: list[tuple[int, str]]
) -> None:
    problems = list(front_problems(name, text))
    assert len(problems) == len(found)
    for (line, shown, _), (expected, start) in zip(problems, found, strict=True):
        assert line == expected
        assert shown.startswith(start)


def test_the_traits_that_a_front_end_sets_are_read_from_its_text() -> None:
    assert sent_traits("m.set('a', 1); n.set(`b`, 2);m.set(k, 3); m.set(\"a\", 4)") == ["a", "b"]
