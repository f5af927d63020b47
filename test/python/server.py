"""A real marimo server with real kernels, for tests."""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from urllib.parse import quote

PACKAGE = Path(__file__).resolve().parents[2] / "python" / "inlay"


def _module(path: Path) -> str:
    name = ".".join(path.relative_to(PACKAGE).with_suffix("").parts)
    return name.removesuffix(".__init__")


MODULES = {_module(path): path.read_text("utf-8") for path in sorted(PACKAGE.rglob("*.py"))}

# What the client does: the package is made from text, in memory, and taken away again.
PROGRAM = """
async def _run(modules, request):
    import json, sys
    from importlib import import_module
    from importlib.abc import Loader, MetaPathFinder
    from importlib.machinery import ModuleSpec

    class Sources(MetaPathFinder, Loader):
        def find_spec(self, name, path=None, target=None):
            head, _, stem = name.partition(".")
            if head == "inlay" and (stem or "__init__") in modules:
                package = not stem or any(other.startswith(stem + ".") for other in modules)
                return ModuleSpec(name, self, is_package=package)
        def exec_module(self, module):
            stem = module.__name__.partition(".")[2] or "__init__"
            exec(compile(modules[stem], f"<inlay/{stem}.py>", "exec"), module.__dict__)

    finder = Sources()
    sys.meta_path.insert(0, finder)
    try:
        agent = import_module("inlay.agent")
        print("\\x1einlay-report:" + json.dumps(await agent.run(request)))
        await agent.settle()
    finally:
        sys.meta_path.remove(finder)
        for name in [name for name in sys.modules if name.split(".")[0] == "inlay"]:
            del sys.modules[name]
"""


# Older versions lose what is printed right before a run ends.
SETTLE = (
    "\nimport asyncio as _asyncio\nfrom marimo._runtime.context import get_context as _get\n"
    "if not hasattr(_get().stream, 'flush_console'):\n"
    "    for _ in range(20):\n"
    "        await _asyncio.sleep(0.15)\n"
    "        if not getattr(_get().stream, 'console_msg_queue', ()):\n"
    "            break"
)


