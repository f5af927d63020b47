"""The front end that a running widget class has, and what keeps it from standing alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

_REMOTE = r"""["'`](?P<url>(?:https?:)?//[^"'`\s]+)["'`]"""
_SCRIPT = re.compile(
    rf"""(?:(?<![@\w$.-])(?:import|from)\s*|\bimport\s*\(\s*|\bimportScripts\s*\(\s*){_REMOTE}"""
)
_STYLE = re.compile(
    r"""(?:@import\s+(?:url\(\s*)?|\burl\(\s*)["']?(?P<url>(?:https?:)?//[^"')\s;]+)"""
)
_RELATIVE = re.compile(
    r"""(?<![@\w$.-])(?:from\s*|import\s*\(?\s*)["'](?P<url>\.{1,2}/[^"']+)["']"""
)
_HOST = re.compile(
    r"""["'`](?P<url>https?://(?:esm\.sh|unpkg\.com|(?:[\w-]+\.)?jsdelivr\.net|cdnjs\.cloudflare\.com"""
    r"""|cdn\.skypack\.dev|esm\.run|ga\.jspm\.io)/[^"'`\s]*)"""
)
_SENDS = re.compile(r"""\.set\(\s*(["'`])(?P<name>[A-Za-z_]\w*)\1""")
_COMMENT = re.compile(r"(?m)^\s*//.*$|^\s*/?\*.*$")
_PATH_LIKE = re.compile(r"[a-zA-Z0-9]\.[a-zA-Z0-9]+$")


def front_texts(running: object) -> dict[str, str]:
    """The texts of `_esm` and `_css` that a class has of its own, wherever they come from."""
    texts = {}
    for name in ("_esm", "_css"):
        value = vars(running).get(name) if isinstance(running, type) else None
        text = _text(value)
        if text is not None:
            texts[name] = _no_path(text)
    return texts


def front_of(running: type, name: str) -> str | None:
    """The text of `_esm` or `_css` that instances of a class show, inherited or not."""
    for each in running.__mro__:
        if name in vars(each):
            return _text(vars(each)[name])
    return None


def front_problems(name: str, text: str) -> Iterator[tuple[int, str, str]]:
    """The lines of a front end that need a network or a file: number, text and reason."""
    if re.match(r"https?://\S+$", text.strip()):
        yield 1, text.strip()[:200], "the front end is loaded from the network"
        return
    patterns = [
        (_SCRIPT, "it imports from the network"),
        (_RELATIVE, "it imports a file"),
        (_HOST, "it names a script on the network"),
    ]
    if name == "_css":
        patterns = [(_STYLE, "it loads from the network")]
    bare = _COMMENT.sub(lambda found: " " * len(found[0]), text)
    seen: set[int] = set()
    for pattern, reason in patterns:
        for found in pattern.finditer(bare):
            if found.start("url") in seen:
                continue
            seen.add(found.start("url"))
            line = text.count("\n", 0, found.start("url")) + 1
            yield line, found["url"][:200], reason


def sent_traits(esm: str) -> list[str]:
    """The traits that a front end sets, by its text: `model.set("value", …)`."""
    return list(dict.fromkeys(found["name"] for found in _SENDS.finditer(esm)))


def _text(value: object) -> str | None:
    if value is None:
        return None
    if isinstance(value, Path):
        return value.read_text("utf-8")
    if hasattr(value, "default_value"):
        value = value.default_value
    text = str(value)
    return text or None


def _no_path(text: str) -> str:
    """anywidget takes one line that ends like a file's name for a path."""
    return f"{text}\n" if "\n" not in text and _PATH_LIKE.search(text) else text
