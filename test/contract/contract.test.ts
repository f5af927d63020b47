// oxlint-disable-next-line import/no-absolute-path -- made by the test server, which knows it by this path.
import { subjects } from "/test/contract/widgets.js";
import { assert } from "@open-wc/testing";
import { hands } from "./suites/hands.ts";
import { keyboard } from "./suites/keyboard.ts";
import { life } from "./suites/life.ts";
import { looks } from "./suites/looks.ts";
import { safety } from "./suites/safety.ts";
import { values } from "./suites/values.ts";
import { wire } from "./suites/wire.ts";
import { load, type Subject } from "./subject.ts";

describe("the contract suite", () => {
  it("finds widgets", () => {
    assert.isAbove(subjects.length, 0, "no folder of widgets/ has an index.ts");
  });
});

const { subject: only } = window as { subject?: string };

for (const listed of subjects.filter(({ name }) => !only || name === only)) {
  describe(`contract: ${listed.name}`, function () {
    this.timeout(20_000);
    let subject: Subject;
    before(async () => {
      subject = await load(listed);
    });
    for (const suite of [looks, keyboard, hands, life, wire, values]) suite(() => subject);
    safety(() => subject, listed);
  });
}
