import type { RunStep } from "@altostrata/pipeline";

/** The delay before the first update and the time between updates, in milliseconds. */
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

/** The output stream, the clock and the environment; replaced in tests. */
interface ProgressContext {
  readonly stream: { readonly isTTY?: boolean; write: (text: string) => unknown };
  readonly now: () => number;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** A progress line on the terminal. */
export interface Progress {
  readonly onProgress: (step: RunStep, done: number, all: number) => void;
  /** Removes the line. Call it before any other output. */
  readonly clear: () => void;
}

/**
 * Shows one line on standard error after the first second and updates it in place. Only on a capable terminal, never in
 * a pipe, log or build.
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
