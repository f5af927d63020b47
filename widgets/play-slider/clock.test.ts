import { assert } from "@open-wc/testing";
import { advance, type Repeat } from "./advance.ts";
import { Clock } from "./clock.ts";

describe("a play", () => {
  const run = (repeat: Repeat, from: number, steps: number, count = 3) => {
    const seen: number[] = [];
    let place = { index: from, way: 1 as 1 | -1, playing: true };
    for (let n = 0; n < steps && place.playing; n++) {
      place = advance(place.index, place.way, count, repeat);
      seen.push(place.index);
    }
    return seen;
  };

  it("ends with the last step, begins again, or turns round without showing an end twice", () => {
    assert.deepEqual(run("once", 0, 9), [1, 2]);
    assert.deepEqual(run("loop", 1, 5), [2, 0, 1, 2, 0]);
    assert.deepEqual(run("bounce", 1, 6), [2, 1, 0, 1, 2, 1]);
    assert.deepEqual(run("bounce", 0, 4, 2), [1, 0, 1, 0]);
    for (const repeat of ["once", "loop", "bounce"] as const) assert.isFalse(advance(0, 1, 1, repeat).playing);
  });
});

describe("the clock of a play", () => {
  const real = { raf: window.requestAnimationFrame, caf: window.cancelAnimationFrame, now: performance.now };
  let frames: Map<number, FrameRequestCallback>;
  let now: number;
  let ticks: number[];
  let may: boolean;
  let hidden: boolean;

  const make = () => {
    const events = new EventTarget();
    const host = {
      isConnected: true,
      addController() {},
      attempt: (work: () => void) => work(),
      listen: (_: EventTarget, type: string, work: () => void) => events.addEventListener(type, work),
    };
    const clock = new Clock(
      host as never,
      () => ticks.push(now),
      () => may,
    );
    clock.hostConnected();
    return { clock, events };
  };
  /** Frames of 10 ms until a time. */
  const until = (time: number, by = 10) => {
    while (now < time) {
      now += by;
      const due = [...frames.values()];
      frames.clear();
      for (const each of due) each(now);
    }
  };

  beforeEach(() => {
    frames = new Map();
    [now, ticks, may, hidden] = [0, [], true, false];
    let id = 0;
    window.requestAnimationFrame = (work) => (frames.set(++id, work), id);
    window.cancelAnimationFrame = (each) => void frames.delete(each);
    performance.now = () => now;
    Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
  });
  afterEach(() => {
    window.requestAnimationFrame = real.raf;
    window.cancelAnimationFrame = real.caf;
    performance.now = real.now;
    Reflect.deleteProperty(document, "hidden");
  });

  it("ticks at its interval without drifting, and asks for frames only while it runs", () => {
    const { clock } = make();
    until(50);
    assert.equal(frames.size, 0);
    clock.set(35);
    until(200);
    assert.deepEqual(ticks, [90, 120, 160, 190]);
    clock.set(0);
    assert.equal(frames.size, 0);
  });

  it("makes up for nothing that it has missed", () => {
    const { clock } = make();
    clock.set(100);
    until(500, 500);
    until(590);
    assert.deepEqual(ticks, [500]);
    until(600);
    assert.deepEqual(ticks, [500, 600]);
  });

  it("waits for what is owed, and goes on as soon as it may", () => {
    const { clock } = make();
    may = false;
    clock.set(100);
    until(350);
    assert.deepEqual(ticks, []);
    may = true;
    until(460);
    assert.deepEqual(ticks, [360, 460]);
  });

  it("stands still in a hidden page, and takes a whole interval after it", () => {
    const { clock, events } = make();
    clock.set(100);
    until(90);
    hidden = true;
    events.dispatchEvent(new Event("visibilitychange"));
    assert.equal(frames.size, 0);
    until(1000);
    hidden = false;
    events.dispatchEvent(new Event("visibilitychange"));
    until(1090);
    assert.deepEqual(ticks, []);
    until(1100);
    assert.deepEqual(ticks, [1100]);
  });

  it("ends with its element", () => {
    const { clock } = make();
    clock.set(100);
    clock.hostDisconnected();
    assert.equal(frames.size, 0);
  });
});
