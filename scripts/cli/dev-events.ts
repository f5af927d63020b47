import { basename } from "node:path";
import type { DevEvent } from "../dev/events.ts";
import { whereOf } from "../dev/problem.ts";
import { plain, type Style } from "./output.ts";

/** An event for people: one line with the time and the widget, and the lines of a problem below it. */
export function eventLines(event: DevEvent, style: Style, now: Date = new Date()): readonly string[] {
  const { mark, text, more = [] } = worded(event, style);
  const subject = "widget" in event ? style.bold(event.widget) : "";
  const head = [style.dim(now.toTimeString().slice(0, 8)), mark, subject, plain(text)].filter(Boolean).join("  ");
  const place = "notebook" in event ? `  ${style.dim(plain(basename(event.notebook)))}` : "";
  return [head + place, ...more.map((line) => `          ${plain(line)}`.trimEnd())];
}

interface Worded {
  readonly mark: string;
  readonly text: string;
  readonly more?: readonly string[];
}

function worded(event: DevEvent, { green, red, yellow, cyan }: Style): Worded {
  const good = green("✓");
  const bad = red("✗");
  const aside = cyan("·");
  switch (event.event) {
    case "ready": {
      const where = event.notebooks.join(", ");
      return { mark: good, text: `watching ${event.widgets.join(", ")} in ${where}; Ctrl-C ends it` };
    }
    case "added":
      return { mark: good, text: `added as ${event.objects.join(", ")}` };
    case "swapped":
      if (event.overlay) return { mark: aside, text: `the last good version is shown, with the problem over it` };
      return { mark: good, text: `swapped in ${event.ms} ms` };
    case "updated": {
      const kept = `${event.carried} ${event.carried === 1 ? "value" : "values"} kept`;
      const lost = event.lost.map((each) => `${each.object}.${each.trait} was not kept: ${each.reason}`);
      return { mark: good, text: `updated in ${event.ms} ms, ${kept}`, more: lost };
    }
    case "unchanged":
      return { mark: aside, text: "saved; what runs is the same" };
    case "problem": {
      const { reason, frame, more = 0 } = event;
      const further = more > 0 ? [`and ${more} more`] : [];
      const lines = [...reason.split("\n"), ...(frame?.split("\n") ?? []), ...further];
      const where = whereOf(event);
      return where === ""
        ? { mark: bad, text: lines[0] ?? "", more: lines.slice(1) }
        : { mark: bad, text: where, more: lines };
    }
    case "fixed":
      return { mark: good, text: "fixed" };
    case "front-error":
      return { mark: bad, text: `the page could not show ${event.object}: ${event.message}` };
    case "lost":
      return { mark: yellow("!"), text: `cannot be reached, and is waited for: ${event.reason}` };
    case "back":
      return { mark: good, text: "is back" };
    case "gone":
      return { mark: bad, text: `is given up: ${event.reason}` };
    case "left":
      return { mark: yellow("!"), text: `left alone from now on: ${event.reason}` };
    case "kept":
      return { mark: good, text: `its cell holds the final code (${event.fingerprint})` };
    case "restored":
      return { mark: good, text: `put back as it was: ${event.widgets.join(", ")}` };
    case "note":
      return { mark: aside, text: event.message };
  }
}
