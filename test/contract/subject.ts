import type { ItemInfo } from "../../widgets/kit/item.ts";
import type { FrontEnd } from "../../widgets/kit/mount.ts";
import { host, type HostOptions, type Samples, type TestHost } from "../../widgets/kit/testing/index.ts";
import type { TraitSchema } from "../../widgets/kit/traits.ts";

/** A widget folder as the page gets it listed. */
export interface Listed {
  readonly name: string;
  /** False for the suite's own fixtures. */
  readonly real: boolean;
  readonly source: string;
  readonly bundle: string;
  readonly traits: () => Promise<{ traits: TraitSchema }>;
  readonly item: () => Promise<{ item: ItemInfo }>;
  readonly samples?: () => Promise<{ samples: Samples<TraitSchema> }>;
}

/** A widget under test: its front end is the bundle that ships. */
export interface Subject {
  readonly schema: TraitSchema;
  readonly item: ItemInfo;
  readonly samples: Samples<TraitSchema>;
  readonly text: string;
  readonly frontEnd: FrontEnd;
  /** Shows it with traits that differ from the defaults. */
  show(traits: Readonly<Record<string, unknown>>, options?: Omit<HostOptions, "traits">): Promise<TestHost>;
}

/** Loads a widget. @throws when its bundle does not build, or `samples.ts` has no `typical`. */
export async function load(listed: Listed): Promise<Subject> {
  const [{ traits }, { item }, samples, response] = await Promise.all([
    listed.traits(),
    listed.item(),
    listed.samples?.(),
    // The server instruments scripts, but leaves texts as they are.
    fetch(listed.bundle.replace(/js$/, "txt")),
  ]);
  const text = await response.text();
  if (!response.ok) throw new Error(`The front end of ${listed.name} does not build: ${text}`);
  if (!samples?.samples.typical) throw new Error(`Expected samples.ts with \`samples.typical\` in ${listed.name}.`);
  const { default: frontEnd } = (await import(listed.bundle)) as { default: FrontEnd };
  return {
    schema: traits,
    item,
    samples: samples.samples,
    text,
    frontEnd,
    show: (values, options) => host(frontEnd, { ...options, traits: values, schema: traits }),
  };
}
