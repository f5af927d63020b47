import type { RegistryItem } from "../build/item.ts";
import { InlayError } from "../client/errors.ts";
import { integrityOf, type Pin } from "./lock.ts";

/** Whether an item from elsewhere was accepted before: as it is, in another version, or never. */
export type Acceptance =
  | { readonly kind: "pinned" }
  | { readonly kind: "new" }
  | { readonly kind: "other-version"; readonly pin: Pin };

/**
 * What the lock file says of an item.
 * @throws {InlayError} "fingerprint-changed" where its code is another under the version that was accepted.
 */
export function acceptanceOf(item: RegistryItem, origin: string, pin: Pin | undefined): Acceptance {
  if (!pin) return { kind: "new" };
  if (pin.version !== item.version) return { kind: "other-version", pin };
  if (pin.integrity === integrityOf(item) && pin.fingerprint === item.fingerprint) return { kind: "pinned" };
  const same = pin.fingerprint === item.fingerprint;
  throw new InlayError({
    code: "fingerprint-changed",
    message: `${item.name} ${item.version} is not what was accepted: its code changed and its version did not.`,
    found: `${same ? "another example, schema or list of needs" : item.fingerprint}, from ${origin}`,
    expected: `${pin.fingerprint}, from ${pin.origin}, as inlay.lock.json has it`,
    cure:
      "Ask whoever publishes it why. To accept it all the same, take its entry out of inlay.lock.json; " +
      "it is then shown and asked about anew.",
    details: { name: item.name, version: item.version, pinned: pin, found: pinOf(item, origin) },
  });
}

/** What the lock file keeps of an item that was accepted. */
export function pinOf(item: RegistryItem, origin: string): Pin {
  const { version, fingerprint } = item;
  return { version, fingerprint, integrity: integrityOf(item), origin };
}
