"""The source of instance and reader cells."""

from __future__ import annotations

import ast
import re
import symtable
from collections.abc import Iterable, Mapping, Sequence

from .fingerprint import parse
from .literal import WIDTH, wrapped
from .notebook import Wire

READER_FIELD = re.compile(r"\{(get(?:_[a-z0-9_]+)?|object|mo)\}")


def wires(object_name: str, traits: Sequence[str]) -> tuple[Wire, ...]:
    """The getters and setters of an object: by object alone, or by trait where there are more.

    >>> wires("price", ["value"])
    (Wire(trait='value', getter='get_price', setter='set_price'),)
    """
    if len(traits) == 1:
        return (Wire(traits[0], f"get_{object_name}", f"set_{object_name}"),)
    return tuple(
        Wire(trait, f"get_{object_name}_{trait}", f"set_{object_name}_{trait}") for trait in traits
    )


def instance(
    object_name: str,
    class_name: str,
    arguments: Mapping[str, str],
    wired: Iterable[Wire],
    mo: str | None,
    imports: Iterable[str] = (),
) -> str:
    """The source of an instance cell: the object, a state for each wired trait, and its display.

    `arguments` are Python expressions by trait; `mo` is the notebook's name for marimo.
    """
    wired = tuple(wired)
    lines = [*imports]
    if wired and mo is None:
        lines.append("import marimo as _mo")
    if lines:
        lines.append("")
    lines.append(call(f"{object_name} = {class_name}", arguments))
    lines += [state(object_name, wire, mo or "_mo") for wire in wired]
    lines += [observe(object_name, wire) for wire in wired]
    lines.append(object_name)
    return "\n".join(lines)


def call(head: str, arguments: Mapping[str, str]) -> str:
    """A call with keyword arguments, wrapped as a formatter would.

    >>> call("a = B", {"x": "1", "y": "2"})
    'a = B(x=1, y=2)'
    """
    parts = [f"{name}={value}" for name, value in arguments.items()]
    one_line = f"{head}({', '.join(parts)})"
    if len(one_line) <= WIDTH and "\n" not in one_line:
        return one_line
    inner = f"    {', '.join(parts)}"
    if len(inner) <= WIDTH and "\n" not in inner:
        return f"{head}(\n{inner}\n)"
    lines = (f"    {name}={wrapped(value, 4)}," for name, value in arguments.items())
    return "\n".join([f"{head}(", *lines, ")"])


def expression(text: str) -> str:
    """A person's expression, made fit to stand as an argument.

    Raises SyntaxError when it is not one Python expression.
    """
    text = text.strip()
    tree = ast.parse(text, mode="eval")
    # A comment would swallow the comma that follows; a tuple without brackets is arguments.
    if "\n" in text or "#" in text or (isinstance(tree.body, ast.Tuple) and _is_bare(text)):
        return ast.unparse(tree)
    return text


def _is_bare(text: str) -> bool:
    inside = ast.parse(f"[{text}]", mode="eval").body
    return isinstance(inside, ast.List) and len(inside.elts) > 1


def reader(
    template: str,
    object_name: str,
    wired: Sequence[Wire],
    value: str | None,
    taken: Iterable[str],
    mo: str | None = None,
) -> str:
    """The source of a reader cell: the item's example, with names that are free.

    `{get}` stands for the getter of the trait `value`, `{get_<trait>}` for that trait's, and
    `{object}` for the object, `{mo}` for marimo; other braces are the example's own. Where marimo
    has no name in the notebook, the cell imports it for itself. Where the example needs a trait
    that is not wired, the cell shows what the getters give instead.
    """
    getters = {f"get_{wire.trait}": wire.getter for wire in wired}
    fields = {**getters, "object": object_name}
    if f"get_{value}" in getters:
        fields["get"] = getters[f"get_{value}"]
    fields["mo"] = mo or "_mo"
    if any(name not in fields for name in READER_FIELD.findall(template)):
        calls = ", ".join(f"{wire.getter}()" for wire in wired)
        return calls if len(wired) == 1 else f"({calls})"
    text = _with_free_names(READER_FIELD.sub(lambda found: fields[found[1]], template), set(taken))
    return f"import marimo as _mo\n\n{text}" if mo is None and "{mo}" in template else text


def state(object_name: str, wire: Wire, mo: str) -> str:
    """The line that makes the state of a trait."""
    head = f"{wire.getter}, {wire.setter} = {mo}.state"
    return _fitting(head, f"{object_name}.{wire.trait}")


def observe(object_name: str, wire: Wire) -> str:
    """The line that sets the state of a trait when the trait changes."""
    change = f"lambda _: {wire.setter}({object_name}.{wire.trait})"
    names = f'names=["{wire.trait}"]'
    if len(f"    {change}, {names}") > WIDTH:
        return f"{object_name}.observe(\n    {change},\n    {names},\n)"
    return _fitting(f"{object_name}.observe", f"{change}, {names}")


def _fitting(head: str, arguments: str) -> str:
    line = f"{head}({arguments})"
    return line if len(line) <= WIDTH else f"{head}(\n    {arguments}\n)"


def defined_names(code: str) -> list[str]:
    """The names that a cell with this code gives to the notebook.

    >>> defined_names("import a as _a\\nclass B: pass\\nc = [d for d in e]")
    ['B', 'c']
    """
    table = symtable.symtable(code, "<cell>", "exec")
    defined = (
        each.get_name() for each in table.get_symbols() if each.is_assigned() or each.is_imported()
    )
    return sorted(name for name in defined if not name.startswith("_"))


def read_names(code: str) -> list[str]:
    """The names that an expression reads, in order."""
    return list(dict.fromkeys(node.id for node in _names(code) if isinstance(node.ctx, ast.Load)))


def _names(code: str) -> list[ast.Name]:
    return [node for node in ast.walk(parse(code)) if isinstance(node, ast.Name)]


def _with_free_names(code: str, taken: set[str]) -> str:
    names, written = _names(code), set(defined_names(code))
    renamed = {name: free_name(name, taken | written) for name in written if name in taken}
    lines = [line.encode() for line in code.split("\n")]
    for node in sorted(names, key=lambda each: (each.lineno, each.col_offset), reverse=True):
        if node.id in renamed:
            line = lines[node.lineno - 1]
            end = node.end_col_offset
            lines[node.lineno - 1] = (
                line[: node.col_offset] + renamed[node.id].encode() + line[end:]
            )
    return b"\n".join(lines).decode()


def free_name(name: str, taken: Iterable[str]) -> str:
    """The name itself, or with the first number from 2 on that makes it free.

    >>> free_name("price", {"price", "price_2"})
    'price_3'
    """
    taken = set(taken)
    base = re.sub(r"_\d+$", "", name)
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{base}_{number}"
    return free
