"""Reads [[source, text], …] as JSON on stdin; prints the indexes whose source Python reads as another text."""

import ast
import json
import sys


def decoded(source: str) -> object:
    """What Python's own parser makes of the bytes of a file."""
    tree = ast.parse(f"value = {source}\n".encode())
    return ast.literal_eval(tree.body[0].value)  # type: ignore[attr-defined]


def differs(source: str, text: str) -> bool:
    """Whether the source is unreadable or says something else."""
    try:
        return decoded(source) != text
    except (SyntaxError, ValueError):
        return True


if __name__ == "__main__":
    pairs = json.load(sys.stdin)
    print(
        json.dumps([index for index, (source, text) in enumerate(pairs) if differs(source, text)])
    )
