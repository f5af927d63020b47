import { assert } from "@open-wc/testing";
import { executeServerCommand, sendKeys } from "@web/test-runner-commands";
import { host, type HostOptions, type TestHost } from "../kit/testing/index.ts";
import { PlaySliderElement } from "./element.ts";

type Player = TestHost<PlaySliderElement>;

const YEARS = { first: 1990, last: 2020, value: 1999, label: "Year", format: { useGrouping: false } };

const button = (it: Pick<Player, "element">, name: string) =>
  it.element.renderRoot.querySelector<HTMLButtonElement>(`button[aria-label="${name}"]`);
const click = (it: Player, name: string) => button(it, name)!.click();
const slider = (it: Pick<Player, "element">) => it.element.renderRoot.querySelector<HTMLInputElement>("[type=range]")!;
const field = (it: Player) => it.element.renderRoot.querySelector<HTMLInputElement>(".number-field input")!;
const choice = (it: Player, name: string) =>
  it.element.renderRoot.querySelector<HTMLSelectElement>(`select[aria-label="${name}"]`)!;
const text = (it: Player) => it.element.renderRoot.textContent!.replace(/\s+/g, " ");
const values = (it: Player) => it.sent.flatMap((each) => ("value" in each ? [each["value"]] : []));
/** Waits for what time brings. */
const until = async (true_: () => boolean): Promise<void> => {
  while (!true_()) await new Promise(requestAnimationFrame);
};

