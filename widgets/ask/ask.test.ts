import { assert } from "@open-wc/testing";
import { sendKeys } from "@web/test-runner-commands";
import {
  all,
  approve,
  body,
  choose,
  clean,
  click,
  ended,
  last,
  names,
  note,
  one,
  press,
  problem,
  several,
  show,
  tick,
  write,
} from "./driver.ts";
import type { AskElement } from "./element.ts";

describe("ask", () => {
  afterEach(clean);

  it("approves at one click, and says so once", async () => {
    const it = await show([approve]);
    assert.deepEqual(names(it), ["Reject", "Approve"]);
    await click(it, "Approve");
    assert.deepEqual(ended(it), [{ answers: { ok: { approved: true, reason: "" } }, status: "answered" }]);
    assert.include(body(it), "Approve");
  });

  it("leaves out a reason that is empty already, and asks for one on rejecting", async () => {
    const it = await show([approve]);
    await click(it, "Reject");
    assert.deepEqual(ended(it), []);
    await write(it, "Not on a Friday.");
    await click(it, "Submit");
    assert.deepEqual(it.element.answers, { ok: { approved: false, reason: "Not on a Friday." } });
    assert.equal(body(it), "Delete 3 rows? Reject: Not on a Friday.");
  });

  it("insists on a reason that is required", async () => {
    const it = await show([{ ...approve, reason: "required" }]);
    await click(it, "Reject");
    await click(it, "Submit");
    assert.deepEqual([problem(it), ended(it)], ["Say why.", []]);
    await write(it, "Because.");
    assert.equal(problem(it), "");
    await press(it, "Control+Enter");
    assert.equal(it.element.status, "answered");
  });

  it("asks to approve or reject before it goes on by a key", async () => {
    const it = await show([approve]);
    one(it, ".body").focus();
    await press(it, "Control+Enter");
    assert.deepEqual([problem(it), ended(it)], ["An answer is needed.", []]);
  });

  it("rejects at one click where there is no reason", async () => {
    const it = await show([{ ...approve, reason: "none", yes: "Run it", no: "Stop" }]);
    assert.deepEqual(names(it), ["Stop", "Run it"]);
    await click(it, "Stop");
    assert.deepEqual(it.element.answers, { ok: { approved: false, reason: "" } });
  });

  it("takes the second click of a double click for a slip", async () => {
    const it = await show(several);
    await click(it, "Approve", { detail: 2 });
    assert.deepEqual(it.sent, []);
  });

  it("leads through several questions to a review, and sends the answers together", async () => {
    const it = await show(several);
    assert.equal(one(it, ".place").textContent, "1 / 3");
    await click(it, "Approve");
    assert.include(body(it), "Which join?");
    await tick(it, 1);
    await click(it, "Next");
    await click(it, "Review");
    assert.equal(one(it, ".place").textContent, "Review");
    assert.equal(body(it), "Delete 3 rows? Approve Change Which join? inner Change Anything else? No answer Change");
    assert.deepEqual(ended(it), []);
    await click(it, "Submit");
    assert.deepEqual(ended(it), [
      { answers: { ok: { approved: true, reason: "" }, join: "inner", note: null }, status: "answered" },
    ]);
  });

  it("goes by the keyboard alone", async () => {
    const it = await show([choose, note]);
    one(it, ".body").focus();
    await press(it, "Tab", "Space", "ArrowDown", "Enter");
    assert.include(body(it), "Anything else?");
    await sendKeys({ type: "No" });
    await press(it, "Enter", "Control+Enter");
    assert.deepEqual(it.element.answers, { join: "inner", note: "No" });
  });

  it("has the focus on the next question, never on a button that a second Enter would press", async () => {
    const it = await show([approve, { ...approve, id: "too" }]);
    const button = all(it, "button").find((each) => each.textContent!.trim() === "Approve")!;
    button.focus();
    await press(it, "Enter", "Enter", "Enter");
    assert.equal(it.element.renderRoot.activeElement, one(it, ".body"));
    assert.deepEqual(Object.keys(it.element.draft), ["ok"]);
  });

  it("changes one answer from the review, and comes back to it", async () => {
    const it = await show(several, { draft: { ok: { approved: true, reason: "" }, join: "left", note: null } });
    assert.equal(one(it, ".place").textContent, "Review");
    one(it, "[aria-label='Change answer 2']").click();
    await it.settled();
    await tick(it, 1);
    await click(it, "Next");
    await click(it, "Review");
    await click(it, "Submit");
    assert.equal(it.element.answers.join, "inner");
  });

  it("keeps what is filled in over a reload, and opens at what is open", async () => {
    const it = await show(several);
    await click(it, "Approve");
    await tick(it, 0);
    await click(it, "Next");
    await write(it, "half a sent");
    window.dispatchEvent(new Event("pagehide"));
    const kept = Object.assign({}, ...it.sent) as Record<string, unknown>;
    assert.deepEqual(kept.draft, { ok: { approved: true, reason: "" }, join: "left", note: "half a sent" });
    const again = await show(several, { draft: { ok: { approved: true, reason: "" } } });
    assert.include(body(again), "Which join?");
  });

  it("keeps what is typed after a pause, in the field as it was typed", async () => {
    const it = await show([{ id: "n", kind: "number", text: "How many?" }]);
    await write(it, "1,000.0");
    while (!last(it)) await new Promise(requestAnimationFrame);
    assert.deepEqual(last(it), { draft: { n: 1000 } });
    assert.equal((one(it, "input") as HTMLInputElement).value, "1,000.0");
  });

  it("is answered after a reload, and can be opened again with what was said", async () => {
    const answers = { ok: { approved: false, reason: "No." } };
    const it = await show([approve], { answers, status: "answered" });
    assert.equal(body(it), "Delete 3 rows? Reject: No.");
    await click(it, "Change the answer");
    assert.deepEqual(last(it), { status: "open", answers: {}, draft: answers });
    assert.equal((one(it, "textarea") as HTMLTextAreaElement).value, "No.");
    await click(it, "Approve");
    assert.deepEqual(it.element.answers, { ok: { approved: true, reason: "" } });
  });

  it("stays closed where it is told to", async () => {
    const it = await show([approve], { status: "answered", allow_reopen: false });
    assert.deepEqual(names(it), []);
  });

  it("takes a no for an answer, with a reason", async () => {
    const it = await show(several);
    await click(it, "Decline…");
    await write(it, "Ask Ada.");
    await click(it, "Decline");
    assert.deepEqual(ended(it), [{ status: "declined", reason: "Ask Ada." }]);
    assert.equal(body(it), "Ask Ada.");
    await click(it, "Answer after all");
    assert.deepEqual([it.element.status, it.element.reason], ["open", ""]);
  });

  it("cannot be declined where that is not allowed, nor where rejecting says it all", async () => {
    const it = await show(several, { allow_decline: false });
    assert.notInclude(names(it), "Decline…");
    assert.notInclude(names(await show([approve])), "Decline…");
  });

  it("starts anew when the kernel asks something else or asks again", async () => {
    const it = await show([approve], { status: "answered", answers: { ok: { approved: true, reason: "" } } });
    await it.receive({ questions: [choose], answers: {}, status: "open", draft: {} });
    assert.include(body(it), "Which join?");
    assert.deepEqual(it.sent, []);
  });

  it("is not torn by what the kernel sends while a person types", async () => {
    const it = await show([note]);
    await write(it, "Mine");
    await it.receive({ draft: { note: "Theirs" } });
    assert.equal((one(it, "input") as HTMLInputElement).value, "Mine");
  });

  it("shows line breaks and code, and never markup", async () => {
    const text = "Run `rm -r` <b>now</b>?\nReally?\n```sh\nrm -r x\n  y\n```\nDone *it*.";
    const it = await show([{ text }]);
    assert.deepEqual(
      all(it, "code").map((each) => each.textContent),
      ["rm -r"],
    );
    assert.deepEqual(
      all(it, "pre").map((each) => each.textContent),
      ["rm -r x\n  y"],
    );
    assert.include(one(it, ".text").innerText, "Run rm -r <b>now</b>?\nReally?");
    assert.isTrue(one(it, ".text span").innerText.endsWith("Done *it*."));
    assert.isTrue(one(it, ".text span").textContent!.startsWith("Run "));
  });

  it("works with questions named as what every object has", async () => {
    const it = await show([
      { id: "constructor", text: "One?" },
      { id: "__proto__", text: "Two?", required: false },
    ]);
    await write(it, "x");
    await press(it, "Enter", "Enter", "Control+Enter");
    assert.equal(JSON.stringify(it.element.answers), '{"constructor":"x","__proto__":null}');
  });

  it("shows two views of one question the same", async () => {
    const it = await show([choose]);
    const view = await it.view();
    await tick(it, 1);
    await it.settled();
    const radios = [...(view.element as AskElement).renderRoot.querySelectorAll<HTMLInputElement>("[type=radio]")];
    assert.deepEqual(
      radios.map((each) => each.checked),
      [false, true],
    );
    view.remove();
  });
});
