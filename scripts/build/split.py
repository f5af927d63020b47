"""Splits a widget's methods.py, for the builder: reads a source on stdin, prints JSON.

Either {"imports": [...], "body": "...", "names": {name: line}} or {"line": n, "reason": "..."}.
"""

import ast
import json
import sys


class Misplaced(Exception):
    """Something that a methods.py must not hold: the line, and what to do."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(line, reason)
        self.line = line
        self.reason = reason


def main() -> None:
    """Answers for the source on stdin."""
    source = sys.stdin.buffer.read().decode()
    try:
        answer = split(source)
    except SyntaxError as error:
        answer = {"line": error.lineno or 1, "reason": f"Python cannot read it: {error.msg}."}
    except Misplaced as error:
        answer = {"line": error.line, "reason": error.reason}
    print(json.dumps(answer))


def split(source: str) -> dict[str, object]:
    """The imports, each on a line of its own, and the body of `class Methods` as it stands."""
    imports: set[str] = set()
    found: ast.ClassDef | None = None
    for node in ast.parse(source).body:
        if isinstance(node, ast.Import | ast.ImportFrom):
            imports.update(private_imports(node))
        elif isinstance(node, ast.ClassDef) and node.name == "Methods" and found is None:
            found = node
        elif not is_docstring(node):
            raise Misplaced(
                node.lineno,
                "expected imports and one `class Methods`, and nothing else at the top level. "
                "Move this into the class.",
            )
    if found is None:
        raise Misplaced(1, "found no `class Methods`. Its body becomes part of the widget's class.")
    if found.decorator_list or found.keywords:
        raise Misplaced(found.lineno, "`class Methods` takes no decorator and no keyword.")
    statements = found.body[1:] if is_docstring(found.body[0]) else found.body
    if not statements:
        raise Misplaced(found.lineno, "`class Methods` holds no method. Delete methods.py.")
    lines = source.split("\n")
    start = (
        (found.body[0].end_lineno or 0) if statements != found.body else header_end(found, lines)
    )
    end = max(node.end_lineno or 0 for node in statements)
    return {
        "imports": sorted(imports),
        "body": "\n".join(lines[start:end]).strip("\n"),
        "names": {name: node.lineno for node in statements for name in defined(node)},
    }


def private_imports(node: ast.Import | ast.ImportFrom) -> list[str]:
    """One statement an alias."""
    origin = node.module if isinstance(node, ast.ImportFrom) else None
    if origin == "__future__":
        raise Misplaced(
            node.lineno,
            "a cell cannot carry `from __future__`. Annotate with what is there when it runs.",
        )
    if isinstance(node, ast.ImportFrom) and node.level > 0:
        raise Misplaced(node.lineno, "a cell stands alone: a relative import has nothing to find.")
    statements = []
    for alias in node.names:
        if alias.asname is None or not alias.asname.startswith("_"):
            raise Misplaced(
                node.lineno,
                f"names of a cell must be private: import {alias.name} as _{alias.name.lower()}.",
            )
        start = f"from {origin} import" if origin else "import"
        statements.append(f"{start} {alias.name} as {alias.asname}")
    return statements


def is_docstring(node: ast.stmt) -> bool:
    """A bare text."""
    return (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    )


def header_end(found: ast.ClassDef, lines: list[str]) -> int:
    """How many lines the source has up to and with the colon of the class."""
    first = found.body[0]
    decorators = first.decorator_list if isinstance(first, DECORATED) else []
    top = min([first.lineno, *(each.lineno for each in decorators)])
    while top > found.lineno + 1 and lines[top - 2].lstrip().startswith("#"):
        top -= 1
    return top - 1


def defined(node: ast.stmt) -> list[str]:
    """The names that a statement of a class body binds."""
    if isinstance(node, DECORATED):
        return [node.name]
    return [each.id for each in ast.walk(node) if is_store(each) and isinstance(each, ast.Name)]


def is_store(node: ast.AST) -> bool:
    """A name that is written to."""
    return isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)


DECORATED = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)

if __name__ == "__main__":
    main()
