import type { MessagePort } from "node:worker_threads";
import { openStates } from "@altostrata/git";
import {
  createMemory,
  openRun,
  workTreeReader,
  type OpenRun,
  type RunMemory,
  type Shelf,
} from "@altostrata/pipeline";
import { openShelf } from "../cache/open-shelf.ts";
import { readPolicies } from "../files/read-policies.ts";
import { received, resultName, type AheadResult, type AheadWork } from "./ahead-work.ts";

/** The other thread has come to where this one is. */
class Met extends Error {}

/** Judges the environments from the last one on, and hands over all that is kept, until the threads meet. */
export async function workAhead(own: AheadWork, to: MessagePort): Promise<void> {
  const runs = await openRuns(own, memoryFor(own, to));
  const names = new Set(runs.flatMap(({ environments }) => environments));
  try {
    for (const environment of [...names].sort().reverse())
      for (const run of runs) run.judge(environment);
  } catch (error) {
    if (!(error instanceof Met)) throw error;
  }
}

async function openRuns(
  { estate, asOf, states }: AheadWork,
  memory: RunMemory,
): Promise<readonly OpenRun[]> {
  if (states === undefined) {
    const policies = await readPolicies(estate);
    return [await openRun({ reader: workTreeReader(estate), policies, asOf, memory })];
  }
  const { base, head, unknownKeysOfBase } = states;
  const { before, after } = await openStates({
    estate,
    asOf,
    memory,
    ...(base === undefined ? {} : { base }),
    ...(head === undefined ? {} : { head }),
    ...(unknownKeysOfBase === undefined ? {} : { unknownKeysOfBase }),
  });
  return [before, after];
}

/** What is handed over need not stay here: of environments the last few results do, for the two sides of a comparison share them. */
function memoryFor({ cache }: AheadWork, to: MessagePort): RunMemory {
  const below = openShelf(cache);
  const done = new Set<string>();
  const shelf: Shelf = {
    find: (key) => {
      for (const name of received<string>(to)) done.add(name);
      if (isOfEnvironment(key) && done.has(resultName(key))) throw new Met();
      return below?.find(key);
    },
    put: (key, value) => {
      below?.put(key, value);
      const result: AheadResult = { name: resultName(key), value };
      to.postMessage(result);
    },
  };
  const shared = createMemory(shelf);
  let lately = createMemory(shelf);
  let kept = 0;
  const memoryOf = (key: readonly string[]): RunMemory => {
    if (!isOfEnvironment(key)) return shared;
    kept += 1;
    if (kept % 32 === 0) lately = createMemory(shelf);
    return lately;
  };
  return {
    recall: (key, make) => memoryOf(key).recall(key, make),
    keep: (key, ...rest) => memoryOf(key).keep(key, ...rest),
  };
}

/** Whether a result is of the work on one environment: what comes before, both threads do. */
function isOfEnvironment([kind = ""]: readonly string[]): boolean {
  return ["targets", "checked", "judged"].includes(kind);
}
