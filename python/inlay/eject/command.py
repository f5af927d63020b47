"""Ejects a running widget class: its source, its traits and its front end become a cell."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import nullcontext
from typing import Any

from ..apply import apply, prepare
from ..cells import free_name
from ..code_mode import CodeMode
from ..fingerprint import fingerprint
from ..inventory import read_marker, take
from ..notebook import BUILTIN_NAMES, Inventory
from ..notebook_file import after_saving
from ..plan import make_plan
from ..refusal import Refusal
from ..report import plan_report
from ..request import Add, Item, Wanted
from ..saving import saving
from ..steps import Plan
from ..toast import toast
from ..trial import run_trial
from .carry import carry
from .cell import definition
from .classes import Running, find
from .load import Load, Problem
from .request import Eject, read_eject
from .source import Package
from .trial import check_class, without


async def eject(code_mode: CodeMode, asked: Mapping[str, Any]) -> dict[str, Any]:
    """Carries out an eject request; the notebook is as it was where it raises Refusal."""
    request = read_eject(asked)
    running = find(request.module, request.path)
    found = take(code_mode)
    class_name = _class_name(found, running, request)
    load = carry(Package(running.package), running.symbol, partial=request.partial)
    code, inexact = definition(load, class_name, running.spec, running.version)
    problems = [*load.problems(), *inexact, *_changed_by_saving(running, code)]
    if problems and (inexact or not request.partial):
        raise _refusal(running, problems, exact=not inexact)
    item = _item(running, code, class_name)
    plan = make_plan(found, _add(item, running, request))
    report: dict[str, Any] = {
        "applied": False,
        "undo": None,
        "warnings": [*_kept(plan), *_warnings(running, class_name, problems)],
        "ejected": _ejected(load, running, class_name, code, problems),
    }
    if not request.dry_run:
        await prepare(code_mode, plan)
    _try(code_mode, running, class_name, request, plan, found)
    if request.dry_run:
        return report | plan_report(plan, {}, [], code=True)
    made, undo = await apply(code_mode, plan)
    if not request.quiet:
        toast(f"inlay ejected {running.spec}")
    report |= plan_report(plan, made, [], code=False)
    report |= {"applied": True, "undo": undo.to_json()}
    return saving(code_mode, report)


def _class_name(found: Inventory, running: Running, request: Eject) -> str:
    kept = next((each for each in found.widgets if each.name == running.spec), None)
    if kept is not None and kept.class_name is not None:
        return kept.class_name
    taken = found.names().keys() | BUILTIN_NAMES
    name = request.class_name or running.cls.__name__.lstrip("_")
    free = free_name(name, taken)
    if request.class_name is None or free == name:
        return free
    holder = found.definer(name)
    raise Refusal(
        "name-taken",
        f"The name {name} is taken.",
        found=f"{name} is defined in cell {holder.id}" if holder else "a name of Python",
        expected="a name that no cell defines",
        cure=f"Use a free name: --class {free}",
        details={"name": name, "cell": holder.id if holder else None, "free_name": free},
    )


def _item(running: Running, code: str, class_name: str) -> Item:
    sent = running.sent
    return Item(
        name=running.spec,
        version=running.version,
        class_name=class_name,
        object_name=running.object_name,
        traits={
            name: {"name": name, "type": None, "role": "value" if name in sent else "option"}
            for name in running.traits
        },
        definition=code,
        fingerprint=fingerprint(code),
        requires=(),
        example={},
        reader="",
    )


def _add(item: Item, running: Running, request: Eject) -> Add:
    wanted = Wanted(item, request.name, {}, {}, request.wire, False, request.instance)
    return Add(
        wanted=(wanted,),
        after=request.place.get("after"),
        before=request.place.get("before"),
        show_code=request.show_code,
        auto_name=request.auto_name,
    )


def _try(
    code_mode: CodeMode,
    running: Running,
    name: str,
    request: Eject,
    plan: Plan,
    found: Inventory,
) -> None:
    op = next(each for each in plan.ops if each.role == "definition" and each.kind != "run")
    with nullcontext() if request.partial else without(running.package):
        if op.kind != "keep":
            check_class(running, op.code, name, alone=not request.partial)
        for trial in plan.trials:
            try:
                run_trial(trial, code_mode.globals, found)
            except Refusal as refusal:
                refusal.cure = (
                    "With --no-instance the class alone is written; make the object in a cell of "
                    f"your own: {running.object_name} = {name}(…)"
                )
                raise


def _changed_by_saving(running: Running, code: str) -> list[Problem]:
    """The first line that a save of the notebook would change in its meaning."""
    saved = after_saving(code)
    if saved == code:
        return []
    marker = read_marker(saved or "")
    if saved is not None and marker is not None and marker.state == "unchanged":
        return []
    lines = list(zip(code.split("\n"), [*(saved or "").split("\n"), ""], strict=False))
    number, line = next(
        ((i, one) for i, (one, other) in enumerate(lines, 1) if one != other), (1, "")
    )
    return [Problem("the cell", number, line, "marimo changes it when the notebook is saved")]


def _refusal(running: Running, problems: list[Problem], *, exact: bool) -> Refusal:
    return Refusal(
        "cannot-carry",
        f"{running.spec} cannot be carried as a whole.",
        found="\n".join(str(each) for each in problems),
        expected=f"a class that needs neither {running.package} nor the network at run time",
        cure="Write it all the same, with what these lines need: --partial."
        if exact
        else "Nothing was changed.",
        details={"problems": [vars(each) for each in problems]},
    )


def _kept(plan: Plan) -> list[str]:
    return [each for each in plan.warnings if not each.startswith("version-differs")]


def _warnings(running: Running, class_name: str, problems: list[Problem]) -> list[str]:
    warnings = [
        f"not-carried: {each.file}:{each.line}: {each.text[:100]} ({each.reason})"
        for each in problems
    ]
    if class_name != running.cls.__name__:
        warnings.append(
            f"renamed: the notebook has a {running.cls.__name__} already, so the class is "
            f"{class_name} here."
        )
    return warnings


def _ejected(
    load: Load, running: Running, class_name: str, code: str, problems: list[Problem]
) -> dict[str, Any]:
    return {
        "spec": running.spec,
        "class": class_name,
        "package": running.package,
        "version": running.version,
        "carried": [
            {"module": piece.source.name, "names": sorted(piece.statement.binds)}
            for piece in load.in_order()
        ],
        "imports": sorted({each.module.partition(".")[0] for each in load.imports}),
        "sends": running.sent,
        "bytes": len(code.encode()),
        "problems": [vars(each) for each in problems],
    }
