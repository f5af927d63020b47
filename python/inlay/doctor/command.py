"""Looks at a notebook as a doctor would and, when asked to, mends what can be mended."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import packages
from ..carry import carrying, settle_values
from ..code_mode import CodeMode
from ..fingerprint import fingerprint
from ..inventory import take
from ..live import close, model_of
from ..luggage import pack, packed
from ..notebook import Inventory
from ..refusal import Refusal
from ..remove import new_problem
from ..saving import saving
from ..toast import toast
from ..undo import Undo, deleted_cell, put_back
from .diagnosis import CHECKS, diagnose, facts_of
from .findings import Facts, Finding, Fix
from .front_ends import front_ends

ANYWIDGET = "anywidget>=0.9.18"
_IN_CELLS = ("delete", "edit", "run")


async def doctor(code_mode: CodeMode, asked: Mapping[str, Any]) -> dict[str, Any]:
    """The findings and, with `fix` and `yes`, what was mended. Whether a front end mounts now, a
    page says later; an update is left to whoever has the item.

    Raises Refusal "needs-yes" with the findings where there is something to mend and no yes,
    "package-missing" where a package does not install, and "apply-failed" where the cells do not
    take it; they are then as they were. `only` limits what is mended to findings that were shown.
    """
    items = _items(asked.get("items"))
    found = _facts(code_mode, items)
    findings = diagnose(found)
    report = _report(findings)
    todo = [
        each.fix
        for each in findings
        if each.fix is not None and _can(each.fix) and _agreed(each, asked.get("only"))
    ]
    if not asked.get("fix") or asked.get("dry_run") or not todo:
        return report
    if not asked.get("yes"):
        raise Refusal(
            "needs-yes",
            f"{len(todo)} things can be mended, once they are agreed to.",
            found="; ".join(each.what for each in todo),
            expected="a yes",
            cure="Run it again with --yes, or look first with --dry-run. Nothing was changed.",
            details=report,
        )
    lacking = [each.code for each in todo if each.kind == "install"]
    if lacking:
        await packages.install(code_mode, lacking)
    undo = await _mend_cells(code_mode, found.inventory, [e for e in todo if e.kind in _IN_CELLS])
    left = {each.key: each for each in diagnose(_facts(code_mode, items))}
    report = _report(findings, left)
    fixed = [each for each in report["findings"] if each["fixed"]]
    if fixed and not asked.get("quiet"):
        toast(f"inlay mended {len(fixed)} {'thing' if len(fixed) == 1 else 'things'}")
    if undo is None:
        return report
    return saving(code_mode, report | {"applied": True, "undo": undo.to_json()})


async def _mend_cells(code_mode: CodeMode, before: Inventory, fixes: list[Fix]) -> Undo | None:
    """Makes all changes of cells in one batch, with the values of live objects kept."""
    # A cell that is edited runs anyway.
    ordered = sorted(fixes, key=lambda each: each.kind != "run")
    changed = {each.cell: each for each in ordered if each.cell is not None}
    if not changed:
        return None
    running = {key for key, each in changed.items() if each.kind != "delete"}
    running |= {each.run for each in fixes if each.run is not None} - changed.keys()
    gone = [cell for cell in before.cells if cell.id in changed and cell.id not in running]
    luggage = pack(code_mode, before, running)
    undo = Undo(
        {key: fingerprint(each.code) for key, each in changed.items() if each.kind == "edit"},
        {
            cell.id: {"code": cell.code, "hidden": cell.hidden}
            for cell in before.cells
            if cell.id in changed and changed[cell.id].kind == "edit"
        },
        [deleted_cell(cell) for cell in gone],
        [cell.id for cell in before.cells],
        packed(luggage),
    )
    models = {each.object: model_of(code_mode.globals.get(each.object)) for each in luggage}
    with carrying(code_mode, luggage):
        try:
            async with code_mode.batch() as batch:
                for key, fix in changed.items():
                    if fix.kind == "delete":
                        batch.delete(key)
                    elif fix.kind == "edit":
                        batch.edit(key, code=fix.code)
                for key in sorted(running):
                    batch.run(key)
            problem = new_problem(code_mode.cells(), before, set())
        except Exception as error:
            problem = str(error)
        except BaseException:
            await put_back(code_mode, undo, luggage)
            raise
    settle_values(code_mode, luggage, {id(each) for each in models.values()})
    if problem is not None:
        await put_back(code_mode, undo, luggage)
        raise Refusal(
            "apply-failed",
            f"The notebook could not be mended: {problem}",
            found=problem,
            expected="no new error in any cell",
            cure="Everything was put back as it was.",
        )
    for name, model in models.items():
        if model is not None and model_of(code_mode.globals.get(name)) is not model:
            close(model)
    return undo


def _items(asked: object) -> Mapping[str, Mapping[str, Any]]:
    if isinstance(asked, Mapping) and all(isinstance(each, Mapping) for each in asked.values()):
        return asked
    if asked is None:
        return {}
    raise Refusal(
        "bad-request",
        "The items are not what was expected.",
        found=type(asked).__name__,
        expected="a JSON object of items by name",
    )


def _facts(code_mode: CodeMode, items: Mapping[str, Mapping[str, Any]]) -> Facts:
    found = take(code_mode)
    missing = packages.missing([ANYWIDGET])
    return facts_of(found, items, missing, front_ends(found, code_mode.globals))


def _can(fix: Fix) -> bool:
    return fix.kind != "edit" or bool(fix.code)  # A definition that was not sent along.


def _agreed(finding: Finding, only: object) -> bool:
    return not isinstance(only, list) or list(finding.key) in only


def _report(
    findings: list[Finding],
    left: Mapping[tuple[str, str | None, str | None], Finding] | None = None,
) -> dict[str, Any]:
    """All findings; with what is `left` of them, each says whether it was mended."""
    every = {each.key: each for each in findings} | dict(left or {})
    return {
        "checks": [{"code": each.code, "title": each.title} for each in CHECKS],
        "findings": [
            {
                "code": each.code,
                "severity": each.severity,
                "cell": each.cell,
                "object": each.object,
                "message": each.message,
                "cure": each.cure,
                "fixable": each.fix is not None,
                "fix": each.fix
                and {"kind": each.fix.kind, "what": each.fix.what, "name": _name(each.fix)},
                "fixed": left is not None and each.key not in left,
            }
            for each in every.values()
        ],
        "applied": False,
        "undo": None,
        "warnings": [],
    }


def _name(fix: Fix) -> str | None:
    """What an update is of, or an install."""
    return fix.code if fix.kind in ("install", "update") else None
