import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A running server; `log` returns the end of its output. */
export interface RunningProgram {
  readonly hasEnded: () => boolean;
  readonly log: () => string;
  readonly stop: () => Promise<void>;
}

export interface ProgramStart {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
  /** The file for its log. */
  readonly folder: string;
}

/** Starts a server in the background. It ends together with this process, however this process ends. */
export function startProgram(start: ProgramStart): RunningProgram {
  const logFile = join(start.folder, `${start.name}.log`);
  const output = openSync(logFile, "w");
  const child = spawn(start.program, start.args, {
    stdio: ["ignore", output, output],
    cwd: start.folder,
  });
  closeSync(output);
  const killNow = (): void => void child.kill("SIGKILL");
  process.once("exit", killNow);
  let ended = false;
  const end = new Promise<void>((resolve) => {
    const finish = (): void => {
      ended = true;
      process.off("exit", killNow);
      resolve();
    };
    child.once("exit", finish);
    child.once("error", finish);
  });
  return {
    hasEnded: () => ended,
    log: () => readFileSync(logFile, "utf8").split("\n").slice(-20).join("\n"),
    stop: async () => {
      if (!ended) child.kill("SIGTERM");
      const force = setTimeout(killNow, 5_000);
      await end;
      clearTimeout(force);
    },
  };
}
