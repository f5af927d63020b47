import type { traits } from "../../../scripts/new/templates/control/traits.ts";
import type { Samples } from "../../../widgets/kit/testing/samples.ts";

/** What `inlay new --kind control` makes is held to the same contract as the kit's own widgets. */
export const samples: Samples<typeof traits> = {
  typical: { value: 3, max: 20, label: "Cups of tea" },
  atEnd: { value: 0 },
  upsideDown: { min: 10, max: 0 },
  tiny: { min: 0, max: 1, step: 1e-300, value: 0.5 },
};
