import { readdir } from "node:fs/promises";
import type { Locator, Page } from "playwright-core";

/** What a person does with a widget to give it another value, by keyboard alone. */
export type Gesture = (widget: Locator, page: Page) => Promise<void>;

const FOLDER = new URL("../e2e/gestures/", import.meta.url);
const files = (await readdir(FOLDER)).toSorted();

/** The gesture of each widget of the kit, by its name, in the order of names. */
export const GESTURES: Readonly<Record<string, Gesture>> = Object.fromEntries(
  await Promise.all(
    files.map(async (file) => [file.replace(/\.ts$/, ""), (await import(new URL(file, FOLDER).href)).gesture] as const),
  ),
);
