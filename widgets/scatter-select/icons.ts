import { svg } from "../kit/lit.ts";

const icon = (path: string) => svg`<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false"
  fill="none" stroke="currentColor" stroke-width="1.4" stroke-linecap="round" stroke-linejoin="round"><path d=${path} /></svg>`;

/** Pictures of the toolbar's buttons. */
export const icons = {
  lasso: icon(
    "M5 10.5C3 10 1.8 8.600 1.800 7 1.800 4.300 4.600 2.200 8 2.200s6.200 2.100 6.200 4.800-2.800 4.300-6.200 4.300c-.6 0-1.200 0-1.700-.1M6.300 11.200a1.500 1.500 0 1 1-2.100-1.500 1.500 1.500 0 0 1 2.100 1.500zc.1 1.200-.7 2.200-2.300 2.600",
  ),
  box: icon(
    "M2.500 5V2.500H5M8 2.500h.01M11 2.500h2.500V5M13.500 8v.01M13.500 11v2.500H11M8 13.500h.01M5 13.500H2.500V11M2.500 8v.01",
  ),
  pan: icon(
    "M8 1.800v12.400M1.800 8h12.400M6.200 3.600 8 1.800l1.800 1.800M6.200 12.400 8 14.200l1.800-1.800M3.600 6.200 1.800 8l1.800 1.800M12.400 6.200 14.200 8l-1.800 1.800",
  ),
  replace: icon("M2.500 2.500h11v11h-11z"),
  add: icon("M9.500 5.500h4v8h-8v-4M2.500 2.500h7v7h-7zM6 4.500v3M4.500 6h3"),
  subtract: icon("M9.500 5.500h4v8h-8v-4M2.500 2.500h7v7h-7zM4.500 6h3"),
  zoomIn: icon(
    "M7 2.300a4.700 4.700 0 1 1 0 9.400 4.700 4.700 0 0 1 0-9.400zM10.500 10.500l3.700 3.700M7 5.200v3.600M5.200 7h3.600",
  ),
  zoomOut: icon(
    "M7 2.300a4.700 4.700 0 1 1 0 9.400 4.700 4.700 0 0 1 0-9.400zM10.500 10.500l3.700 3.700M5.200 7h3.600",
  ),
  fit: icon("M2.300 6V2.300H6M10 2.300h3.700V6M13.700 10v3.700H10M6 13.700H2.300V10"),
  undo: icon("M5.500 3 2.500 6l3 3M2.800 6h6.700a3.700 3.700 0 0 1 0 7.400H6"),
  redo: icon("M10.500 3l3 3-3 3M13.200 6H6.500a3.700 3.700 0 0 0 0 7.400H10"),
  clear: icon("M4 4l8 8M12 4l-8 8"),
  table: icon("M2.300 3h11.400v10H2.300zM2.300 6.300h11.400M2.300 9.700h11.400M6.300 6.300V13"),
};
