import { assert } from "@open-wc/testing";
import { sendKeys } from "@web/test-runner-commands";
import { focused, tabbable } from "../page.ts";
import type { Subject } from "../subject.ts";

/** Tab in, through and out again; a focus that is seen; keys that stay inside. */
export function keyboard(subject: () => Subject): void {
  const surrounded = async (traits: Readonly<Record<string, unknown>>) => {
    const [before, after] = ["before", "after"].map((label) => {
      const button = document.createElement("button");
      button.textContent = label;
      return button;
    }) as [HTMLButtonElement, HTMLButtonElement];
    document.body.append(before);
    const it = await subject().show(traits);
    document.body.append(after);
    const dispose = () => {
      it.dispose();
      before.remove();
      after.remove();
    };
    return { it, before, after, dispose };
  };

  it("lets Tab reach everything, and leave again, forwards and backwards", async () => {
    const { it, before, after, dispose } = await surrounded(subject().samples.typical);
    const expected = tabbable(it.el);
    assert.isAbove(expected.length, 0, "nothing in it takes the focus");
    before.focus();
    for (const [key, end] of [
      ["Tab", after],
      ["Shift+Tab", before],
    ] as const) {
      const met = new Set<Element>();
      for (let n = 0; focused() !== end; n++) {
        assert.isAtMost(n, expected.length * 2 + 10, `${key} is trapped at ${focused().outerHTML.slice(0, 200)}`);
        if (key === "Shift+Tab") await sendKeys({ down: "Shift" });
        await sendKeys({ press: "Tab" });
        if (key === "Shift+Tab") await sendKeys({ up: "Shift" });
        met.add(focused());
      }
      const missed = expected.filter((each) => each.isConnected && !met.has(each));
      assert.deepEqual(
        missed.map((each) => each.outerHTML.slice(0, 200)),
        [],
        `${key} misses them`,
      );
    }
    dispose();
  });

  it("shows where the focus is", async () => {
    const { it, before, after, dispose } = await surrounded(subject().samples.typical);
    before.focus();
    for (let n = 0; n < 50; n++) {
      await sendKeys({ press: "Tab" });
      const at = focused();
      if (at === after) break;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(at);
      const seen = (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none";
      const around = at.closest(":has(:focus-visible)[class]");
      const shadow = around && getComputedStyle(around);
      const aroundSeen = shadow && (shadow.outlineStyle !== "none" || shadow.boxShadow !== "none");
      assert.isTrue(seen || Boolean(aroundSeen), `no focus ring on ${at.outerHTML.slice(0, 200)}`);
    }
    assert.isTrue(it.el.isConnected);
    dispose();
  });

  it("keeps plain keys from the notebook's shortcuts, and breaks at none", async () => {
    const { it, before, dispose } = await surrounded(subject().samples.typical);
    const leaked: string[] = [];
    const note = (event: KeyboardEvent) => leaked.push(event.key);
    document.addEventListener("keydown", note);
    for (let stop = 0; stop < Math.min(4, tabbable(it.el).length); stop++) {
      before.focus();
      for (let n = 0; n <= stop; n++) await sendKeys({ press: "Tab" });
      leaked.length = 0;
      for (const key of ["ArrowRight", "ArrowDown", "Home", "End", "d", "PageUp", "Delete", "Space", "Enter"]) {
        if (!it.el.isConnected || focused() === document.body || focused().tagName === "BUTTON") continue;
        await sendKeys({ press: key });
      }
      assert.deepEqual(leaked, [], `keys leaked from stop ${stop + 1}`);
    }
    document.removeEventListener("keydown", note);
    await it.settled();
    assert.isUndefined(it.error);
    dispose();
  });
}
