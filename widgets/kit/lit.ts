/** What widgets use of Lit: its templates, and the types of its life cycle. Importing `lit` itself costs 7 KiB more. */
export { html, nothing, render, svg } from "lit/html.js";
export type {
  PropertyValues,
  ReactiveController,
  ReactiveControllerHost,
  SVGTemplateResult,
  TemplateResult,
} from "lit";

/** Style sheets of an element: texts of `css`, in order. */
export type Styles = string | readonly Styles[];

/** The text of a style sheet. Written by authors only: nothing that comes from a trait belongs into it. */
export const css = (parts: TemplateStringsArray, ...values: readonly (string | number)[]): string =>
  String.raw({ raw: parts }, ...values);
