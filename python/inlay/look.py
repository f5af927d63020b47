"""Says what is in a notebook, for whoever asks from outside."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .code_mode import CodeMode
from .inventory import take
from .report import inventory_report


async def inventory(code_mode: CodeMode, asked: Mapping[str, Any]) -> dict[str, Any]:
    """Carries out an inventory request; with `code`, the code of the widgets' cells is in it."""
    return inventory_report(take(code_mode), code=bool(asked.get("code")))
