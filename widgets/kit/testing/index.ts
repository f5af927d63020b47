export { host, type HostOptions, type TestHost, type View } from "./host.ts";
export { watchLeaks } from "./leaks.ts";
export { type Mode, TestModel } from "./model.ts";
export type { Page } from "./page.ts";
export type { Samples } from "./samples.ts";
export { fromWire, toWire, wireDefaults } from "./wire.ts";
