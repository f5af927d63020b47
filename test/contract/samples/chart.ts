import type { traits } from "../../../scripts/new/templates/chart/traits.ts";
import type { Samples } from "../../../widgets/kit/testing/samples.ts";

/** What `inlay new --kind chart` makes is held to the same contract as the kit's own widgets. */
export const samples: Samples<typeof traits> = {
  typical: { data: Float64Array.of(3, 1, 4, 1, 5, 9, 2, 6), label: "Digits", selected: 5 },
  signs: { data: Float64Array.of(-1, 0, 1, Number.NaN, Number.POSITIVE_INFINITY) },
  vast: { data: Float64Array.of(-Number.MAX_VALUE, Number.MAX_VALUE, Number.MIN_VALUE) },
  many: { data: Float64Array.from({ length: 2000 }, (_, index) => Math.sin(index)) },
};
