import { REPORT_MARK, REPORT_MORE } from "./program.ts";

/**
 * Takes a program's report out of its standard output, whatever is printed around it and however it is cut. Reports of
 * other programs, whose command has gone, are no output of this one: they are left out.
 */
export class ReportReader {
  readonly #pass: (text: string) => void;
  readonly #id: string;
  #rest = "";
  #parts = "";
  #report: string | undefined;

  /**
   * @param pass gets every text that is not a report, as soon as that is certain
   * @param id the program's, as it was given to `program`
   */
  constructor(pass: (text: string) => void, id = "") {
    this.#pass = pass;
    this.#id = id;
  }

  /** The report's JSON text; undefined while it has not come as a whole. */
  get report(): string | undefined {
    return this.#report;
  }

  /** Takes the next piece of output. */
  feed(text: string): void {
    this.#rest += text;
    for (;;) {
      const start = this.#rest.indexOf(REPORT_MARK);
      if (start < 0) return this.#release(this.#rest.length - heldBack(this.#rest));
      this.#release(start);
      const end = this.#rest.indexOf("\n");
      if (end < 0) return;
      this.#take(this.#rest.slice(REPORT_MARK.length, end));
      this.#rest = this.#rest.slice(end + 1);
    }
  }

  /** No more output comes: what was held back is passed on. */
  end(): void {
    this.#release(this.#rest.length);
  }

  #release(length: number): void {
    if (length > 0) this.#pass(this.#rest.slice(0, length));
    this.#rest = this.#rest.slice(length);
  }

  #take(line: string): void {
    if (!line.startsWith(this.#id)) return;
    const part = line.slice(this.#id.length);
    const more = part.endsWith(REPORT_MORE);
    this.#parts += more ? part.slice(0, -REPORT_MORE.length) : part;
    if (!more) this.#report = this.#parts;
  }
}

/** How many characters at the end may be the beginning of a mark. */
function heldBack(text: string): number {
  for (let length = Math.min(REPORT_MARK.length - 1, text.length); length > 0; length--) {
    if (text.endsWith(REPORT_MARK.slice(0, length))) return length;
  }
  return 0;
}
