"""Code that a front end loads from elsewhere."""

from __future__ import annotations

import re

_URL = r"(?P<url>https?://[^\s\"'`)]+)"
_STRINGS_AND_COMMENTS = re.compile(r"/\*.*?\*/|(?<![:\"'`])//[^\n]*", re.S)
_IMPORTS = (
    re.compile(r"(?:\bimport|\bfrom)\s*[\"']" + _URL),
    re.compile(r"\bimport\s*\(\s*[\"'`]" + _URL),
)


def remote_imports(esm: str) -> list[str]:
    """The addresses that an ESM imports, in order; an ESM that is an address imports that.

    >>> remote_imports('import a from "https://esm.sh/a@1"; // import "https://no"')
    ['https://esm.sh/a@1']
    """
    whole = re.fullmatch(_URL, esm.strip())
    if whole is not None:
        return [whole["url"]]
    code = _STRINGS_AND_COMMENTS.sub("", esm)
    found = [(each.start(), each["url"]) for kind in _IMPORTS for each in kind.finditer(code)]
    return list(dict.fromkeys(url for _, url in sorted(found)))
