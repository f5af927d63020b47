import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { tsImport } from "tsx/esm/api";

const root = fileURLToPath(new URL("../..", import.meta.url));
const LIST = "/test/contract/widgets.js";
const BUNDLES = "/test/contract/bundles/";

/** Folders with an ESM entry: the suite's subjects. `WIDGET=name` runs it over one. */
export function subjects() {
  const folders = ["widgets", "test/contract/fixtures", "scripts/new/templates"].flatMap((parent) =>
    readdirSync(join(root, parent), { withFileTypes: true })
      .filter(
        (each) => each.isDirectory() && each.name !== "kit" && existsSync(join(root, parent, each.name, "index.ts")),
      )
      .map((each) => ({ name: each.name, folder: `${parent}/${each.name}`, real: parent === "widgets" })),
  );
  const { WIDGET } = process.env;
  const chosen = WIDGET ? folders.filter((each) => each.name === WIDGET) : folders;
  if (!chosen.some((each) => each.real || WIDGET)) {
    throw new Error(
      `Found no widget${WIDGET ? ` called ${WIDGET}` : ""}: expected folders with an index.ts in widgets/.`,
    );
  }
  return chosen;
}

/** What a page cannot see for itself: the sources of a widget. */
function sourceOf(folder) {
  const files = readdirSync(join(root, folder)).filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"));
  return files.map((file) => readFileSync(join(root, folder, file), "utf8")).join("\n");
}

function listModule() {
  const entries = subjects().map(({ name, folder, real }) => {
    const [samplesFile] = [`${folder}/samples.ts`, `test/contract/samples/${name}.ts`].filter((file) =>
      existsSync(join(root, file)),
    );
    const samples = samplesFile ? `() => import("/${samplesFile}")` : "undefined";
    return `{
      name: ${JSON.stringify(name)}, real: ${real}, source: ${JSON.stringify(sourceOf(folder))},
      bundle: ${JSON.stringify(`${BUNDLES}${folder}.js`)},
      traits: () => import("/${folder}/traits.ts"), item: () => import("/${folder}/item.ts"), samples: ${samples},
    }`;
  });
  return `export const subjects = [${entries.join(",\n")}];`;
}

const clients = new WeakMap();

/**
 * Serves the list of widgets found on disk and each widget's front end as the builder ships it, and gives tests the
 * fingers and media settings of the real browser that have no command of their own.
 */
export function contractPlugin() {
  return {
    name: "contract",
    async serve({ path }) {
      if (path === LIST) return { body: listModule(), type: "js" };
      if (!path.startsWith(BUNDLES)) return undefined;
      const { bundle } = await tsImport("../../scripts/build/front/bundle.ts", import.meta.url);
      const { text } = await bundle(path.slice(BUNDLES.length).replace(/\.(js|txt)$/, "/index.ts"), root);
      return path.endsWith(".txt") ? { body: text, type: "text" } : { body: text, type: "js" };
    },
    async executeCommand({ command, payload, session }) {
      if (command !== "inlay:touch" && command !== "inlay:media") return undefined;
      const page = session.browser.getPage(session.id);
      // Each session of the protocol has settings of its own, which add up: one a page.
      const client = clients.get(page) ?? (await page.createCDPSession());
      clients.set(page, client);
      if (command === "inlay:touch") {
        // A finger that is dragged sideways goes back in the history: let there be nothing to go back to.
        await client.send("Page.resetNavigationHistory");
        return touch(client, payload);
      }
      await client.send("Emulation.setEmulatedMedia", { features: payload });
      return true;
    },
  };
}

/** One finger along points of the page, in CSS pixels. */
async function touch(client, points) {
  const send = (type, touchPoints) => client.send("Input.dispatchTouchEvent", { type, touchPoints });
  // All on their way at once: a tap whose end waits for a busy machine is a long press, which clicks nothing.
  await Promise.all([
    ...points.map((point, index) => send(index === 0 ? "touchStart" : "touchMove", [point])),
    send("touchEnd", []),
  ]);
  return true;
}
