import { data, defineTraits, option, t, value } from "inlay/kit";

/** The one place where a trait is named: property types, the Python class and its documentation follow from it. */
export const traits = defineTraits({
  value: value(t.float(), "The number that is set.", { default: 5, send: "live" }),
  min: option(t.float(), "The lowest number that can be set.", { default: 0 }),
  max: option(t.float(), "The highest number that can be set.", { default: 10 }),
  step: option(t.float({ min: 0 }), "How far one step goes; 0 stands for 1.", { default: 1 }),
  label: data(t.string({ maxLength: 200 }), "What the number means.", { default: "Amount" }),
});
