"""Runs what is about to be installed in a throwaway namespace, and leaves nothing behind."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any
from uuid import uuid4

from .carry import Luggage, set_values
from .definition import read_definition
from .notebook import Inventory
from .refusal import Refusal
from .steps import Trial


def run_trial(trial: Trial, values: dict[str, Any], inventory: Inventory) -> None:
    """Makes an instance with the arguments asked for, checks its traits and closes it.

    `values` are the notebook's globals; they are copied, never written.
    Raises Refusal "bad-value" for what a trait does not take, "trial-failed" for the rest.
    """
    names = dict(values)
    _execute("\n".join([trial.definition, *trial.imports]), names, trial)
    widget_class = names[trial.class_name]
    with _silent_models():
        arguments = {
            trait: _evaluate(trait, source, names, trial, inventory)
            for trait, source in trial.arguments.items()
        }
        try:
            widget = widget_class(**arguments)
            state = widget.get_state()
            for trait in (*trial.arguments, *trial.wired):
                _ = state[trait], getattr(widget, trait)
        except Exception as error:
            raise _failed(error, trial) from error


def rehearse(
    widget: str, definition: str, luggage: Sequence[Luggage], values: dict[str, Any]
) -> None:
    """Runs a new definition and makes an instance for each object, with the values it takes along.

    Values that the new class refuses are no failure: an update says them.
    Raises Refusal "trial-failed".
    """
    class_name = read_definition(definition).class_name or ""
    trial = Trial(widget, class_name, definition, {}, (), ())
    names = dict(values)
    _execute(definition, names, trial)
    with _silent_models():
        try:
            for each in luggage or [Luggage("", class_name, "", {})]:
                made = names[class_name]()
                set_values(made, replace(each, fresh={}, lost={}))
                made.get_state()
        except Exception as error:
            raise _failed(error, trial) from error


def _execute(code: str, names: dict[str, Any], trial: Trial) -> None:
    names["__name__"] = "__inlay_trial__"
    try:
        exec(compile(code, f"<{trial.widget}>", "exec"), names)
    except Exception as error:
        raise Refusal(
            "trial-failed",
            f"The definition of {trial.widget} did not run: {_show(error)}.",
            found=_show(error),
            expected="a definition cell that runs by itself",
        ) from error
    if trial.class_name not in names:
        raise Refusal(
            "trial-failed", f"The definition of {trial.widget} defines no {trial.class_name}."
        )


def _evaluate(
    trait: str, source: str, names: dict[str, Any], trial: Trial, inventory: Inventory
) -> Any:
    try:
        return eval(compile(source, f"<{trait}>", "eval"), names)
    except Exception as error:
        cure = "Try it first: inlay exec -c EXPRESSION. What the notebook has: inlay cells."
        holder = inventory.definer(error.name or "") if isinstance(error, NameError) else None
        if holder is not None:
            cure = (
                f"Run cell {holder.id} first ({holder.first_line}); its status is {holder.status}."
            )
        raise Refusal(
            "trial-failed",
            f"The expression for {trial.widget}'s {trait} did not run: {_show(error)}.",
            found=source if len(source) <= 200 else f"{source[:197]}...",
            expected="an expression that the notebook can run now",
            cure=cure,
            details={"trait": trait, "value": source},
        ) from error


def _failed(error: Exception, trial: Trial) -> Refusal:
    message = _show(error)
    named = sorted((trait for trait in trial.arguments if trait in message), key=len)
    trait = named[-1] if named else None
    value = None if trait is None else trial.arguments[trait]
    if type(error).__name__ == "TraitError":
        return Refusal(
            "bad-value",
            str(error),
            found=value if value is None or len(value) <= 200 else f"{value[:197]}...",
            cure=f"See `inlay view {trial.widget}`.",
            details={"trait": trait, "value": value},
        )
    return Refusal(
        "trial-failed",
        f"No instance of {trial.widget} could be made: {message}.",
        found=message,
        expected="an instance with these arguments",
        details={"arguments": trial.arguments},
    )


def _show(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"


class _SilentComm:
    """A comm that no page hears: a trial must not show the browser a model that is gone at once."""

    kernel = "trial"

    def __init__(self) -> None:
        self.comm_id = uuid4().hex

    def open(self, *_: object, **__: object) -> None:
        pass

    send = close = on_msg = on_close = open  # noqa: A003


@contextmanager
def _silent_models() -> Iterator[None]:
    """Keeps models from the page, and closes every one that is made inside, half-made ones too."""
    module = sys.modules.get("ipywidgets.widgets.widget")
    if module is None:
        yield
        return
    before = set(module._instances)
    callback = getattr(module.Widget, "_widget_construction_callback", None)
    module.Widget.on_widget_constructed(lambda widget: setattr(widget, "comm", _SilentComm()))
    try:
        yield
    finally:
        module.Widget.on_widget_constructed(callback)
        for key, widget in list(module._instances.items()):
            if key not in before:
                widget.close()
