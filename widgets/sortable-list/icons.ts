import { icon } from "../kit/icon.ts";

/** Icons on a grid of 16, drawn in the colour of the text. */
export const icons = {
  up: icon("M8 13V3.5M3.8 7.5 8 3.2l4.2 4.3"),
  down: icon("M8 3v9.5M3.8 8.5 8 12.8l4.2-4.3"),
  edit: icon("m3 13 .6-2.8L10.8 3l2.2 2.2-7.2 7.2zM9.4 4.4l2.2 2.2"),
  remove: icon("m4 4 8 8M12 4l-8 8"),
  undo: icon("M6 3 2.8 6.2 6 9.4M3.2 6.2h6.3a3.6 3.6 0 0 1 0 7.2H6.4"),
  redo: icon("m10 3 3.2 3.2L10 9.4m2.8-3.2H6.5a3.6 3.6 0 0 0 0 7.2h3.1"),
  add: icon("M8 3v10M3 8h10"),
  /** Lines without length, which their round ends make dots. */
  grip: icon("M6 4h0M10 4h0M6 8h0M10 8h0M6 12h0M10 12h0", "dots"),
} as const;
