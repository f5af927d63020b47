"""Adds widgets: inventory, plan, trial, apply, report."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from . import packages
from .apply import apply, prepare
from .code_mode import CodeMode
from .inventory import take
from .plan import make_plan
from .report import plan_report
from .request import read_add
from .saving import saving
from .toast import toast
from .trial import run_trial


async def add(code_mode: CodeMode, asked: Mapping[str, Any]) -> dict[str, Any]:
    """Carries out an add request; the notebook is as it was where it raises Refusal."""
    request = read_add(asked)
    found = take(code_mode)
    plan = make_plan(found, request)
    missing = packages.missing(plan.requires)
    report: dict[str, Any] = {"applied": False, "undo": None, "warnings": list(plan.warnings)}
    if request.dry_run:
        return report | plan_report(plan, {}, missing, code=True)
    if missing:
        if not request.yes:
            raise packages.refuse(missing)
        await packages.install(code_mode, missing)
    await prepare(code_mode, plan)
    for trial in plan.trials:
        run_trial(trial, code_mode.globals, found)
    made, undo = await apply(code_mode, plan)
    if not request.quiet:
        toast(f"inlay added {', '.join(each.object for each in plan.objects)}")
    report |= plan_report(plan, made, missing, code=False)
    report |= {"applied": True, "undo": undo.to_json()}
    return saving(code_mode, report)
