/** `inlay/kit`: all that a widget is written with. What stands here is public; the rest of the kit may change. */
export { AnnounceController } from "./controllers/announce.ts";
export type { ControllerHost } from "./controllers/host.ts";
export { type Drag, DragController, type DragHandlers } from "./controllers/drag.ts";
export { type KeyHandler, type KeyMap, type KeyOptions, KeysController } from "./controllers/keys.ts";
export { PopoverController, type PopoverOptions, popovers } from "./controllers/popover.ts";
export { ResizeController } from "./controllers/resize.ts";
export { RovingController, type RovingOptions } from "./controllers/roving.ts";
export { VirtualController, type VirtualOptions } from "./controllers/virtual.ts";
export { type Patch, type WidgetElement, widgetElement, type WidgetElementClass } from "./element.ts";
export type { ItemInfo } from "./item.ts";
export { isTyping, originOf } from "./keeping.ts";
export {
  css,
  html,
  nothing,
  type PropertyValues,
  type ReactiveController,
  type ReactiveControllerHost,
  type Styles,
  svg,
  type SVGTemplateResult,
  type TemplateResult,
} from "./lit.ts";
export type { WireModel } from "./model.ts";
export { type ElementClass, type FrontEnd, mount, type RenderProps } from "./mount.ts";
export { fitNumber, type NumberField, numberField, numberFields } from "./number-field.ts";
export type { Scheme } from "./scheme.ts";
export { buttons, categories, fields, paint } from "./theme.ts";
export { data, defineTraits, describe, option, problem, t, value } from "./traits.ts";
export type {
  DType,
  Infer,
  Json,
  Role,
  SendPolicy,
  Trait,
  TraitSchema,
  Type,
  TypedArrays,
  TypeSpec,
  ValueNames,
  Values,
} from "./traits.ts";
