import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  startProgram,
  type RunningProgram,
} from "@altostrata/maintain/programs/running-program.ts";
import { waitUntil } from "../wait-until.ts";

/** A machine of its own: processes, mounts, network and host name are invisible to every other machine. */
export interface Machine {
  readonly name: string;
  /** The machine's disk; other machines see the same path. */
  readonly folder: string;
  /** Process ID of its first process. The kernel ends all others with it, however deep they were started. */
  readonly pid: number;
  readonly start: (program: MachineProgram) => RunningProgram;
  /** Runs a command to its end and returns its standard output; throws when it fails. */
  readonly run: (command: readonly string[]) => string;
  /** Powers the machine off: nothing gets time to say goodbye. */
  readonly stop: () => Promise<void>;
}

interface MachineProgram {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
}

const namespaces = ["--net", "--mount", "--pid", "--uts"];

/** Starts an empty machine whose only network is loopback. Its `/run`, `/var/lib` and `/var/log` are its own. */
export async function startMachine(name: string, folder: string): Promise<Machine> {
  for (const part of ["lib", "log"]) mkdirSync(join(folder, part), { recursive: true });
  const unshare = spawn("unshare", [...unshareOptions, "bash", "-c", firstProcess, name, folder], {
    // The first process reads from this pipe, so the machine ends even when this process is killed.
    stdio: ["pipe", "pipe", "inherit"],
  });
  await once(unshare.stdout, "data");
  const pid = await waitUntil(`machine ${name}`, () => childOf(unshare.pid ?? 0));
  const inside = ["--target", String(pid), ...namespaces, "--"];
  return {
    name,
    folder,
    pid,
    start: (program) =>
      startProgram({
        name: program.name,
        program: "nsenter",
        args: [...inside, program.program, ...program.args],
        folder,
      }),
    run: (command) => output("nsenter", [...inside, ...command]),
    stop: async () => powerOff(unshare),
  };
}

const unshareOptions = [...namespaces, "--fork", "--kill-child", "--mount-proc"];

const firstProcess = `
set -e
mount -t tmpfs tmpfs /run
mount --bind "$1/lib" /var/lib
mount --bind "$1/log" /var/log
hostname "$0"
ip link set lo up
sysctl -qw net.ipv4.ip_forward=1
echo started
read -r _ || true
`;

/** Runs a program and returns its standard output; throws with its messages when it fails. */
export function output(program: string, args: readonly string[]): string {
  const result = spawnSync(program, args, { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  if (result.error !== undefined) throw result.error;
  if (result.status === 0) return result.stdout;
  throw new Error(`"${[program, ...args].join(" ")}" failed: ${result.stderr}${result.stdout}`);
}

function childOf(pid: number): number | undefined {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim();
  return children === "" ? undefined : Number(children);
}

async function powerOff(unshare: ChildProcess): Promise<void> {
  if (unshare.exitCode !== null || unshare.signalCode !== null) return;
  const end = once(unshare, "exit");
  unshare.kill("SIGKILL");
  await end;
}
