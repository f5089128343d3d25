import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { MessageChannel } from "node:worker_threads";
import { beforeAll, describe, expect, it } from "vitest";
import {
  createMemory,
  folderOnDisk,
  loadPolicies,
  run,
  workTreeReader,
} from "@altostrata/pipeline";
import { aheadShelf, type Helper } from "./ahead-shelf.ts";
import { received, resultName, type AheadResult } from "./ahead-work.ts";
import { workAhead } from "./work-ahead.ts";

const estate = join(import.meta.dirname, "../../..");
const asOf = "2026-11-24";
const work = { estate, asOf, cache: false };

/** What a run of one thread keeps, in the order of its environments; keys of what is judged. */
const kept = new Map<string, unknown>();
const judged: (readonly string[])[] = [];

beforeAll(async () => {
  const memory = createMemory({
    find: () => undefined,
    put: (key, value) => {
      kept.set(resultName(key), value);
      if (key[0] === "judged") judged.push(key);
    },
  });
  const policies = await loadPolicies(folderOnDisk(join(estate, "policies")));
  await run({ reader: workTreeReader(estate), policies, asOf, memory });
}, 60_000);

describe("a thread that works ahead", () => {
  it(
    "brings what a run alone finds, from the last environment on",
    { timeout: 60_000 },
    async () => {
      const { port1: here, port2: there } = new MessageChannel();
      await workAhead(work, there);
      const results = received<AheadResult>(here);
      for (const { name, value } of results) expect(value).toEqual(kept.get(name));
      const order = results.map(({ name }) => name).filter((name) => name.startsWith("judged"));
      expect(order).toEqual(judged.map((key) => resultName(key)).reverse());
    },
  );

  it("ends where the run has come to", { timeout: 60_000 }, async () => {
    const { port1: here, port2: there } = new MessageChannel();
    const [last, ...before] = judged.toReversed();
    for (const key of before) here.postMessage(resultName(key));
    await workAhead(work, there);
    const names = received<AheadResult>(here).map(({ name }) => name);
    expect(names.filter((name) => name.startsWith("judged"))).toEqual([resultName(last ?? [])]);
  });

  it("is a thread indeed", { timeout: 60_000 }, async () => {
    const shelf = aheadShelf(work, undefined, { cores: 2, isWorthIt: () => true });
    for (const name of ["one", "two", "three", "four"]) shelf.find(["judged", name]);
    const last = judged.at(-1) ?? [];
    let found = shelf.find(last);
    while (found === undefined) {
      await wait(20);
      found = shelf.find(last);
    }
    shelf.close();
    expect(found).toEqual(kept.get(resultName(last)));
  });
});

describe("aheadShelf", () => {
  function started(cores: number, isWorthIt: (environments: number) => boolean) {
    const calls: string[] = [];
    const helper: Helper = {
      receive: () => [{ name: "judged\0a", value: "brought" }],
      tellDone: (name) => calls.push(`done ${name}`),
      end: () => calls.push("end"),
    };
    const start = () => {
      calls.push("start");
      return helper;
    };
    const below = new Map([["judged\0b", "below"]]);
    const shelf = aheadShelf(
      work,
      {
        find: (key) => below.get(resultName(key)),
        put: (key, value) => below.set(resultName(key), String(value)),
      },
      { cores, isWorthIt, start },
    );
    return { shelf, calls, below };
  }

  const miss = (shelf: { find: (key: string[]) => unknown }, times: number) =>
    Array.from({ length: times }, (_, index) => shelf.find(["judged", `new ${index}`]));

  it.each([
    ["on one core", 1, () => true],
    ["where it is not worth it", 2, (environments: number) => environments > 1_000],
  ])("starts no thread %s", (_, cores, isWorthIt) => {
    const { shelf, calls } = started(cores, isWorthIt);
    miss(shelf, 10);
    shelf.close();
    expect(calls).toEqual([]);
  });

  it("starts none while nearly all is known", () => {
    const { shelf, calls } = started(2, () => true);
    miss(shelf, 3);
    for (let times = 0; times < 20; times += 1) {
      expect(shelf.find(["judged", "b"])).toBe("below");
      shelf.find(["checked", "c"]);
    }
    expect(calls).toEqual([]);
  });

  it("gives what the thread brought, and tells it what is done", () => {
    const { shelf, calls, below } = started(2, () => true);
    miss(shelf, 4);
    expect(shelf.find(["judged", "a"])).toBe("brought");
    shelf.put(["judged", "c"], "own");
    shelf.close();
    expect(calls).toEqual(["start", "done judged\0c", "end"]);
    expect(below.get("judged\0c")).toBe("own");
  });
});
