import type { Samples } from "../kit/testing/samples.ts";
import type { traits } from "./traits.ts";

export const samples: Samples<typeof traits> = {
  typical: {
    text:
      "If each of {people} people eats {cookies} cookies a day, that is {calories} a week: " +
      "about {hours} hours of {sport:walking|cycling|running} to burn.",
    value: { people: 12, cookies: 3, sport: "cycling" },
    numbers: {
      people: { min: 1, max: 100 },
      cookies: { min: 0, max: 20, step: 0.5 },
      calories: { suffix: " kcal" },
    },
    results: { calories: 12600, hours: 25.2 },
  },
  empty: {},
  simple: { text: "Show {n} rows", value: { n: 10 } },
  repeated: { text: "{n} and again {n}, {n:x} and {{braces}}", value: { n: 0.25 }, numbers: { n: { min: 0, max: 1 } } },
  unknown: { text: "Nothing for {here}; {value} is set.", value: { value: -3.5, unused: 4 } },
  money: {
    text: "A rent of {rent} takes {share} of what is left.",
    value: { rent: 1250, share: 31 },
    numbers: { rent: { min: 0, step: 50, prefix: "€ " }, share: { suffix: " %", label: "share of income" } },
  },
  hostile: {
    text: "<b>{a}</b> {b} {__proto__} {constructor:<i>|toString}\n\nNew paragraph {",
    value: { a: 1e300, b: "<img src=x onerror=alert(1)>", ["__proto__"]: 5, constructor: null },
    numbers: { a: { min: "x", max: null, step: -1, digits: 400, prefix: "<u>", suffix: 7 } },
    results: { b: { deep: [1] } },
  },
};
