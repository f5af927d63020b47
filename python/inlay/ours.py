"""Tells what add wrote in a cell from what a person wrote there."""

from __future__ import annotations

import ast
import io
import tokenize
from collections.abc import Iterable, Iterator, Mapping

from . import cells
from .fingerprint import fingerprint, parse
from .notebook import Inventory, Wire

_IMPORTS = frozenset({"import marimo as _mo", "import datetime as _datetime"})


def foreign_lines(code: str, objects: Mapping[str, str]) -> list[str]:
    """The lines of an instance cell that add cannot have written; `objects` are names with classes.

    Comments are a person's too, and so is all of a cell that does not parse.

    >>> foreign_lines("a = Dial()  # mine\\nx = 1\\na", {"a": "Dial"})
    ['a = Dial()  # mine', 'x = 1']
    """
    try:
        body = parse(code).body
    except SyntaxError:
        return [line for line in code.split("\n") if line.strip()]
    setters = {wire.setter: wire.trait for name in objects for wire in wires_of(name, body)}
    numbers = {number for number, _ in _comments(code)}
    for node in body:
        if not _is_ours(node, objects, setters):
            numbers.update(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    lines = code.split("\n")
    return [lines[number - 1] for number in sorted(numbers)]


def objects_in(inventory: Inventory, cell: str) -> dict[str, str]:
    """The objects that a cell makes, with their classes."""
    return {
        each.object: widget.class_name or ""
        for widget in inventory.widgets
        for each in widget.objects
        if each.cell == cell
    }


def unedited(inventory: Inventory, cell: str) -> bool:
    """Whether an instance cell holds nothing but what add can have written."""
    found = inventory.cell(cell)
    return found is not None and not foreign_lines(found.code, objects_in(inventory, cell))


def comments(code: str) -> list[tuple[str, str]]:
    """The comments of a cell, each with its line; a marker is none.

    >>> comments("# inlay: dial 0.1.0 0123456789abcdef\\nx = 1  # one")
    [('# one', 'x = 1  # one')]
    """
    lines = code.split("\n")
    return [
        (comment, lines[number - 1].strip())
        for number, comment in _comments(code)
        if not comment.startswith("# inlay: ")
    ]


def wires_of(name: str, body: Iterable[ast.stmt]) -> Iterator[Wire]:
    """The states of an object among the statements of a cell."""
    for node in body:
        match node:
            case ast.Assign(
                targets=[ast.Tuple(elts=[ast.Name(id=getter), ast.Name(id=setter)])],
                value=ast.Call(
                    func=ast.Attribute(value=ast.Name(), attr="state"),
                    args=[ast.Attribute(value=ast.Name(id=owner), attr=trait)],
                    keywords=[],
                ),
            ) if owner == name:
                yield Wire(trait, getter, setter)


def is_example(code: str, template: str, object_name: str, wired: tuple[Wire, ...]) -> bool:
    """Whether a cell is a reader that add wrote from this template, whatever names were free."""
    for value, mo in {(wire.trait, mo) for wire in wired for mo in _aliases(code)}:
        expected = cells.reader(template, object_name, wired, value, (), mo)
        if _texts(expected) == _texts(code) and _shape(expected) == _shape(code):
            return True
    return False


def without_wiring(code: str, name: str) -> str:
    """An instance cell of ours without the states of one object; all else stays as it is."""
    body = parse(code).body
    setters = {wire.setter: wire.trait for wire in wires_of(name, body)}
    gone = [
        node
        for node in body
        if list(wires_of(name, [node])) or _is_observer(node, {name: ""}, setters)
    ]
    left = [node for node in body if node not in gone]
    if not any(isinstance(each, ast.Name) and each.id == "_mo" for each in _walk(left)):
        gone += [node for node in left if ast.unparse(node) == "import marimo as _mo"]
    numbers = {n for each in gone for n in range(each.lineno, (each.end_lineno or 0) + 1)}
    lines = [line for number, line in enumerate(code.split("\n"), 1) if number not in numbers]
    return "\n".join(lines).strip("\n")


def _walk(body: Iterable[ast.stmt]) -> Iterator[ast.AST]:
    for node in body:
        yield from ast.walk(node)


def _is_ours(node: ast.stmt, objects: Mapping[str, str], setters: Mapping[str, str]) -> bool:
    match node:
        case ast.Import():
            return ast.unparse(node) in _IMPORTS
        case ast.Assign(
            targets=[ast.Name(id=name)],
            value=ast.Call(func=ast.Name(id=class_name), args=[], keywords=keywords),
        ):
            return objects.get(name) == class_name and all(each.arg for each in keywords)
        case ast.Assign():
            return any(list(wires_of(name, [node])) for name in objects)
        case ast.Expr(value=ast.Name(id=name)):
            return name in objects
    return _is_observer(node, objects, setters)


def _is_observer(node: ast.stmt, objects: Mapping[str, str], setters: Mapping[str, str]) -> bool:
    match node:
        case ast.Expr(
            value=ast.Call(
                func=ast.Attribute(value=ast.Name(id=name), attr="observe"),
                args=[
                    ast.Lambda(
                        body=ast.Call(
                            func=ast.Name(id=setter),
                            args=[ast.Attribute(value=ast.Name(id=owner), attr=trait)],
                            keywords=[],
                        )
                    )
                ],
                keywords=[ast.keyword(arg="names", value=names)],
            )
        ):
            return (
                name == owner
                and name in objects
                and setters.get(setter) == trait
                and ast.unparse(names) == repr([trait])
            )
    return False


def _comments(code: str) -> Iterator[tuple[int, str]]:
    try:
        for token in tokenize.generate_tokens(io.StringIO(code).readline):
            if token.type == tokenize.COMMENT:
                yield token.start[0], token.string
    except (tokenize.TokenError, SyntaxError):
        return


def _texts(code: str) -> list[str]:
    return [comment for _, comment in _comments(code)]


def _aliases(code: str) -> set[str | None]:
    """The names that marimo may have in a cell: those that an attribute is read of, or none."""
    try:
        nodes = list(ast.walk(parse(code)))
    except SyntaxError:
        return set()
    read = {
        each.value.id
        for each in nodes
        if isinstance(each, ast.Attribute) and isinstance(each.value, ast.Name)
    }
    return {None, "mo", *read}


def _shape(code: str) -> str:
    """The fingerprint of a cell with the names that it defines numbered."""
    try:
        tree = parse(code)
        numbered = {name: f"name_{n}" for n, name in enumerate(_first_seen(tree, code))}
    except SyntaxError:
        return ""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id in numbered:
            node.id = numbered[node.id]
    return fingerprint(ast.unparse(tree))


def _first_seen(tree: ast.Module, code: str) -> list[str]:
    defined = set(cells.defined_names(code))
    seen = (each.id for each in ast.walk(tree) if isinstance(each, ast.Name))
    return [name for name in dict.fromkeys(seen) if name in defined]
