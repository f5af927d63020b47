import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { root } from "./python.ts";

/** A small clone elsewhere: the kit and the builder, without widgets. It shares packages with this one. */
export class Clone {
  readonly root = mkdtempSync(join(tmpdir(), "inlay-clone-"));

  constructor() {
    for (const path of ["widgets/kit", "scripts/build", "python/inlay", "package.json", "tsconfig.json"]) {
      cpSync(join(root, path), join(this.root, path), { recursive: true });
    }
    for (const folder of ["node_modules", ".venv"])
      symlinkSync(join(root, folder), join(this.root, folder), "junction");
  }

  /** Copies a fixture widget in as `widgets/<name>`; its imports of the kit become those of a widget. */
  async addFixture(fixture: string, name = fixture): Promise<string> {
    const { readdir, readFile } = await import("node:fs/promises");
    const source = join(root, "test/scripts/fixtures", fixture);
    for (const file of await readdir(source)) {
      const text = await readFile(join(source, file), "utf8");
      this.write(`widgets/${name}/${file}`, text.replaceAll("../../../../widgets/kit/", "../kit/"));
    }
    return `widgets/${name}`;
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    writeFileSync(join(this.root, path), text);
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
