"""What a program inside the kernel calls: requests in, reports out.

    import json
    from inlay import agent

    item = json.load(open("tangle.json"))
    report = await agent.add(item, name="apples", arguments={"value": 3}, reader=True)
    report = agent.inventory()

A report has `ok`; where it is false, `error` says what was found, what was expected and what to do.
Nothing is left changed by a report that is not ok.
"""

from __future__ import annotations

import traceback
from collections.abc import Mapping
from typing import Any

from . import packages
from .apply import apply, prepare
from .code_mode import CodeMode, marimo_version, settle_output
from .inventory import take
from .plan import make_plan
from .refusal import Refusal
from .report import inventory_report, plan_report
from .request import Add, read_add
from .rerun import run_stale
from .saving import WARNING, save_request, server_saves
from .trial import run_trial
from .verify import verify

__all__ = ["add", "inventory", "run", "settle"]


async def run(request: Mapping[str, Any]) -> dict[str, Any]:
    """Carries out one request ("inventory", "add", "verify", "run"); never raises a refusal."""
    command = str(request.get("command"))
    report: dict[str, Any] = {
        "ok": False,
        "command": command,
        "marimo": marimo_version(),
        "notebook": None,
        "warnings": [],
    }
    try:
        code_mode = CodeMode()
        report["notebook"] = code_mode.notebook
        if command == "inventory":
            report |= inventory_report(take(code_mode))
        elif command == "add":
            report |= await _add(code_mode, read_add(request))
        elif command == "verify":
            report |= await verify(code_mode, request)
        elif command == "run":
            report["ran"] = await run_stale(code_mode)
        else:
            raise Refusal(
                "bad-request",
                f"There is no command {command!r}.",
                found=command,
                expected="inventory, add, verify or run",
            )
        report["ok"] = "error" not in report
    except Refusal as refusal:
        report["error"] = refusal.to_json()
    except Exception as error:
        report["error"] = {
            "code": "unexpected",
            "message": f"{type(error).__name__}: {error}",
            "details": {"traceback": traceback.format_exc()},
        }
    return report


async def settle() -> None:
    """Waits until what was printed has left the kernel: call it after printing a report."""
    await settle_output()


async def inventory() -> dict[str, Any]:
    """The cells and the widgets of the notebook that is open."""
    return await run({"command": "inventory"})


async def add(
    item: Mapping[str, Any],
    *,
    name: str | None = None,
    arguments: Mapping[str, Any] | None = None,
    expressions: Mapping[str, str] | None = None,
    wire: list[str] | None = None,
    reader: bool = False,
    after: str | None = None,
    before: str | None = None,
    dry_run: bool = False,
    yes: bool = False,
) -> dict[str, Any]:
    """Installs one registry item into the notebook that is open.

    `arguments` are JSON values by trait, `expressions` Python texts by trait; `wire` names the
    traits that get a `mo.state` (the item's `value` traits unless told, `[]` for none).
    """
    wanted = {
        "item": item,
        "as": name,
        "arguments": dict(arguments or {}),
        "expressions": dict(expressions or {}),
        "wire": wire,
        "reader": reader,
    }
    place = {"after": after, "before": before}
    return await run(
        {"command": "add", "items": [wanted], "place": place, "dry_run": dry_run, "yes": yes}
    )


async def _add(code_mode: CodeMode, request: Add) -> dict[str, Any]:
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
        _toast([each.object for each in plan.objects])
    report |= plan_report(plan, made, missing, code=False)
    if not server_saves():
        report["save"] = save_request(code_mode)
        report["warnings"] += [WARNING] if report["save"] is None else []
    return report | {"applied": True, "undo": undo.to_json()}


def _toast(names: list[str]) -> None:
    import marimo

    marimo.status.toast(f"inlay added {', '.join(names)}")
