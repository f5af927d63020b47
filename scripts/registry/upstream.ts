import type { RegistryItem } from "../build/item.ts";
import { itemNames, loadItem } from "./items.ts";

/** The item of a name as it is now; undefined where none of that name is known. Nothing is fetched. */
export async function findUpstream(name: string): Promise<RegistryItem | undefined> {
  return (await itemNames()).includes(name) ? loadItem(name) : undefined;
}
