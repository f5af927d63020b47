import type { Marker } from "../build/python/cell.ts";
import type { RegistryItem } from "../build/item.ts";
import { compareVersions } from "./version.ts";

/** How a definition cell stands to the item that it came from. */
export type State = "unchanged" | "edited" | "newer" | "both" | "unknown";

/** What is known of a definition cell; `edited` says whether its code is another than its marker says. */
export interface Standing {
  readonly marker: Marker;
  readonly edited: boolean;
  /** The item as it is now, where it is known. */
  readonly upstream: RegistryItem | undefined;
}

/** The five states; "unknown" where no item of that name is known. */
export function stateOf({ marker, edited, upstream }: Standing): State {
  if (!upstream) return "unknown";
  if (isNewer(upstream, marker)) return edited ? "both" : "newer";
  return edited ? "edited" : "unchanged";
}

/** Whether the item is a later version than the marker's, or another build of the same. */
export function isNewer(upstream: Marker, marker: Marker): boolean {
  const order = compareVersions(upstream.version, marker.version);
  return order > 0 || (order === 0 && upstream.fingerprint !== marker.fingerprint);
}