class Server:
    """`marimo edit` on a folder: each notebook in it gets a kernel of its own."""

    def __init__(self, folder: Path, python: str = sys.executable, **env: str) -> None:
        self.folder = folder
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        state = folder / ".state"
        homes = {key: str(state) for key in ("XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")}
        command = [python, "-m", "marimo", "-q", "edit", str(folder), "--headless", "--no-token"]
        self.log = open(folder / "server.log", "wb")  # noqa: SIM115
        self.process = subprocess.Popen(
            [*command, "--port", str(self.port), "--skip-update-check", "--no-skew-protection"],
            env={**os.environ, **homes, "PYTHONWARNINGS": "", **env},
            stdout=self.log,
            stderr=self.log,
            cwd=folder,
        )
        self._wait()

    def _wait(self) -> None:
        for _ in range(600):
            try:
                if self.request("GET", "/health")[0] == 200:
                    return
            except OSError:
                pass
            if self.process.poll() is not None:
                break
            time.sleep(0.05)
        raise RuntimeError(f"marimo did not start: {(self.folder / 'server.log').read_text()}")

    def request(
        self, method: str, path: str, body: object = None, headers: dict[str, str] | None = None
    ) -> tuple[int, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        try:
            connection.request(
                method,
                path,
                None if body is None else json.dumps(body),
                {"Content-Type": "application/json", **(headers or {})},
            )
            answer = connection.getresponse()
            return answer.status, answer.read().decode()
        finally:
            connection.close()

    def open(self, name: str, source: str) -> Notebook:
        (self.folder / name).write_text(source)
        return Notebook(self, name)

    def close(self) -> None:
        # Kernels lead groups of their own, and those of older versions outlive the server.
        kernels = _descendants(self.process.pid)
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        for kernel in kernels:
            with contextlib.suppress(ProcessLookupError):
                os.kill(kernel, signal.SIGKILL)
        self.log.close()


def _descendants(pid: int) -> list[int]:
    rows = subprocess.run(
        ["ps", "-A", "-o", "pid=,ppid="], capture_output=True, text=True, check=True
    )
    pairs = [tuple(map(int, row.split())) for row in rows.stdout.splitlines()]
    found = [pid]
    for each in found:
        found += [child for child, parent in pairs if parent == each]
    return found[1:]


class Notebook:
    """A session with one notebook, over the websocket and the execute endpoint."""

    count = 0

    def __init__(self, server: Server, name: str) -> None:
        from websockets.sync.client import connect

        Notebook.count += 1
        self.server, self.path = server, server.folder / name
        self.key = f"s_{Notebook.count:06d}"
        url = f"ws://127.0.0.1:{server.port}/ws?session_id={self.key}&file={quote(str(self.path))}"
        self.closing = ExitStack()
        self.socket = self.closing.enter_context(
            connect(url, max_size=None, proxy=None, close_timeout=0.1, ping_interval=None)
        )
        self.messages: list[dict[str, Any]] = []
        self._receive_until("kernel-ready")

    def _receive_until(self, op: str) -> None:
        while True:
            message = json.loads(self.socket.recv(timeout=60))
            self.messages.append(message)
            if message.get("op") == op:
                return

    def drain(self) -> list[dict[str, Any]]:
        """Every message that has come since."""
        while True:
            try:
                self.messages.append(json.loads(self.socket.recv(timeout=0.2)))
            except TimeoutError:
                return self.messages

    def execute(self, code: str) -> tuple[str, str, dict[str, Any]]:
        """Runs code in the kernel: stdout, stderr and the last event."""
        body = self.post("/api/kernel/execute", {"code": code + SETTLE})
        out, err, done = "", "", {}
        for event, data in _events(body):
            if event == "stdout":
                out += data["data"]
            elif event == "stderr":
                err += data["data"]
            elif event == "done":
                done = data
        return out, err, done

    def post(self, path: str, body: object) -> str:
        headers = {"Marimo-Session-Id": self.key}
        status, text = self.server.request("POST", path, body, headers)
        assert status == 200, (status, text)
        return text

    def run_all(self) -> None:
        """Runs every cell, as a person does after opening a notebook."""
        _, err, _ = self.execute(
            "import marimo._code_mode as _cm\n"
            "async with _cm.get_context() as _ctx:\n"
            "    for _each in _ctx.cells:\n"
            "        _ctx.run_cell(getattr(_each, 'id', None) or _each.cell_id)"
        )
        assert not err, err

    def saved(self, report: dict[str, Any], *, holding: str) -> str:
        """The notebook file once it holds a text; older servers are asked to save it."""
        if report.get("save"):
            self.post("/api/kernel/save", report["save"])
        for _ in range(200):
            text = self.path.read_text()
            if holding in text:
                return text
            time.sleep(0.05)
        raise AssertionError(f"{holding!r} never came into {text}")

    def run(self, **request: Any) -> dict[str, Any]:
        """One request to the embedded program; its report, with what else was printed."""
        out, err, done = self.execute(self.program(**request))
        lines = out.split("\n")
        reports = [line for line in lines if line.startswith("\x1einlay-report:")]
        assert len(reports) == 1, (out, err, done)
        report = json.loads(reports[0].partition(":")[2])
        rest = "\n".join(line for line in lines if line not in reports)
        return {**report, "stdout": rest, "stderr": err}

    def program(self, **request: Any) -> str:
        """The text that makes the package from its sources and carries out one request."""
        modules, asked = (
            f"_json.loads({json.dumps(json.dumps(each))})" for each in (MODULES, request)
        )
        return f"{PROGRAM}\nimport json as _json\nawait _run({modules}, {asked})"

    def add(self, *items: dict[str, Any], **options: Any) -> dict[str, Any]:
        """An add request; each item is a wanted one, `{"item": …, "as": …}`."""
        return self.run(command="add", items=list(items), **options)

    def value(self, expression: str) -> str:
        """The repr of an expression in the notebook's globals."""
        out, err, _ = self.execute(f"print(repr({expression}))")
        assert not err, err
        return out.rstrip("\n")

    def inventory(self) -> dict[str, Any]:
        return self.run(command="inventory")

    def codes(self) -> list[str]:
        """The cells' code as the kernel has it, in order."""
        out, err, _ = self.execute(
            "import json as _json, marimo._code_mode as _cm\n"
            "async with _cm.get_context() as _ctx:\n"
            "    print(_json.dumps([_each.code for _each in _ctx.cells]))"
        )
        assert not err, err
        return json.loads(out.split("\n")[0])

    def close(self) -> None:
        self.closing.close()
        self.server.request("POST", "/api/home/shutdown_session", {"sessionId": self.key})


def _events(body: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for block in body.replace("\r\n", "\n").split("\n\n"):
        fields = dict(line.split(": ", 1) for line in block.split("\n") if ": " in line)
        if "event" in fields:
            yield fields["event"], json.loads(fields.get("data", "{}"))


def notebook(*cells: str, mo: bool = True, unparsable: str | None = None) -> str:
    """The text of a notebook file with these cells, in marimo's own format."""
    every = (*(("import marimo as mo",) if mo else ()), *cells)
    parts = ["import marimo\n\napp = marimo.App()\n"]
    for code in every:
        body = "\n".join(f"    {line}" if line else "" for line in code.split("\n")) or "    return"
        parts.append(f"\n\n@app.cell\ndef _():\n{body}\n")
    if unparsable is not None:
        parts.append(
            f'\n\napp._unparsable_cell(\n    r"""\n    {unparsable}\n    """,\n    name=\'_\'\n)\n'
        )
    parts.append('\n\nif __name__ == "__main__":\n    app.run()\n')
    return "".join(parts)