describe("play-slider", () => {
  let open: Player | undefined;
  const show = async (traits: HostOptions["traits"], options: HostOptions = {}): Promise<Player> =>
    (open = await host(PlaySliderElement, { ...options, traits }));
  const press = async (it: Player, ...keys: string[]) => {
    for (const key of keys) await sendKeys({ press: key });
    await it.settled();
  };
  afterEach(async () => {
    await executeServerCommand("inlay:media", []);
    open?.dispose();
    open = undefined;
  });

  it("shows the step with its name, place and ends", async () => {
    const it = await show(YEARS);
    assert.equal(slider(it).ariaLabel, "Year");
    assert.equal(slider(it).getAttribute("aria-valuetext"), "1999");
    assert.equal(field(it).value, "1999");
    assert.include(text(it), "10 of 31");
    assert.match(text(it), /1990 2020/);
  });

  it("says the zone of times", async () => {
    const it = await show({
      first: "2024-03-30T22:00",
      last: "2024-03-31T06:00",
      unit: "hour",
      time_zone: "Asia/Tokyo",
    });
    assert.include(text(it), "Asia/Tokyo · 1 of 9");
  });

  it("steps with the slider's keys and goes on playing with Space", async () => {
    const it = await show(YEARS);
    slider(it).focus();
    await press(it, "ArrowRight", "ArrowUp", "ArrowLeft", "End", "Home");
    assert.deepEqual(values(it), [2000, 2001, 2000, 2020, 1990]);
    await press(it, "Space");
    assert.deepEqual(it.sent.at(-1), { playing: true });
    assert.isNotNull(button(it, "Pause"));
    await press(it, "Space");
    assert.deepEqual(it.sent.at(-1), { playing: false });
  });

  it("steps by hand with its buttons, which ends the play", async () => {
    const it = await show({ ...YEARS, playing: true, speed: 0.05 });
    click(it, "Step on");
    assert.deepEqual(it.sent, [{ value: 2000, playing: false }]);
    for (const name of ["Step back", "Last step", "Step on", "First step", "Step back"]) click(it, name);
    await it.settled();
    assert.equal(it.element.value, 1990);
    await it.receive({ repeat: "loop" });
    click(it, "Step back");
    assert.equal(it.element.value, 2020);
    click(it, "Step on");
    assert.equal(it.element.value, 1990);
  });

  it("plays to the end and stops there, each step once; then from the start", async () => {
    const it = await show({ first: 1, last: 6, value: 1, speed: 30 });
    click(it, "Play");
    await until(() => !it.element.playing);
    await it.settled();
    assert.deepEqual(values(it), [2, 3, 4, 5, 6]);
    assert.isNotNull(button(it, "Play"));
    click(it, "Play");
    assert.deepEqual(it.sent.at(-1), { value: 1, playing: true });
    click(it, "Step on");
  });

  it("loops, and goes back and forth", async () => {
    const it = await show({ options: ["a", "b", "c"], value: "a", speed: 30, repeat: "loop", playing: true });
    await until(() => values(it).length >= 5);
    assert.deepEqual(values(it).slice(0, 5), ["b", "c", "a", "b", "c"]);
    await it.receive({ playing: false, value: "a", repeat: "bounce" });
    const before = values(it).length;
    await it.receive({ playing: true });
    await until(() => values(it).length >= before + 6);
    assert.deepEqual(values(it).slice(before, before + 6), ["b", "c", "b", "a", "b", "c"]);
  });

  it("is played and stopped by the notebook", async () => {
    const it = await show({ ...YEARS, value: 1990, speed: 30, repeat: "loop" });
    await it.receive({ playing: true });
    await until(() => values(it).length > 2);
    await it.receive({ playing: false });
    const sent = it.sent.length;
    for (let n = 0; n < 5; n++) await it.settled();
    assert.lengthOf(it.sent, sent);
  });

  it("advances two views by one of them", async () => {
    const it = await show({ first: 0, last: 1000, value: 0, speed: 30 });
    const second = await it.view();
    let others = 0;
    const send = second.element.send;
    second.element.send = function (this: PlaySliderElement, patch) {
      others++;
      send.call(this, patch);
    };
    click(it, "Play");
    await until(() => values(it).length >= 15);
    assert.equal(others, 0);
    assert.deepEqual(
      values(it).slice(0, 15),
      Array.from({ length: 15 }, (_, n) => n + 1),
    );
    assert.equal(slider(second).value, slider(it).value);
    click(it, "Pause");
  });

  it("is taken over by the other view when the one that leads is removed", async () => {
    const it = await show({ first: 0, last: 1000, value: 0, speed: 30 });
    const second = await it.view();
    click(it, "Play");
    await until(() => values(it).length >= 3);
    it.remove();
    const before = second.element.value as number;
    await until(() => (second.element.value as number) > before + 3);
    assert.isTrue(second.element.playing);
  });

  it("waits for a notebook that says what it takes, and for one that says nothing not", async () => {
    const it = await show({ first: 0, last: 1000, value: 0, speed: 30, taken: 0 });
    click(it, "Play");
    await until(() => values(it).length >= 3);
    // From here on the notebook answers, and is slow.
    await it.receive({ taken: it.element.value });
    const at = it.element.value as number;
    await until(() => it.element.value !== at);
    for (let n = 0; n < 20; n++) await it.settled();
    assert.equal(it.element.value, at + 1);
    await it.receive({ taken: at + 1 });
    await until(() => it.element.value === at + 2);
    await it.receive({ every_step: false });
    await until(() => (it.element.value as number) > at + 5);
    click(it, "Pause");
  });

  it("holds still while a hand is on the slider, and plays on from there", async () => {
    const it = await show({ first: 0, last: 1000, value: 0, speed: 30, repeat: "loop" });
    click(it, "Play");
    await until(() => values(it).length >= 2);
    const input = slider(it);
    input.dispatchEvent(new PointerEvent("pointerdown"));
    input.value = "500";
    input.dispatchEvent(new Event("input"));
    await it.receive({ value: 3 });
    for (let n = 0; n < 10; n++) await it.settled();
    assert.equal(it.element.value, 500);
    input.dispatchEvent(new PointerEvent("pointerup"));
    await until(() => (it.element.value as number) > 500);
    click(it, "Pause");
  });

  it("goes to what is typed: a number, a date, a label", async () => {
    const it = await show(YEARS);
    const type = async (typed: string) => {
      field(it).select();
      await sendKeys({ type: typed });
      await press(it, "Enter");
    };
    field(it).focus();
    await type("2010");
    assert.equal(it.element.value, 2010);
    await type("soon");
    assert.equal(field(it).ariaInvalid, "true");
    assert.include(text(it), "Expected 1990 to 2020.");
    await press(it, "Escape");
    assert.equal(field(it).value, "2010");
    await it.receive({ first: "2024-01-31", last: "2024-12-31", unit: "month", value: "2024-01-31", format: {} });
    await type("3/31/2024");
    assert.equal(it.element.value, "2024-03-31");
    await it.receive({ options: ["red", "green"], value: "red" });
    await type("gr");
    assert.equal(it.element.value, "green");
    await press(it, "ArrowDown");
    assert.equal(it.element.value, "red");
  });

  it("plays as fast as is chosen, and ends as is chosen", async () => {
    const it = await show({ ...YEARS, speed: 3 });
    const speed = choice(it, "Steps a second");
    assert.deepEqual(
      [...speed.options].map((each) => each.text),
      ["0.5 / s", "1 / s", "2 / s", "3 / s", "5 / s", "10 / s", "20 / s", "30 / s"],
    );
    assert.equal(speed.value, "3 / s");
    speed.selectedIndex = 5;
    speed.dispatchEvent(new Event("change"));
    const repeat = choice(it, "After the last step");
    repeat.selectedIndex = 2;
    repeat.dispatchEvent(new Event("change"));
    assert.deepEqual(it.sent, [{ speed: 10 }, { repeat: "bounce" }]);
  });

  it("plays by the notebook only with a person's Play where less motion is asked for", async () => {
    await executeServerCommand("inlay:media", [{ name: "prefers-reduced-motion", value: "reduce" }]);
    const it = await show({ ...YEARS, value: 1990, speed: 30, repeat: "loop", playing: true });
    for (let n = 0; n < 10; n++) await it.settled();
    assert.deepEqual(it.sent, []);
    assert.include(text(it), "less motion is asked for");
    click(it, "Play");
    await until(() => values(it).length > 2);
    click(it, "Pause");
    assert.deepEqual(it.sent.at(-1), { playing: false });
  });

  it("plays in an export, on its own", async () => {
    const it = await show({ first: 0, last: 5, value: 0, speed: 30 }, { mode: "export" });
    click(it, "Play");
    await until(() => it.element.value === 5);
    assert.deepEqual(it.sent, []);
  });

  it("says that there is nothing to step through", async () => {
    const it = await show({ first: "soon", last: 3, playing: true });
    assert.include(text(it), "Nothing to step through");
    assert.isTrue(slider(it).disabled);
    assert.isTrue(button(it, "Play")!.disabled);
  });
});
