import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { bundle } from "../../scripts/build/front/bundle.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** KiB that a widget carries before it does anything of its own. */
const LIMIT = 16.5;

describe("the kit", () => {
  let folder = "";
  before(async () => {
    folder = await mkdtemp(join(root, "test/contract/fixtures/.minimal-"));
    await writeFile(
      join(folder, "index.ts"),
      `import { widgetElement } from "../../../../widgets/kit/element.ts";
import { html } from "../../../../widgets/kit/lit.ts";
import { mount } from "../../../../widgets/kit/mount.ts";
import { traits } from "./traits.ts";
class MinimalElement extends widgetElement(traits) {
  override render() {
    return html\`<button @click=\${() => this.send({ value: this.value + 1 })}>\${this.value}</button>\`;
  }
}
export default mount(MinimalElement);
`,
    );
    await writeFile(
      join(folder, "traits.ts"),
      `import { defineTraits, t, value } from "../../../../widgets/kit/traits.ts";
export const traits = defineTraits({ value: value(t.int(), "A count.") });
`,
    );
  });
  after(() => rm(folder, { recursive: true }));

  it(`leaves a minimal widget at ${LIMIT} KiB at most`, async () => {
    const { text } = await bundle(join(folder, "index.ts"), root);
    const size = Buffer.byteLength(text) / 1024;
    assert.ok(size <= LIMIT, `found ${size.toFixed(2)} KiB`);
  });
});
