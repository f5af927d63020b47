import { assert } from "@open-wc/testing";
import type { Subject } from "../subject.ts";

/** What goes over the wire, and what never does. */
export function wire(subject: () => Subject): void {
  it("never sends back what it has received", async () => {
    const { samples, show } = subject();
    for (const [name, traits] of Object.entries(samples)) {
      const it = await show({});
      await it.receive(traits);
      await it.settled();
      assert.deepEqual(it.sent, [], `sample "${name}"`);
      it.dispose();
    }
  });

  it("sends nothing by being shown but that it has mounted", async () => {
    const { samples, show } = subject();
    const it = await show(samples.typical);
    assert.deepEqual(it.model.sent, [{ _front: "mounted" }]);
    assert.deepEqual(it.model.messages, []);
    const second = await it.view();
    second.remove();
    assert.lengthOf(it.model.sent, 1);
    it.dispose();
  });
}
