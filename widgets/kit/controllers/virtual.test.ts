import { assert } from "@open-wc/testing";
import { widgetElement } from "../element.ts";
import { css, html, nothing } from "../lit.ts";
import { host } from "../testing/index.ts";
import { data, defineTraits, t } from "../traits.ts";
import { VirtualController } from "./virtual.ts";

const traits = defineTraits({ rows: data(t.int({ min: 0 }), "Number of rows.", { default: 100_000 }) });

class LongElement extends widgetElement(traits) {
  static override styles = css`
    .list {
      height: 200px;
      overflow: auto;
    }
    .list[hidden] {
      display: none;
    }
    .row {
      height: 20px;
    }
  `;
  readonly rowsInSight = new VirtualController(this, { scroller: ".list", rowHeight: 20, count: () => this.rows });
  away = false;
  folded = false;
  updates = 0;

  override render() {
    this.updates += 1;
    const { first, last, before, height } = this.rowsInSight;
    const indices = Array.from({ length: last - first }, (_, n) => first + n);
    if (this.away) return nothing;
    return html`<div class="list" ?hidden=${this.folded}>
      <div style="height:${height}px">
        <div style="transform:translateY(${before}px)">
          ${indices.map((index) => html`<div class="row" data-index=${index}>${index}</div>`)}
        </div>
      </div>
    </div>`;
  }
}

async function long(rows: number) {
  const it = await host(LongElement, { traits: { rows }, width: 300 });
  const { element } = it;
  const list = () => element.shadowRoot!.querySelector<HTMLElement>(".list")!;
  const drawn = () =>
    [...element.shadowRoot!.querySelectorAll<HTMLElement>(".row")].map((row) => Number(row.textContent));
  /** What a person sees: the rows that lie in the scroller's box, wholly or in part. */
  const seen = () => {
    const { top, bottom } = list().getBoundingClientRect();
    return [...element.shadowRoot!.querySelectorAll<HTMLElement>(".row")]
      .filter((row) => row.getBoundingClientRect().bottom > top + 1 && row.getBoundingClientRect().top < bottom - 1)
      .map((row) => Number(row.textContent));
  };
  const scroll = async (to: number) => {
    list().scrollTop = to;
    await it.settled();
    await it.settled();
  };
  const change = async (work: () => void) => {
    work();
    element.requestUpdate();
    await it.settled();
    await it.settled();
  };
  await it.settled();
  return { it, element, list, drawn, seen, scroll, change };
}
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => from + n);

describe("virtual rows", () => {
  it("draws a screenful of 100,000, and the right ones at each place", async () => {
    const { it, list, drawn, seen, scroll } = await long(100_000);
    assert.equal(list().scrollHeight, 2_000_000);
    assert.deepEqual(seen(), range(0, 10));
    for (const index of [50_000, 99_990, 7]) {
      await scroll(index * 20);
      assert.deepEqual(seen(), range(index, index + 10));
      assert.isAtMost(drawn().length, 30);
    }
    it.dispose();
  });

  it("draws all of few, and none of none", async () => {
    const { it, drawn, list } = await long(3);
    assert.deepEqual(drawn(), [0, 1, 2]);
    await it.receive({ rows: 0 });
    assert.deepEqual(drawn(), []);
    assert.equal(list().scrollHeight, 200);
    it.dispose();
  });

  it("updates only when rows come into sight that are not drawn", async () => {
    const { it, element, scroll } = await long(1000);
    const before = element.updates;
    for (let y = 1; y <= 100; y += 11) await scroll(y);
    assert.equal(element.updates, before);
    await scroll(800);
    assert.equal(element.updates, before + 1);
    it.dispose();
  });

  it("shows a row by scrolling as little as it takes", async () => {
    const { it, element, list, seen, change } = await long(1000);
    await change(() => element.rowsInSight.show(5));
    assert.equal(list().scrollTop, 0);
    await change(() => element.rowsInSight.show(12));
    assert.deepEqual(seen(), range(3, 13));
    await change(() => element.rowsInSight.show(500));
    assert.deepEqual(seen(), range(491, 501));
    await change(() => element.rowsInSight.show(495));
    assert.deepEqual(seen(), range(491, 501));
    await change(() => element.rowsInSight.show(100));
    assert.deepEqual(seen(), range(100, 110));
    await change(() => element.rowsInSight.show(5000));
    assert.deepEqual(seen(), range(990, 1000));
    assert.equal(element.rowsInSight.page, 10);
    it.dispose();
  });

  it("shows a row that has just come", async () => {
    const { it, element, seen } = await long(10);
    it.model.receive({ rows: 1000 });
    element.rowsInSight.show(999);
    await it.settled();
    assert.deepEqual(seen(), range(990, 1000));
    it.dispose();
  });

  it("stays filled when rows go while it is scrolled down", async () => {
    const { it, list, seen, scroll } = await long(1000);
    await scroll(15_000);
    await it.receive({ rows: 20 });
    await it.settled();
    assert.equal(list().scrollTop, 200);
    assert.deepEqual(seen(), range(10, 20));
    it.dispose();
  });

  it("draws more when the scroller grows", async () => {
    const { it, list, seen } = await long(1000);
    list().style.height = "600px";
    await it.settled();
    await it.settled();
    assert.deepEqual(seen(), range(0, 30));
    it.dispose();
  });

  it("follows a scroller that is hidden and shown, and one that is made anew", async () => {
    const { it, element, seen, scroll, change } = await long(1000);
    await scroll(4000);
    await change(() => {
      element.folded = true;
    });
    await change(() => element.rowsInSight.show(700));
    await change(() => {
      element.folded = false;
    });
    assert.include(seen(), 700);
    assert.lengthOf(seen(), 10);
    await change(() => {
      element.away = true;
    });
    await change(() => {
      element.away = false;
    });
    assert.deepEqual(seen(), range(0, 10));
    await scroll(4000);
    assert.deepEqual(seen(), range(200, 210));
    it.dispose();
  });

  it("shows the same rows after the element was taken out and put back", async () => {
    const { it, element, seen, scroll } = await long(1000);
    const parent = element.parentElement!;
    element.remove();
    parent.append(element);
    await it.settled();
    await scroll(2000);
    assert.deepEqual(seen(), range(100, 110));
    it.dispose();
  });
});
