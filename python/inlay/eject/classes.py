"""The running class that is ejected: where it is, what it synchronises, what shows it."""

from __future__ import annotations

import difflib
import importlib
import inspect
import re
from dataclasses import dataclass
from importlib import metadata
from typing import Any

from ..inventory import package_version
from ..refusal import Refusal
from .front import front_of, sent_traits
from .resolve import Symbol
from .source import NoSourceError, Package

_HIDDEN = frozenset(("comm", "layout", "tabbable", "tooltip", "keys", "log"))


@dataclass(frozen=True)
class Running:
    """A widget class of an installed package, imported in this interpreter."""

    cls: type[Any]
    spec: str
    package: str
    version: str

    @property
    def symbol(self) -> Symbol:
        return Symbol(self.cls.__module__, self.cls.__qualname__)

    @property
    def traits(self) -> list[str]:
        """The public synchronised traits that are the widget's own, as they are declared."""
        own = self.cls.class_traits(sync=True)
        order = [name for each in reversed(self.cls.__mro__) for name in vars(each)]
        known = set(_base().class_traits()) | _HIDDEN
        names = (name for name in dict.fromkeys(order) if name in own and name not in known)
        return [name for name in names if not name.startswith("_")]

    @property
    def sent(self) -> list[str]:
        """The traits that the front end sets."""
        found = sent_traits(front_of(self.cls, "_esm") or "")
        return [name for name in self.traits if name in found]

    @property
    def object_name(self) -> str:
        """The class's name in snake case."""
        words = re.sub(r"(?<=[a-z0-9])(?=[A-Z][a-z])|(?<=[a-z])(?=[A-Z])", "_", self.cls.__name__)
        return words.lower().strip("_") or "widget"


def find(module: str, path: str) -> Running:
    """The class that `MODULE:CLASS` names. Raises Refusal that says what there is instead."""
    found = _class(_module(module), module, path)
    if not issubclass(found, _base()):
        raise Refusal(
            "no-widget",
            f"{module}:{path} is no anywidget.",
            found=f"a subclass of {', '.join(each.__name__ for each in found.__bases__)}",
            expected="a subclass of anywidget.AnyWidget",
        )
    top = found.__module__.partition(".")[0]
    if found.__module__ == "__main__" or top in ("anywidget", "ipywidgets"):
        raise Refusal(
            "no-package",
            f"{found.__name__} does not come from a package of its own.",
            found=f"it is defined in {found.__module__}",
            expected="a class of an installed package",
        )
    _check_source(found)
    return Running(found, f"{module}:{path}", top, _version(top))


def _module(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise Refusal(
            "module-not-found",
            f"The kernel cannot import {name}.",
            found=f"{type(error).__name__}: {error}",
            expected="a module of a package that is installed in the notebook's environment",
            cure="Check the name, or install its package first.",
        ) from error
    except Exception as error:
        raise Refusal(
            "module-not-found",
            f"{name} fails when it is imported.",
            found=f"{type(error).__name__}: {error}",
            expected="a module that the kernel can import",
        ) from error


def _class(module: Any, name: str, path: str) -> type[Any]:
    found: Any = module
    for part in path.split("."):
        found = getattr(found, part, None)
    if inspect.isclass(found):
        return found
    there = widgets_in(module)
    near = difflib.get_close_matches(path, there, 1, 0.6)
    raise Refusal(
        "class-not-found",
        f"{name} has no class {path}." + (f" Did you mean {name}:{near[0]}?" if near else ""),
        found=f"its widgets: {', '.join(there) or 'none'}",
        expected="the name of a widget class",
    )


def widgets_in(module: Any) -> list[str]:
    """The names of the widget classes that a module offers."""
    base = _base()
    return sorted(
        name
        for name, value in vars(module).items()
        if inspect.isclass(value) and issubclass(value, base) and value is not base
    )


def _check_source(found: type[Any]) -> None:
    reason = None
    if "<locals>" in found.__qualname__:
        reason = "it is made inside a function, whose variables it may use"
    elif "." in found.__qualname__:
        reason = "it stands inside another class"
    else:
        try:
            source = Package(found.__module__.partition(".")[0]).source(found.__module__)
        except NoSourceError as error:
            reason = str(error)
        else:
            if found.__name__ not in source.bindings:
                reason = f"{source.file} does not define {found.__name__}"
    if reason is not None:
        raise Refusal(
            "cannot-carry",
            f"{found.__qualname__} cannot be ejected: {reason}.",
            found=f"{found.__module__}:{found.__qualname__}",
            expected="a class that a Python file of the package defines at its top level",
        )


def _version(top: str) -> str:
    version = package_version(top)
    if version is None:
        names = metadata.packages_distributions().get(top, ())
        version = next((package_version(name) for name in names), None)
    return re.sub(r"\s", "", version or "") or "0.0.0"


def _base() -> type[Any]:
    try:
        return importlib.import_module("anywidget").AnyWidget  # type: ignore[no-any-return]
    except ImportError as error:
        raise Refusal(
            "package-missing",
            "The notebook's environment has no anywidget.",
            found=str(error),
            expected="anywidget",
            cure="Install anywidget in the notebook's environment.",
            details={"packages": ["anywidget"]},
        ) from error
