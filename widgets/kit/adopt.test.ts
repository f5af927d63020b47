import { expect } from "@open-wc/testing";
import { adopt } from "./adopt.ts";

/** A host's model that knows `_front`, and what it was told. */
function host() {
  const said: unknown[] = [];
  const state: Record<string, unknown> = { _front: "" };
  const model = {
    get: (name: string) => state[name],
    set: (name: string, value: unknown) => void (state[name] = value),
    save_changes: () => void said.push(state["_front"]),
  };
  return { said, props: { model, el: document.createElement("div"), experimental: { invoke: () => {} } } };
}

describe("an adopted front end", () => {
  it("hands on what the host gives and what the hooks return, and says once that it is mounted", async () => {
    const { said, props } = host();
    const seen: unknown[] = [];
    const end = () => {};
    const hooks = await adopt({
      initialize: (each) => (seen.push(each), { exported: 1 }),
      render: (each) => (seen.push(each), end),
    })();
    expect(await hooks.initialize(props)).to.deep.equal({ exported: 1 });
    expect(await hooks.render(props)).to.equal(end);
    expect(await hooks.render(props)).to.equal(end);
    expect(seen.every((each) => each === props)).to.equal(true);
    expect(said).to.deep.equal(["mounted"]);
  });

  it("asks a factory anew for each model", async () => {
    let made = 0;
    const front = adopt(async () => {
      const mine = ++made;
      return { render: () => mine };
    });
    const [one, other] = [await front(), await front()];
    expect([
      await one.render(host().props),
      await other.render(host().props),
      await one.render(host().props),
    ]).to.deep.equal([1, 2, 1]);
  });

  it("says an error of each hook and of the factory, shows it as text, and can mount after it", async () => {
    const fail = () => {
      throw new Error("<b>no</b>");
    };
    for (const own of [
      { render: fail },
      { initialize: fail, render: () => {} },
      fail,
      () => Promise.reject(new Error("<b>no</b>")),
    ]) {
      const { said, props } = host();
      const hooks = await adopt(own as Parameters<typeof adopt>[0])();
      await hooks.initialize(props);
      await hooks.render(props);
      expect(said).to.deep.equal(["error: Error: <b>no</b>"]);
      expect(props.el.querySelector("[role=alert]")?.textContent).to.contain("<b>no</b>");
    }
    const { said, props } = host();
    let broken = true;
    const hooks = await adopt({ render: () => broken && fail() })();
    await hooks.render(props);
    broken = false;
    await hooks.render(props);
    expect(said).to.deep.equal(["error: Error: <b>no</b>", "mounted"]);
  });

  it("says nothing for a view that is gone, and what is missing where there are no hooks", async () => {
    const { said, props } = host();
    const gone = { ...props, signal: AbortSignal.abort() };
    await (await adopt({ render: () => {} })()).render(gone);
    await (await adopt({ render: () => Promise.reject(new Error("aborted")) })()).render(gone);
    expect(said).to.deep.equal([]);
    await (await adopt({})()).render(props);
    expect(said).to.deep.equal(["error: TypeError: The front end gave neither render nor initialize."]);
  });

  it("stands a host that cannot send", async () => {
    const { props } = host();
    const deaf = {
      ...props.model,
      save_changes: () => {
        throw new Error("closed");
      },
    };
    await (await adopt({ render: () => {} })()).render({ ...props, model: deaf });
  });
});
