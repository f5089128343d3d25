import type { RunStep } from "@altostrata/pipeline";

/** How long a run is silent, and how often its line is written, in milliseconds. */
const initialDelay = 1000;
const updateInterval = 100;

const names: Readonly<Record<RunStep, string>> = {
  load: "reading files",
  schema: "checking files",
  resolve: "resolving",
  render: "rendering",
  manifests: "checking manifests",
  policy: "evaluating rules",
};

/** Where progress is written and what time it is; the terminal and the clock of this process outside of tests. */
interface ProgressContext {
  readonly stream: { readonly isTTY?: boolean; write: (text: string) => unknown };
  readonly now: () => number;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** A line on the terminal that says what a run is doing, and its removal. */
export interface Progress {
  readonly onProgress: (step: RunStep, done: number, all: number) => void;
  /** Takes the line away; to be called before anything else is written. */
  readonly clear: () => void;
}

/**
 * One line on standard error, from the first second on, written over itself. Only on a terminal that can: never in a pipe, a
 * log or a build.
 */
export function showProgress(context: ProgressContext = thisProcess): Progress {
  const { stream, now, environment } = context;
  const shown = stream.isTTY === true && environment["TERM"] !== "dumb" && !environment["CI"];
  let next = now() + initialDelay;
  let visible = false;
  return {
    onProgress: (step, done, all) => {
      if (!shown || now() < next) return;
      next = now() + updateInterval;
      visible = true;
      const count = all > 1 ? ` ${done + 1} of ${all}` : "";
      stream.write(`\r\u001B[K${names[step]}${count}`);
    },
    clear: () => {
      if (visible) stream.write("\r\u001B[K");
      visible = false;
    },
  };
}

const thisProcess: ProgressContext = {
  stream: process.stderr,
  now: () => performance.now(),
  environment: process.env,
};
