"""What is wrong with a notebook's widgets, and how it can be mended. Pure: it changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..fingerprint import parse
from ..notebook import Cell, Inventory, Widget
from ..ours import comments, unedited
from ..version import older
from .findings import Facts, Finding, Fix
from .remote import remote_imports
from .wiring import mixed_wiring, unwired_objects

OLDEST_MARIMO = "0.21.1"


@dataclass(frozen=True)
class Check:
    """One thing that is looked at; `title` says what is right when nothing is found."""

    code: str
    title: str
    look: Callable[[Facts], Iterator[Finding]] = field(repr=False)


def diagnose(facts: Facts) -> list[Finding]:
    """Everything that is wrong, in the order of the checks."""
    return [finding for check in CHECKS for finding in check.look(facts)]


def _old_marimo(facts: Facts) -> Iterator[Finding]:
    if older(facts.inventory.marimo, OLDEST_MARIMO):
        yield Finding(
            "old-marimo",
            "error",
            f"marimo {facts.inventory.marimo} is too old for inlay.",
            f"Update it in the notebook's environment to {OLDEST_MARIMO} or newer, and restart the "
            "server.",
        )


def _old_anywidget(facts: Facts) -> Iterator[Finding]:
    if not facts.inventory.widgets:
        return
    for each in facts.missing:
        found = facts.inventory.packages.get("anywidget")
        what = "is missing" if found is None else f"{found} is too old"
        yield Finding(
            "old-anywidget",
            "error",
            f"anywidget {what}: the notebook's widgets need {each}.",
            f"Install {each} in the notebook's environment, then restart the kernel.",
            fix=Fix("install", f"install {each} through marimo", code=each),
        )


def _markers(facts: Facts) -> Iterator[Finding]:
    for widget in facts.inventory.widgets:
        cell = facts.inventory.cell(widget.cell)
        if widget.class_name is None and cell is not None:
            yield _marker(facts, widget, cell)


def _marker(facts: Facts, widget: Widget, cell: Cell) -> Finding:
    item = facts.items.get(widget.name) or {}
    fix = None
    if _is_bare(cell):
        fix = Fix("delete", f"delete cell {cell.id}, which holds the marker alone", cell.id)
        name = str(item.get("className"))
        used = any(name in each.refs for each in facts.inventory.cells)
        if used and facts.inventory.definer(name) is None:
            code = str(item.get("definition") or "").rstrip("\n")
            what = f"put the class {name} back into cell {cell.id}"
            fix = Fix("edit", what, cell.id, code)
    return Finding(
        "marker-without-class",
        "error",
        f"Cell {cell.id} has the marker of {widget.name}, and no class of it.",
        f"Put the class back (inlay update {widget.name} --overwrite), or take the marker's line "
        "away if the rest is yours.",
        cell.id,
        fix=fix,
    )


def _is_bare(cell: Cell) -> bool:
    try:
        return not parse(cell.code).body and not comments(cell.code)
    except SyntaxError:
        return False


def _duplicates(facts: Facts) -> Iterator[Finding]:
    by_name: dict[str, list[Widget]] = {}
    for widget in facts.inventory.widgets:
        if widget.class_name is not None:
            by_name.setdefault(widget.class_name, []).append(widget)
    for class_name, widgets in by_name.items():
        cells = [cell for each in widgets if (cell := facts.inventory.cell(each.cell)) is not None]
        if len(cells) < 2:
            continue
        # The one that works stays; of two that work alike, the first.
        kept = min(cells, key=lambda cell: (bool(cell.errors), cells.index(cell)))
        for cell in cells:
            if cell is not kept:
                yield _duplicate(class_name, kept, cell)


def _duplicate(class_name: str, kept: Cell, cell: Cell) -> Finding:
    same = (
        kept.marker is not None
        and cell.marker is not None
        and kept.marker.state == cell.marker.state == "unchanged"
        and kept.marker.fingerprint == cell.marker.fingerprint
        and {text for text, _ in comments(cell.code)} <= {text for text, _ in comments(kept.code)}
    )
    what = f"delete cell {cell.id}, the same class as in cell {kept.id}"
    return Finding(
        "duplicate-definition",
        "error",
        f"Cells {kept.id} and {cell.id} both define {class_name}.",
        f"They differ: keep the one that you want, and delete the other (cell {kept.id} or "
        f"{cell.id}).",
        cell.id,
        fix=Fix("delete", what, cell.id, run=kept.id) if same else None,
    )


def _failed_cells(facts: Facts) -> Iterator[Finding]:
    """Errors of our cells that no other finding explains."""
    names = [each.class_name for each in facts.inventory.widgets]
    twice = {name for name in names if name is not None and names.count(name) > 1}
    for cell in facts.inventory.cells:
        roles = [each for each in facts.inventory.widgets if _belongs(each, cell.id)]
        if not roles or not cell.errors or twice & (cell.defs | cell.refs):
            continue
        message = "; ".join(error.message for error in cell.errors)
        yield Finding(
            "cell-failed",
            "error",
            f"Cell {cell.id} of {roles[0].name} failed: {message}",
            "Mend what it says, then run the cell again.",
            cell.id,
        )


def _belongs(widget: Widget, cell: str) -> bool:
    return widget.cell == cell or any(each.cell == cell for each in widget.objects)


def _fronts(facts: Facts) -> Iterator[Finding]:
    for widget in facts.inventory.widgets:
        for each in widget.objects:
            if not each.front.startswith("error"):
                continue
            what = f"run cell {each.cell} again, with the values of {each.object} kept"
            fix = Fix("run", what, each.cell) if unedited(facts.inventory, each.cell) else None
            yield Finding(
                "front-failed",
                "error",
                f"The front end of {each.object} did not mount: {each.front}",
                f"Run cell {each.cell} again. If it fails again: inlay update {widget.name}, or "
                "another browser.",
                each.cell,
                each.object,
                fix,
            )


def _remote(facts: Facts) -> Iterator[Finding]:
    for class_name, (cell, esm) in facts.front_ends.items():
        urls = remote_imports(esm)
        if not urls:
            continue
        widget = next((each for each in facts.inventory.widgets if each.cell == cell), None)
        item = facts.items.get(widget.name) if widget else None
        fix = None
        if widget and item and widget.state == "unchanged" and not item.get("remote"):
            version = item.get("version")
            fix = Fix("update", f"update {widget.name} to {version}", cell, widget.name)
        where = f"in cell {cell}" if cell else "from a package"
        cure = (
            f"inlay update {widget.name} --overwrite gives it the front end as it is upstream."
            if widget
            else "Bundle what it imports into its _esm: inlay add ./its-front-end.js does, and "
            "inlay eject makes a package's class the notebook's own."
        )
        yield Finding(
            "remote-import",
            "warning",
            f"{class_name} {where} loads {', '.join(urls)}: without a network it shows nothing.",
            cure,
            cell,
            fix=fix,
        )


CHECKS: tuple[Check, ...] = (
    Check("old-marimo", "marimo is new enough", _old_marimo),
    Check("old-anywidget", "the widgets have the anywidget that they need", _old_anywidget),
    Check("marker-without-class", "every marker has its class", _markers),
    Check("duplicate-definition", "no class is defined twice", _duplicates),
    Check("cell-failed", "the cells of every widget work", _failed_cells),
    Check("mixed-wiring", "no object is wired in two ways", mixed_wiring),
    Check("front-failed", "no front end failed to mount", _fronts),
    Check("remote-import", "no front end loads code from elsewhere", _remote),
    Check("unwired-object", "every object drives something", unwired_objects),
)


def facts_of(
    inventory: Inventory,
    items: Mapping[str, Mapping[str, Any]],
    missing: list[str],
    front_ends: Mapping[str, tuple[str | None, str]],
) -> Facts:
    """What the checks look at."""
    return Facts(inventory, items, tuple(missing), front_ends)
