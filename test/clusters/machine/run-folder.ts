import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { basename, join } from "node:path";
import { findControlGroups, removeControlGroup } from "./control-groups.ts";

/** Everything that runs write: a folder per run, named after the process that owns it. */
const base = "/var/tmp/altostrata-clusters";
const groupPrefix = "altostrata-";

/** Makes this run's folder after removing what runs left behind whose process has ended. */
export async function openRunFolder(): Promise<string> {
  mkdirSync(base, { recursive: true, mode: 0o700 });
  for (const run of earlierRuns()) if (!isAlive(run)) await removeRun(run);
  const run = runName(process.pid);
  mkdirSync(join(base, run));
  return join(base, run);
}

/** Removes a run's folder and its control groups. Its processes, mounts and networks end with its first process. */
export async function closeRunFolder(folder: string): Promise<void> {
  await removeRun(folder.slice(base.length + 1));
}

/** Removes what a cloud of this run left on the disk, so that its name is free again. Its machine must have stopped. */
export async function removeCloud(folder: string, cloud: string): Promise<void> {
  const name = controlGroupOf(folder, cloud);
  for (const group of findControlGroups(name))
    if (basename(group) === name) await removeGroup(group);
  rmSync(join(folder, cloud), { recursive: true, force: true });
}

/** The control group of one cloud in this run. */
export function controlGroupOf(folder: string, cloud: string): string {
  return `${groupPrefix}${folder.slice(base.length + 1)}-${cloud}`;
}

// A run that was killed may have left control groups without a folder.
function earlierRuns(): Set<string> {
  const groups = findControlGroups(groupPrefix).map((folder) =>
    basename(folder).slice(groupPrefix.length).split("-").slice(0, 2).join("-"),
  );
  return new Set([...readdirSync(base), ...groups]);
}

// The start time tells a process from a later one with the same ID.
function runName(pid: number): string {
  return `${pid}-${startTime(pid) ?? 0}`;
}

function startTime(pid: number): string | undefined {
  try {
    const afterName = readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\) /s, "");
    return afterName.split(" ")[19];
  } catch {
    return undefined;
  }
}

function isAlive(run: string): boolean {
  const [pid = "", start = ""] = run.split("-");
  return startTime(Number(pid)) === start;
}

async function removeRun(run: string): Promise<void> {
  for (const group of findControlGroups(`${groupPrefix}${run}-`)) await removeGroup(group);
  rmSync(join(base, run), { recursive: true, force: true });
}

// Killed processes leave their control group a moment later.
async function removeGroup(folder: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return removeControlGroup(folder);
    } catch (error) {
      if (attempt === 100) throw error;
      await pause(100);
    }
  }
}
