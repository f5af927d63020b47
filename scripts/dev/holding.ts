import type { InventoryWidget } from "../client/protocol.ts";
import type { Version } from "./version.ts";

/** What a notebook has of one widget, as far as it is known from here. */
export class Holding {
  /** What the cell held at first, where that is a known version. */
  readonly before: Version | undefined;
  #widget: InventoryWidget;
  #code: string;
  #version: Version | undefined;
  #live: string | undefined;
  #objects: readonly string[];
  #fingerprint: string;
  #asleep = false;

  constructor(widget: InventoryWidget, version: Version | undefined) {
    this.#widget = widget;
    this.#code = widget.code ?? "";
    this.#objects = widget.objects.map(({ object }) => object);
    this.#fingerprint = widget.fingerprint;
    this.#version = this.before = version;
    this.#live = version?.esm;
  }

  get cell(): string {
    return this.#widget.cell;
  }

  get class(): string {
    return this.#widget.class ?? "";
  }

  get code(): string {
    return this.#code;
  }

  get objects(): readonly string[] {
    return this.#objects;
  }

  get fingerprint(): string {
    return this.#fingerprint;
  }

  /** The body that the cell's code has; undefined where it is another's. */
  get body(): string | undefined {
    return this.#version?.body;
  }

  /** The front end that live objects have; undefined where that is not known. */
  get live(): string | undefined {
    return this.#live;
  }

  /** True while the class is not there: the kernel was restarted, and the cell has not run. */
  get isAsleep(): boolean {
    return this.#asleep;
  }

  /** Whether cell and objects both have all of this version. */
  isFinal({ body, esm }: Version): boolean {
    return this.#version?.body === body && this.#version.esm === esm && this.#live === esm;
  }

  /** Live objects got a front end; `objects` is null where there was no class to give it to. */
  shows(esm: string, objects: readonly string[] | null): void {
    this.#asleep = objects === null;
    this.#live = objects === null ? undefined : esm;
    if (objects !== null && objects.length > 0) this.#objects = objects;
  }

  /** The cell got other code, and ran or was swapped. */
  gets(now: { code: string; version: Version; fingerprint: string; objects: readonly string[] }): void {
    this.#code = now.code;
    this.#version = now.version;
    this.#live = now.version.esm;
    this.#fingerprint = now.fingerprint;
    if (now.objects.length > 0) this.#objects = now.objects;
  }

  /**
   * The notebook as it is after a time in which nobody looked: what objects have is not known any more. Gives the
   * reason to leave the widget alone, where a person has edited its cell.
   *
   * @param ran whether its cell has run
   */
  review(now: InventoryWidget, ran: boolean): string | undefined {
    if (now.state === "edited" && now.code !== this.#code) return "its cell was edited in the notebook";
    if (now.class === null) return "its cell holds no class any more";
    if (now.fingerprint !== this.#fingerprint) this.#version = undefined;
    this.#widget = now;
    this.#code = now.code ?? "";
    this.#fingerprint = now.fingerprint;
    this.#objects = now.objects.map(({ object }) => object);
    this.#live = undefined;
    this.#asleep &&= !ran;
    return undefined;
  }
}
