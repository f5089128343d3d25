import { describe, expect, it } from "vitest";
import { idlePatches } from "./idle-patches.ts";
import { renderWeb } from "../testing/web-fixture.ts";

// Two targets of one environment; the patch is one line of the environment.
const already = { object: "Deployment/web", path: "spec.replicas", value: 1 };
const needed = { object: "Deployment/web", path: "spec.paused", value: true };

describe("idlePatches", () => {
  it("says nothing of a patch that some target needs", () => {
    const here = renderWeb([], [already]);
    // On this target the same line meets a different object.
    const there = renderWeb([{ ...already, value: 2 }], [already]);
    expect(here.patches.map(({ fate }) => fate)).toEqual(["idle"]);
    expect(there.patches.map(({ fate }) => fate)).toEqual(["reached"]);
    expect(idle([here, there])).toEqual([]);
  });

  it("tells every target of a patch that none needs", () => {
    const [here, there] = [renderWeb([], [already]), renderWeb([], [already])];
    const said = "patch-reached-nothing patch/0/value";
    expect(idle([here, there])).toEqual([said, said]);
  });

  it("says nothing while a target of the layer was not rendered", () => {
    const here = renderWeb([], [already]);
    const lines = here.patches.map(({ line }) => line);
    expect(idlePatches(() => [...lines, ...lines], here.patches)).toEqual([]);
    expect(idlePatches(() => lines, here.patches)).toHaveLength(1);
  });

  it("leaves a patch alone that has a message already", () => {
    const missing = renderWeb([], [{ ...already, object: "Deployment/wbe" }]);
    expect(missing.patches.map(({ fate }) => fate)).toEqual(["reported"]);
    expect(idle([missing, renderWeb([], [already, needed])])).toEqual([]);
  });
});

function idle(rendered: readonly ReturnType<typeof renderWeb>[]): string[] {
  const outcomes = rendered.flatMap(({ patches }) => patches);
  const lines = outcomes.map(({ line }) => line);
  return idlePatches(() => lines, outcomes).map(({ code, at }) => `${code} ${at.file}`);
}
