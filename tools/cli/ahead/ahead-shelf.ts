import { readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { MessageChannel, Worker } from "node:worker_threads";
import type { Shelf } from "@altostrata/pipeline";
import {
  received,
  resultName,
  type AheadResult,
  type AheadStart,
  type AheadWork,
} from "./ahead-work.ts";

/** Fewer environments are done before a second thread has begun; with more its heap costs more than it is worth: a third of a GiB at 500. */
const fewestEnvironments = 32;
const mostEnvironments = 250;
/** As many environments as this one must be new, for what is known already needs no help. */
const leastMisses = 4;

/** What depends on the machine, and is chosen in tests. */
export interface ProgressContext {
  readonly cores: number;
  /** In how large an estate a second thread is worth it. */
  readonly isWorthIt: (environments: number) => boolean;
  readonly start: (work: AheadWork) => Helper;
}

/** A second thread. */
export interface Helper {
  /** What it brought since it was last asked. */
  readonly receive: () => readonly AheadResult[];
  readonly tellDone: (name: string) => void;
  readonly end: () => void;
}

/** A shelf with the end of whoever fills it. */
export interface AheadShelf extends Shelf {
  readonly close: () => void;
}

/**
 * A shelf that a second thread fills: once several environments had to be judged it does the same run from the last environment
 * on, and the two meet. Whatever it does not bring is done here, so that nothing but time depends on it.
 */
export function aheadShelf(
  work: AheadWork,
  below: Shelf | undefined,
  context: Partial<ProgressContext> = {},
): AheadShelf {
  const { cores, isWorthIt, start } = { ...thisMachine(), ...context };
  const helps = cores > 1 && isWorthIt(countEnvironments(work.estate));
  const brought = new Map<string, unknown>();
  let misses = 0;
  let helper: Helper | undefined;
  return {
    find: (key) => {
      for (const { name, value } of helper?.receive() ?? []) brought.set(name, value);
      const name = resultName(key);
      const found = brought.get(name) ?? below?.find(key);
      brought.delete(name);
      if (found === undefined && key[0] === "judged") misses += 1;
      if (helps && misses === leastMisses) helper ??= start(work);
      return found;
    },
    put: (key, value) => {
      helper?.tellDone(resultName(key));
      below?.put(key, value);
    },
    close: () => helper?.end(),
  };
}

function thisMachine(): ProgressContext {
  return {
    cores: availableParallelism(),
    isWorthIt: (environments) =>
      environments >= fewestEnvironments && environments <= mostEnvironments,
    start: startHelper,
  };
}

function countEnvironments(estate: string): number {
  try {
    return readdirSync(join(estate, "environments")).length;
  } catch {
    // The run says what is wrong with the folder.
    return 0;
  }
}

function startHelper(work: AheadWork): Helper {
  const { port1: here, port2: port } = new MessageChannel();
  const start: AheadStart = { work, port };
  const thread = new Worker(new URL("ahead-thread.ts", import.meta.url), {
    workerData: start,
    transferList: [port],
    // What it would say, the run of this thread says.
    stdout: true,
    stderr: true,
    resourceLimits: { maxYoungGenerationSizeMb: 48 },
  });
  // The run of this thread meets the same fault, if it is one.
  thread.on("error", () => undefined);
  thread.unref();
  here.unref();
  return {
    receive: () => received<AheadResult>(here),
    tellDone: (name) => here.postMessage(name),
    end: () => {
      here.close();
      void thread.terminate();
    },
  };
}
