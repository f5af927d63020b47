"""Gives an instance cell that add wrote the names that its traits have now."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Mapping

from .. import cells
from ..fingerprint import parse
from ..notebook import Wire
from ..ours import foreign_lines, wires_of


def rewired(code: str, objects: Mapping[str, str], now: Mapping[str, str | None]) -> str | None:
    """The code with renamed arguments and wiring; what is dropped goes.

    `objects` are the names of the cell's objects with their classes, `now` the name of each trait
    that changed, None where it is gone. The getters keep their names. None where the cell holds
    more than add can have written: it is a person's then.

    >>> rewired("a = Dial(old=1)\\na", {"a": "Dial"}, {"old": "new"})
    'a = Dial(new=1)\\na'
    """
    if foreign_lines(code, objects):
        return None
    body = parse(code).body
    wires = {name: list(wires_of(name, body)) for name in objects}
    lines = code.split("\n")
    out: list[str] = []
    last = 0
    for node in body:
        if node.lineno <= last:
            return None  # Two statements in a line.
        out += lines[last : node.lineno - 1]
        last = node.end_lineno or node.lineno
        source = "\n".join(lines[node.lineno - 1 : last])
        out += list(_statement(node, source, code, wires, now))
    return "\n".join([*out, *lines[last:]])


def _statement(
    node: ast.stmt,
    source: str,
    code: str,
    wires: Mapping[str, list[Wire]],
    now: Mapping[str, str | None],
) -> Iterator[str]:
    match node:
        case ast.Assign(
            targets=[ast.Name(id=name)], value=ast.Call(func=ast.Name(id=class_name)) as call
        ):
            given = {each.arg or "": each.value for each in call.keywords}
            if not now.keys() & given.keys():
                yield source
                return
            arguments = {
                new: ast.get_source_segment(code, value) or ast.unparse(value)
                for trait, value in given.items()
                if (new := now.get(trait, trait)) is not None
            }
            yield cells.call(f"{name} = {class_name}", arguments)
        case ast.Assign(value=ast.Call(func=ast.Attribute(value=ast.Name(id=mo)))):
            name, wire = next((n, w) for n in wires for w in wires_of(n, [node]))
            yield from _wire(wire, now, source, lambda new: cells.state(name, new, mo))
        case ast.Expr(value=ast.Call(func=ast.Attribute(value=ast.Name(id=name)), args=[on])):
            wire = next(each for each in wires[name] if f"{each.setter}(" in ast.unparse(on))
            yield from _wire(wire, now, source, lambda new: cells.observe(name, new))
        case _:
            yield source


def _wire(
    wire: Wire, now: Mapping[str, str | None], source: str, made: Callable[[Wire], str]
) -> Iterator[str]:
    new = now.get(wire.trait, wire.trait)
    if new == wire.trait:
        yield source
    elif new is not None:
        yield made(Wire(new, wire.getter, wire.setter))
