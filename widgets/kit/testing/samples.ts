import type { TraitSchema, Values } from "../traits.ts";

/**
 * Trait values that a widget is shown with in the contract suite, by a name that says what they are. What a sample
 * leaves out has its default. `typical` is what a person would see.
 */
export type Samples<S extends TraitSchema> = { readonly typical: Partial<Values<S>> } & {
  readonly [name: string]: Partial<Values<S>>;
};
