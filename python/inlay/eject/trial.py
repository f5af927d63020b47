"""Proves that a class stands alone: its cell runs where its package cannot be imported."""

from __future__ import annotations

import builtins
import symtable
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

from ..refusal import Refusal
from .classes import Running
from .front import front_of

_IMPLICIT = frozenset(("__name__", "__module__", "__qualname__", "__class__", "__annotations__"))


class _Blocker(MetaPathFinder):
    def __init__(self, top: str) -> None:
        self._top = top

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name.partition(".")[0] == self._top:
            raise ModuleNotFoundError(f"{name} is what the cell must do without", name=name)
        return None


@contextmanager
def without(top: str) -> Iterator[None]:
    """A block in which a package cannot be imported; afterwards all is as it was."""
    blocker = _Blocker(top)
    taken = {
        name: sys.modules.pop(name) for name in list(sys.modules) if name.partition(".")[0] == top
    }
    sys.meta_path.insert(0, blocker)
    try:
        yield
    finally:
        sys.meta_path.remove(blocker)
        sys.modules.update(taken)


def check_class(running: Running, code: str, class_name: str, *, alone: bool = True) -> None:
    """Runs a definition in a namespace of its own and compares its class with the running one.

    With `alone` it may read no name that is not its own.
    Raises Refusal "trial-failed" that says where they differ.
    """
    names: dict[str, Any] = {"__name__": "__inlay_trial__"}
    try:
        exec(compile(code, f"<{running.spec}>", "exec"), names)
    except Exception as error:
        raise Refusal(
            "trial-failed",
            f"The definition of {running.spec} did not run: {type(error).__name__}: {error}.",
            found=f"{type(error).__name__}: {error}",
            expected=f"a definition that runs without {running.package}",
            cure="Nothing was changed.",
        ) from error
    found = list(differences(running.cls, names[class_name], running.package))
    if alone:
        found += _unbound(code)
    if found:
        raise Refusal(
            "trial-failed",
            f"The class in the cell is not what {running.spec} is.",
            found="; ".join(found),
            expected="the same traits, defaults and front end, and no name from elsewhere",
            cure="Nothing was changed.",
        )


def differences(old: type[Any], new: type[Any], package: str) -> Iterator[str]:
    """Where two widget classes differ: in their synchronised traits, or in what shows them."""
    before, after = old.class_traits(sync=True), new.class_traits(sync=True)
    for name in sorted(before.keys() ^ after.keys()):
        yield f"the trait {name} is in one of them only"
    for name in sorted(before.keys() & after.keys()):
        one, other = before[name], after[name]
        own = type(one).__module__.partition(".")[0] == package
        if not own and type(one) is not type(other):
            yield f"{name} is a {type(one).__name__} and a {type(other).__name__}"
        if sorted(one.metadata) != sorted(other.metadata):
            yield f"{name} has other tags"
        if not _equal(one.default_value, other.default_value):
            yield f"{name} is {one.default_value!r:.80} and {other.default_value!r:.80} at first"
    for name in ("_esm", "_css"):
        if (front_of(old, name) or "").rstrip("\n") != (front_of(new, name) or "").rstrip("\n"):
            yield f"{name} differs"


def _equal(one: object, other: object) -> bool:
    try:
        return bool(one == other) or repr(one) == repr(other)
    except Exception:
        return repr(one) == repr(other)


def _unbound(code: str) -> Iterator[str]:
    """The names that a cell would take from the notebook."""
    table = symtable.symtable(code, "<cell>", "exec")
    bound = {each.get_name() for each in table.get_symbols() if each.is_assigned()}
    bound |= {each.get_name() for each in table.get_symbols() if each.is_imported()}
    bound |= {each.get_name() for each in table.get_symbols() if each.is_namespace()}
    stack, read = [table], set()
    while stack:
        scope = stack.pop()
        stack += scope.get_children()
        for each in scope.get_symbols():
            if each.is_global() and each.is_assigned():
                bound.add(each.get_name())
            if each.is_referenced() and (each.is_global() or scope is table):
                read.add(each.get_name())
    for name in sorted(read - bound - _IMPLICIT - set(dir(builtins))):
        yield f"it reads {name}, which is not in the cell"
