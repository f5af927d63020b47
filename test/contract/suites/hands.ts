import { assert } from "@open-wc/testing";
import { resetMouse, sendMouse } from "@web/test-runner-commands";
import { errorsDuring, spots, touch, valuesOf } from "../page.ts";
import type { Subject } from "../subject.ts";

type Point = { x: number; y: number };

const at = ({ x, y }: Point): [number, number] => [x, y];

async function press(from: Point, to: Point): Promise<void> {
  await sendMouse({ type: "move", position: at(from) });
  await sendMouse({ type: "down" });
  await sendMouse({ type: "move", position: at({ x: (from.x + to.x) >> 1, y: (from.y + to.y) >> 1 }) });
  await sendMouse({ type: "move", position: at(to) });
  await sendMouse({ type: "up" });
}

/** Clicks and drags by mouse and by finger: no errors, and every view and the model agree afterwards. */
export function hands(subject: () => Subject): void {
  for (const how of ["mouse", "finger"] as const) {
    it(`takes presses and drags by ${how} all over it, and both views agree afterwards`, async () => {
      const { samples, show } = subject();
      const it = await show(samples.typical, { width: 700 });
      const second = await it.view();
      const errors = await errorsDuring(async () => {
        const grid = spots(it.element, 5, 3);
        for (const [index, from] of grid.entries()) {
          const to = grid[(index + 7) % grid.length] ?? from;
          if (how === "finger") await touch(index % 2 ? [from] : [from, to]);
          else await press(from, index % 2 ? from : to);
        }
        await resetMouse();
        await it.settled();
      });
      assert.deepEqual(errors, []);
      assert.isUndefined(it.error);
      assert.deepEqual(valuesOf(second.element), valuesOf(it.element));
      it.dispose();
    });
  }

  it("works in an export, where nothing can be sent", async () => {
    const { samples, show } = subject();
    for (const mode of ["export", "broken"] as const) {
      const it = await show(samples.typical, { mode, width: 700 });
      const errors = await errorsDuring(async () => {
        const [from, to] = [spots(it.element, 3, 1)[0]!, spots(it.element, 3, 1)[2]!];
        await press(from, to);
        await press(from, from);
        await resetMouse();
        await it.settled();
      });
      assert.deepEqual(errors, [], mode);
      assert.isUndefined(it.error, mode);
      assert.deepEqual(it.sent, [], mode);
      it.dispose();
    }
  });
}
