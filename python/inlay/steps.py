"""What an install consists of: plain, frozen data that a plan makes and the later phases follow."""

from __future__ import annotations

from dataclasses import dataclass

from .notebook import Wire


@dataclass(frozen=True)
class Op:
    """One step. `kind` is create, reuse, keep or run; `cell` is None until it is created.

    `key` names the step inside its plan, so that objects can point at cells not made yet.
    """

    kind: str
    role: str
    key: str
    cell: str | None = None
    name: str = ""
    code: str = ""
    hidden: bool = True


@dataclass(frozen=True)
class Trial:
    """What has to work in a throwaway namespace before anything is written."""

    widget: str
    class_name: str
    definition: str
    arguments: dict[str, str]
    imports: tuple[str, ...]
    wired: tuple[str, ...]


@dataclass(frozen=True)
class Planned:
    """An object to be; the cells are keys of ops."""

    widget: str
    class_name: str
    object: str
    version: str
    definition: str
    instance: str
    reader: str | None
    wired: tuple[Wire, ...]


@dataclass(frozen=True)
class Plan:
    """What to do, in order. New cells go after one another, from `after` or `before` on."""

    ops: tuple[Op, ...]
    objects: tuple[Planned, ...]
    trials: tuple[Trial, ...]
    requires: tuple[str, ...]
    after: str | None = None
    before: str | None = None
    warnings: tuple[str, ...] = ()
