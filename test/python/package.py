"""Small packages with widgets in them, written for a test, as if a person had installed them."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# Base class, mixin, helpers and constants in three modules; a front end and a style in files.
KNOBS = {
    "__init__.py": """
        from .dial import Dial
        from . import dial as dials
        __version__ = "1.2.3"
    """,
    "base.py": """
        from __future__ import annotations

        import json
        import logging
        from typing import TYPE_CHECKING, Any

        import anywidget
        import traitlets

        if TYPE_CHECKING:
            from pandas import DataFrame

        logger = logging.getLogger(__name__)
        logger.addHandler(logging.NullHandler())


        class Base(anywidget.AnyWidget):
            # What every widget of this package has.
            title = traitlets.Unicode("a dial").tag(sync=True)

            def dump(self, frame: DataFrame | None = None) -> str:
                logger.debug(f"{self.title!r:>{len(json.dumps(self.title))}}")
                return json.dumps({"title": self.title})


        class Named:
            def describe(self: "Named", other: Any = None) -> str:
                json = "shadowed"
                return json
    """,
    "limits.py": """
        import math as maths
        from pathlib import Path

        TEXT = (Path(__file__).parent / "notes.txt").read_text()
        SCALE = {"low": 0.0}
        SCALE["high"] = 360.0  # a whole turn


        def clamp(value, low=SCALE["low"], high=SCALE["high"]):
            '''Keeps a value inside.'''
            # json is no name here
            return min(max(value, low), high) if maths.isfinite(value) else low


        def later():
            from .base import Base

            return Base.__name__
    """,
    "dial.py": """
        import pathlib

        import traitlets

        from . import limits
        from .base import Base, Named

        HERE = pathlib.Path(__file__).parent


        class Dial(Base, Named):
            \"\"\"A dial, with "quotes".\"\"\"

            _esm = HERE / "static" / "dial.js"
            _css = HERE / "static" / "dial.css"

            value = traitlets.Float(0.0).tag(sync=True)
            step = traitlets.Float(1.0).tag(sync=True)

            @traitlets.validate("value")
            def _clamped(self, proposal):
                return limits.clamp(proposal["value"])  # limits stay

            @property
            def notes(self) -> str:
                return limits.TEXT

            def turned(self) -> "Dial":
                copy = Dial(value=self.value + self.step)
                return copy

            def base_name(self):
                return limits.later()
    """,
    "static/dial.js": (
        'function render({ model, el }) {\n  const text = "a\\\\n\\u00a0b";\n'
        '  el.textContent = model.get("title") + `"""${text}"""`;\n   \n'
        '  el.onclick = () => { model.set("value", model.get("value") + 1); };\n'
        "}\nexport default { render };\n"
    ),
    "static/dial.css": ".dial { color: red; }\n",
    "notes.txt": 'Turn it.\nNot "too" far.\n',
}


def write(folder: Path, name: str, files: dict[str, str]) -> Path:
    """A package of Python files, without the indentation that the test gave them, and others."""
    for path, text in files.items():
        file = folder / name / path
        file.parent.mkdir(parents=True, exist_ok=True)
        python = path.endswith(".py")
        file.write_text(textwrap.dedent(text).lstrip("\n") if python else text, encoding="utf-8")
    return folder / name


@contextmanager
def importable(folder: Path, name: str) -> Iterator[None]:
    """A block in which the packages of a folder can be imported, and that forgets this one."""
    sys.path.insert(0, str(folder))
    try:
        yield
    finally:
        sys.path.remove(str(folder))
        for each in [each for each in sys.modules if each.partition(".")[0] == name]:
            del sys.modules[each]
