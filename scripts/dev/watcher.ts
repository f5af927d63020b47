import { existsSync, type FSWatcher, watch } from "node:fs";
import { dirname, join } from "node:path";

/** Files that are saved together come together, within this many milliseconds. */
const TOGETHER = 2;
/** How often a folder that is gone is looked for, in milliseconds. */
const RETURN = 300;

/**
 * Tells of files that were written, made or removed, as absolute paths, at once: an editor that writes in several steps
 * is heard of several times.
 */
export type Saved = (files: ReadonlySet<string>) => void;

/**
 * Watches the folders of some files. Folders and not the files themselves, as many editors write a new file and
 * rename it; and the system's own events, as a layer that leaves out the second write within a few milliseconds
 * would leave the first half of a save standing.
 */
export class Watcher {
  readonly #saved: Saved;
  readonly #folders = new Map<string, FSWatcher>();
  readonly #gone = new Map<string, NodeJS.Timeout>();
  #files: ReadonlySet<string> = new Set();
  #written = new Set<string>();
  #timer: NodeJS.Timeout | undefined;

  constructor(saved: Saved) {
    this.#saved = saved;
  }

  /** From now on: the folders of these files, and no others. */
  follow(files: ReadonlySet<string>): void {
    this.#files = files;
    const folders = new Set([...files].map((file) => dirname(file)));
    for (const folder of [...this.#folders.keys(), ...this.#gone.keys()]) {
      if (!folders.has(folder)) this.#leave(folder);
    }
    for (const folder of folders) {
      if (!this.#folders.has(folder) && !this.#gone.has(folder)) this.#enter(folder);
    }
  }

  /** Nothing is told any more. */
  close(): void {
    clearTimeout(this.#timer);
    this.follow(new Set());
  }

  #enter(folder: string): void {
    try {
      const watcher = watch(folder, { persistent: true }, (_, name) => {
        if (name !== null) this.#note(join(folder, name));
        // A folder that is removed, or is another one by now, is no longer heard of.
        if (!existsSync(folder)) this.#await(folder);
      });
      watcher.on("error", () => this.#await(folder));
      this.#folders.set(folder, watcher);
    } catch {
      this.#await(folder);
    }
  }

  #leave(folder: string): void {
    this.#folders.get(folder)?.close();
    this.#folders.delete(folder);
    clearInterval(this.#gone.get(folder));
    this.#gone.delete(folder);
  }

  #await(folder: string): void {
    if (this.#gone.has(folder)) return;
    this.#leave(folder);
    const timer = setInterval(() => {
      if (!existsSync(folder)) return;
      this.#leave(folder);
      this.#enter(folder);
      for (const file of this.#files) if (dirname(file) === folder) this.#note(file);
    }, RETURN);
    this.#gone.set(folder, timer);
  }

  #note(file: string): void {
    this.#written.add(file);
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      const files = this.#written;
      this.#written = new Set();
      this.#saved(files);
    }, TOGETHER);
  }
}
