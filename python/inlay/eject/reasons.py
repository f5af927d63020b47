"""Why a name that the carried code uses cannot go along."""

from __future__ import annotations

import ast

from .load import Piece
from .resolve import (
    MODULE_NAMES,
    Builtin,
    Imported,
    Lost,
    OwnModule,
    Symbol,
    Target,
    TypingOnly,
)
from .source import Package
from .uses import Use

_READERS = ("importlib.resources", "importlib_resources", "pkgutil", "pkg_resources")
_METADATA = ("importlib.metadata", "importlib_metadata")
# With as many arguments as this they say themselves where to look.
_DYNAMIC = {"globals": 0, "__import__": 0, "eval": 2, "exec": 2}


def reason_against(package: Package, piece: Piece, use: Use, target: Target) -> str | None:
    """Why a use cannot go along with its piece; None where it can."""
    match target:
        case Lost(reason=reason):
            return reason
        case OwnModule(module=module):
            return f"the module {module} of the package is used as an object"
        case TypingOnly(name=name):
            return f"{name} is imported for type checkers only"
        case Builtin(name="__name__"):
            return None if use.joined is None else "the module's own name, inside a text"
        case Builtin(name="__doc__"):
            return "the documentation of the module stays behind"
        case Builtin(name=name) if name in MODULE_NAMES:
            return f"{name} says where the package is installed"
        case Builtin(name=name) if name in _DYNAMIC:
            call = _call_of(piece, use.node)
            if call is not None and 0 < _DYNAMIC[name] <= len(call.args):
                return None
            return f"{name}() looks names up while it runs"
        case Imported(module=module, name=name):
            return _import_reason(package, piece, use, module, name)
    if use.decorates is not None and isinstance(target, Symbol):
        return _decorator_reason(package, use, target)
    return None


def _import_reason(
    package: Package, piece: Piece, use: Use, module: str, name: str | None
) -> str | None:
    full = module if name is None else f"{module}.{name}"
    dotted = ".".join([full, *(each.attr for each in use.chain)])
    if any(dotted == each or dotted.startswith(f"{each}.") for each in _READERS):
        return "it reads files of the package"
    if any(dotted == each or dotted.startswith(f"{each}.") for each in _METADATA):
        return "it reads the metadata of an installed package"
    if dotted == "importlib.import_module" and not _imports_elsewhere(package, piece, use):
        return "a module is imported by a name that is made while it runs"
    if dotted == "sys.modules" and _looks_itself_up(piece, use):
        return "the module looks itself up while it runs"
    return None


def _imports_elsewhere(package: Package, piece: Piece, use: Use) -> bool:
    call = _call_of(piece, use.chain[-1] if use.chain else use.node)
    name = getattr(call.args[0], "value", None) if call is not None and call.args else None
    return isinstance(name, str) and name[:1] != "." and not package.owns(name)


def _decorator_reason(package: Package, use: Use, target: Symbol) -> str | None:
    source = package.source(target.module)
    made = [each.node for each in source.bindings.get(target.name, ())]
    if any(isinstance(each, (ast.Assign, ast.AnnAssign)) for each in made):
        return f"the decorator registers with {target.name}, which is the package's own"
    return None


def _looks_itself_up(piece: Piece, use: Use) -> bool:
    end = use.chain[-1] if use.chain else use.node
    return any(
        isinstance(node, ast.Subscript)
        and node.value is end
        and isinstance(node.slice, ast.Name)
        and node.slice.id == "__name__"
        for node in ast.walk(piece.statement.node)
    )


def _call_of(piece: Piece, function: ast.AST) -> ast.Call | None:
    for node in ast.walk(piece.statement.node):
        if isinstance(node, ast.Call) and node.func is function:
            return node
    return None
