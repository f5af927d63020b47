"""What a name of a package's module stands for, followed through its imports."""

from __future__ import annotations

import ast
import builtins
import importlib
from dataclasses import dataclass

from .source import NoSourceError, Package, Source


@dataclass(frozen=True)
class Imported:
    """Something from another package: a module, or a name of one. `loads` is imported besides."""

    module: str
    name: str | None = None
    loads: str | None = None


@dataclass(frozen=True)
class Symbol:
    """A name that a module of the package defines itself."""

    module: str
    name: str


@dataclass(frozen=True)
class OwnModule:
    """A module of the package, as an object."""

    module: str


@dataclass(frozen=True)
class Builtin:
    """A name that Python has, or that every module has."""

    name: str


@dataclass(frozen=True)
class TypingOnly:
    """A name that no run sees."""

    name: str


@dataclass(frozen=True)
class Lost:
    """A name that cannot be followed; the reason completes "… cannot be carried: "."""

    reason: str
    origin: Symbol | None = None


Target = Imported | Symbol | OwnModule | Builtin | TypingOnly | Lost
MODULE_NAMES = frozenset(
    ("__file__", "__path__", "__spec__", "__loader__", "__package__", "__doc__", "__name__")
)


def resolve(package: Package, source: Source, name: str, depth: int = 0) -> Target:
    """What a name at a module's top level stands for."""
    statements = source.bindings.get(name)
    if statements and depth < 50:
        if not all(each.imports for each in statements):
            return Symbol(source.name, name)
        return _imported(package, source, statements[-1].node, name, depth)
    if name in source.typing_only:
        return TypingOnly(name)
    for statement in source.statements:
        node = statement.node
        if isinstance(node, ast.ImportFrom) and node.names[0].name == "*":
            found = _from_star(package, source.absolute(node), name, depth)
            if found is not None:
                return found
    if name in MODULE_NAMES or hasattr(builtins, name):
        return Builtin(name)
    if hasattr(source.module, name):
        return Lost(f"{name} is put into {source.name} while it runs", Symbol(source.name, name))
    return Lost(f"{source.name} defines no {name}")


def attribute(package: Package, module: str, name: str) -> Target:
    """What an attribute of one of the package's modules stands for."""
    try:
        source = package.source(module)
    except NoSourceError as error:
        return Lost(str(error), Symbol(module, name))
    if name not in source.bindings and package.is_module(f"{module}.{name}"):
        return OwnModule(f"{module}.{name}")
    return resolve(package, source, name)


def import_target(package: Package, source: Source, node: ast.stmt, alias: ast.alias) -> Target:
    """What one name of an import statement stands for."""
    if isinstance(node, ast.ImportFrom):
        module = source.absolute(node)
        if not package.owns(module):
            return Imported(module, alias.name)
        return attribute(package, module, alias.name)
    assert isinstance(node, ast.Import)
    top, _, rest = alias.name.partition(".")
    if package.owns(alias.name):
        return OwnModule(alias.name if alias.asname else top)
    if alias.asname or not rest:
        return Imported(alias.name)
    return Imported(top, None, alias.name)


def _imported(package: Package, source: Source, node: ast.stmt, name: str, depth: int) -> Target:
    assert isinstance(node, (ast.Import, ast.ImportFrom))
    alias = next(each for each in node.names if (each.asname or each.name.split(".")[0]) == name)
    return import_target(package, source, node, alias)


def _from_star(package: Package, module: str, name: str, depth: int) -> Target | None:
    try:
        has = hasattr(importlib.import_module(module), name)
    except Exception:
        has = False
    if not has:
        return None
    return attribute(package, module, name) if package.owns(module) else Imported(module, name)
