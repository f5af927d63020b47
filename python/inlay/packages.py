"""What an item needs of the environment, and what of it is missing."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable

from .code_mode import CodeMode
from .inventory import package_version
from .refusal import Refusal


def missing(requires: Iterable[str]) -> list[str]:
    """The requirements, as PEP 508 texts, that this environment does not meet."""
    return [each for each in requires if not _met(each)]


async def install(code_mode: CodeMode, requires: list[str]) -> None:
    """Installs through marimo, as its own package panel would.

    Raises Refusal "package-missing" when a package is still not there.
    """
    async with code_mode.batch() as batch:
        batch.install(requires)
    importlib.invalidate_caches()
    left = missing(requires)
    if left:
        raise Refusal(
            "package-missing",
            f"Could not install {', '.join(left)}.",
            found=_found(left),
            expected=", ".join(left),
            cure="Install it in the notebook's environment yourself, then try again.",
            details={"packages": left},
        )


def refuse(requires: list[str]) -> Refusal:
    """The refusal that says what would be installed."""
    return Refusal(
        "package-missing",
        f"The notebook's environment needs {', '.join(requires)}.",
        found=_found(requires),
        expected=", ".join(requires),
        cure="Run it again with --yes to install through marimo.",
        details={"packages": requires},
    )


def _found(requires: list[str]) -> str:
    names = [_name(each) for each in requires]
    return ", ".join(f"{name} {package_version(name) or 'not installed'}" for name in names)


def _name(requirement: str) -> str:
    found = re.match(r"[A-Za-z0-9._-]+", requirement)
    return found[0] if found else requirement


def _met(requirement: str) -> bool:
    version = package_version(_name(requirement))
    if version is None:
        return False
    packaging = importlib.import_module("packaging.requirements")  # marimo depends on it.
    return bool(packaging.Requirement(requirement).specifier.contains(version, prereleases=True))
