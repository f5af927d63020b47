/** What a widget says of itself beside its traits. The name is the folder's; the class is the name in PascalCase. */
export interface ItemInfo {
  /** Semantic version of the widget: what the marker of an installed cell shows. */
  readonly version: string;
  /** A short name for people: "Histogram range". */
  readonly title: string;
  /** One sentence: what it does for the person. It is the first line of the Python docstring. */
  readonly summary: string;
  readonly category: "control" | "chart";
  /** Size limit of the minified ESM with Lit, in KiB. */
  readonly budget: number;
  /** Python requirements beyond anywidget, as PEP 508 texts. */
  readonly requires?: readonly string[];
  readonly example: {
    /** Python expressions by trait: what an instance is made with when nothing else is said. */
    readonly arguments: Readonly<Record<string, string>>;
    /** Python of a reader cell; `{get}` stands for the getter, `{object}` for the object. */
    readonly reader: string;
  };
  /** Markdown for `inlay view`: how it is used, keys and gestures. */
  readonly docs: string;
}
