"""What a program inside the kernel calls: requests in, reports out.

    import json
    from inlay import agent

    item = json.load(open("tangle.json"))
    report = await agent.add(item, name="apples", arguments={"value": 3}, reader=True)
    report = await agent.update(newer)
    report = await agent.inventory()

A report has `ok`; where it is false, `error` says what was found, what was expected and what to do.
Nothing is left changed by a report that is not ok.
"""

from __future__ import annotations

import traceback
from collections.abc import Awaitable, Callable, Mapping
from importlib import import_module
from typing import Any

from .code_mode import CodeMode, marimo_version
from .refusal import Refusal
from .settle import settle_output

Command = Callable[[CodeMode, Mapping[str, Any]], Awaitable[dict[str, Any]]]

__all__ = ["add", "inventory", "run", "settle", "update"]

# Each is "module.function". A module is imported when its command is asked for, so that a program
# needs to bring those of its own command only.
COMMANDS: Mapping[str, str] = {
    "inventory": "look.inventory",
    "add": "add.add",
    "eject": "eject.command.eject",
    "verify": "verify.verify",
    "rollback": "rollback.rollback",
    "run": "rerun.rerun",
    "swap": "swap.swap",
    "update": "update.command.update",
    "remove": "remove.remove",
    "doctor": "doctor.command.doctor",
    "inspect": "inspection.inspect_items",
    "get": "values.command.get",
    "set": "values.command.set_values",
}


async def run(request: Mapping[str, Any]) -> dict[str, Any]:
    """Carries out one request, one of COMMANDS; never raises a refusal."""
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
        if command not in COMMANDS:
            raise Refusal(
                "bad-request",
                f"There is no command {command!r}.",
                found=command,
                expected=", ".join(COMMANDS),
            )
        report |= await _command(command)(code_mode, request)
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


def _command(name: str) -> Command:
    module, _, function = COMMANDS[name].rpartition(".")
    command: Command = getattr(import_module(f".{module}", __package__), function)
    return command


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


async def update(
    item: Mapping[str, Any],
    *,
    overwrite: bool = False,
    dry_run: bool = False,
    yes: bool = False,
) -> dict[str, Any]:
    """Brings a widget that the notebook has to the version of this item, with its live values.

    A definition that a person edited is left alone, unless `overwrite`.
    """
    asked = {"widgets": [{"item": item}], "overwrite": overwrite, "dry_run": dry_run, "yes": yes}
    return await run({"command": "update", **asked})
