"""What definition cells hold, for the checks of items: JSON on stdin to JSON on stdout.

Nothing of a cell runs. Asked with a list of {"source", "class", "expressions": {name: text}}, it
answers with a list of {"error": {"line", "message"}} or {"imports", "classes", "esm", "css",
"wrong"}; wrong are the names of texts that are not one expression each.
"""

import ast
import json
import sys
import warnings
from typing import Any


def main() -> None:
    """Answers for the sources on stdin."""
    warnings.simplefilter("ignore")
    asked = json.loads(sys.stdin.buffer.read().decode())
    answers = [facts(each["source"], each["class"], each["expressions"]) for each in asked]
    print(json.dumps(answers))


def facts(source: str, class_name: str, expressions: dict[str, str]) -> dict[str, Any]:
    """What one definition has at its top level, and the texts that its class gives to a page."""
    try:
        tree = ast.parse(source)
        found = class_of(tree, class_name)
        return {
            "imports": [each for node in running(tree.body) for each in imports(node)],
            "classes": [node.name for node in tree.body if isinstance(node, ast.ClassDef)],
            "esm": text_of(found, "_esm"),
            "css": text_of(found, "_css"),
            "wrong": [name for name, text in expressions.items() if not is_expression(text)],
        }
    except SyntaxError as error:
        return {"error": {"line": error.lineno or 1, "message": str(error.msg)}}
    except (ValueError, RecursionError, MemoryError) as error:
        return {"error": {"line": 1, "message": f"{type(error).__name__}: {error}"}}


def running(body: list[ast.stmt]) -> list[ast.stmt]:
    """The statements that run when the cell does: also in classes and blocks, not in functions."""
    found: list[ast.stmt] = []
    stack: list[ast.AST] = [*body]
    while stack:
        node = stack.pop()
        if isinstance(node, ast.stmt):
            found.append(node)
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            stack.extend(ast.iter_child_nodes(node))
    return sorted(found, key=lambda node: node.lineno)


def imports(node: ast.stmt) -> list[dict[str, Any]]:
    """The modules that a statement imports, and whether Python itself brings them."""
    if isinstance(node, ast.Import):
        modules = [alias.name for alias in node.names]
    elif isinstance(node, ast.ImportFrom):
        modules = ["." * node.level + (node.module or "")]
    else:
        return []
    return [
        {
            "module": module,
            "line": node.lineno,
            "standard": module.split(".")[0] in sys.stdlib_module_names,
        }
        for module in modules
    ]


def class_of(tree: ast.Module, name: str) -> ast.ClassDef | None:
    """The class of the widget."""
    named = [node for node in tree.body if isinstance(node, ast.ClassDef) and node.name == name]
    return named[-1] if named else None


def text_of(found: ast.ClassDef | None, name: str) -> str | None:
    """The text that a class attribute is set to, where it is a plain literal."""
    text = None
    for node in found.body if found else []:
        if isinstance(node, ast.Assign) and any(
            isinstance(target, ast.Name) and target.id == name for target in node.targets
        ):
            value = node.value
            text = value.value if isinstance(value, ast.Constant) else None
    return text if isinstance(text, str) else None


def is_expression(text: str) -> bool:
    """Whether a text is one Python expression, and so stays one wherever it is put."""
    try:
        ast.parse(text, mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True


if __name__ == "__main__":
    main()
