"""Waits until what a program printed has left the kernel."""

from __future__ import annotations

import asyncio
import importlib


async def settle_output() -> None:
    """Waits until what was printed is on its way, so that it is not taken for lost.

    Older versions end a run's stream 50 ms after the run, and print from a thread of their own.
    """
    context = importlib.import_module("marimo._runtime.context").get_context()
    stream = getattr(context, "stream", None)
    if hasattr(stream, "flush_console"):
        return  # marimo waits for it by itself.
    queue = getattr(stream, "console_msg_queue", ())
    for _ in range(20):
        # The thread holds what it took for 10 ms; the rest is for a busy machine.
        await asyncio.sleep(0.15)
        if not queue:
            return
