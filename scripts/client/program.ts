/** What begins a report, or a part of one, on the program's standard output; the program's own id comes behind it. */
export const REPORT_MARK = "\x1einlay-report:";
/** What ends a part that another follows. A report is ASCII JSON, so it never holds this character itself. */
export const REPORT_MORE = "\x1e";

/**
 * The Python text that makes the package `inlay` from `modules` in memory, runs `await inlay.agent.run(request)` in
 * the kernel, prints its report as one line, and waits with `inlay.agent.settle` until the line is on its way. It leaves
 * nothing in the globals, `sys.modules` or the import system, and puts back an installed `inlay` that was there.
 *
 * @param modules source text by module name: `__init__` for the package itself, `agent`, `plan`, …
 * @param request plain JSON, handed to `run` as a dict; any text in it arrives unchanged
 * @param entry the module that has `run` and `settle`
 * @param id printable ASCII that no other program has: marimo gives what one program prints to others that wait, too
 */
export function program(modules: Readonly<Record<string, string>>, request: object, entry = "agent", id = ""): string {
  const [sources, text] = [pythonText(asciiJson(modules)), pythonText(asciiJson(request))];
  return `${LOADER}try:
    await _inlay_main(${sources}, ${text}, ${pythonText(entry)}, ${pythonText(id)})
finally:
    del _inlay_main
`;
}

function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\x7f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** A Python literal of text that is printable ASCII, as ASCII JSON is. */
function pythonText(text: string): string {
  return `'${text.replace(/['\\]/g, "\\$&")}'`;
}

/** marimo cuts what is written at once beyond a megabyte, so long reports go in parts. */
const LOADER = String.raw`
async def _inlay_main(sources, request, entry, mark):
    import asyncio
    import importlib
    import json
    import linecache
    import sys
    import traceback
    from importlib.machinery import ModuleSpec

    sources = json.loads(sources)

    class Loader:
        def find_spec(self, name, path=None, target=None):
            package, _, module = name.partition(".")
            if package != "inlay" or (module or "__init__") not in sources:
                return None
            is_package = any(other.startswith(module + ".") for other in sources) or not module
            origin = "<inlay>/" + (module or "__init__") + ".py"
            return ModuleSpec(name, self, origin=origin, is_package=is_package)

        def create_module(self, spec):
            return None

        def exec_module(self, module):
            spec = module.__spec__
            module.__file__ = spec.origin
            exec(compile(self.get_source(spec.name), spec.origin, "exec"), module.__dict__)

        def get_source(self, name):
            return sources[name.partition(".")[2] or "__init__"]

    def take():
        names = [n for n in sys.modules if n == "inlay" or n.startswith("inlay.")]
        return {n: sys.modules.pop(n) for n in names}

    loader = Loader()
    before = take()
    sys.meta_path.insert(0, loader)
    try:
        agent = importlib.import_module("inlay." + entry)
        report = await agent.run(json.loads(request))
        text = json.dumps(report, separators=(",", ":"))
        parts = [text[i : i + 200000] for i in range(0, len(text), 200000)]
        for i, part in enumerate(parts):
            more = "\x1e" if i + 1 < len(parts) else ""
            sys.stdout.write("\x1einlay-report:" + mark + part + more + "\n")
        await agent.settle()
    except BaseException:
        # Printed here, since a traceback that leaves this function fills the line cache again.
        traceback.print_exc()
        # Old versions end the stream 50 ms after the run, with or without these lines.
        await asyncio.sleep(0.3)
    finally:
        sys.meta_path.remove(loader)
        take()
        sys.modules.update(before)
        for name in [n for n in linecache.cache if n.startswith("<inlay>/")]:
            del linecache.cache[name]



`.trimStart();
