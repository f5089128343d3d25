import { randomBytes } from "node:crypto";
import {
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { threadId } from "node:worker_threads";
import { createRedactor, digestOf, type Redactor, type Store } from "@altostrata/pipeline";
import { removeOldest } from "./remove-oldest.ts";

/** Larger records are neither written nor read. */
const largestRecord = 32 * 1024 * 1024;
const day = 86_400_000;

/** A store with what happens to it at the end of a process. */
export interface FolderStore extends Store {
  /** Makes room, when something was put. */
  readonly close: () => void;
}

/**
 * A store of files in a folder that belongs to this user alone; undefined where there is no such folder and none can be made. A
 * record is read only when its digest fits its content, its key and the tools; what is damaged, foreign or unreadable is as good as
 * absent. Nothing that looks like a credential is written.
 */
export function folderStore(folder: string, toolsDigest: string): FolderStore | undefined {
  if (!isOwnFolder(folder)) return undefined;
  const { object: redact } = createRedactor(randomBytes(32));
  let puts = 0;
  const nameOf = (key: readonly string[]): string => digestOf(toolsDigest, ...key);
  return {
    find: (key) => readRecord(join(folder, nameOf(key)), nameOf(key)),
    put: (key, value) => {
      const json = printHarmless(value, redact);
      if (json === undefined) return;
      const name = nameOf(key);
      puts += writeRecord(join(folder, name), headOf(name, json) + json) ? 1 : 0;
    },
    close: () => {
      if (puts > 0) removeOldest(folder);
    },
  };
}

/** JSON text of a value; undefined where anything in it would be redacted in a report, and where it cannot be printed. */
function printHarmless(value: unknown, redact: Redactor["object"]): string | undefined {
  try {
    const json = JSON.stringify({ value });
    if (json.length > largestRecord) return undefined;
    return JSON.stringify(redact({ value })) === json ? json : undefined;
  } catch {
    // Nested too deep.
    return undefined;
  }
}

/** Whoever else could write there could say what a run finds. */
function isOwnFolder(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const { uid, mode } = statSync(folder);
    const user = process.getuid?.();
    return user === undefined || (uid === user && (mode & 0o022) === 0);
  } catch {
    return false;
  }
}

/** The first line of a record: the digest of its name and of the lines after it. */
function headOf(name: string, json: string): string {
  return `${digestOf(name, json)}\n`;
}

function readRecord(path: string, name: string): unknown {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (!stats?.isFile() || stats.size > largestRecord) return undefined;
    const text = readFileSync(path, "utf8");
    const end = text.indexOf("\n") + 1;
    const json = text.slice(end);
    if (text.slice(0, end) !== headOf(name, json)) return undefined;
    if (Date.now() - stats.mtimeMs > day) touch(path);
    return (JSON.parse(json) as { value: unknown }).value;
  } catch {
    return undefined;
  }
}

/** What is in use is not the oldest. */
function touch(path: string): void {
  try {
    utimesSync(path, new Date(), new Date());
  } catch {
    // A folder that can only be read.
  }
}

/** Renamed into place, so that nobody reads half of it; two processes or threads write the same. */
function writeRecord(path: string, text: string): boolean {
  const temporary = `${path}.${process.pid}.${threadId}.tmp`;
  try {
    writeFileSync(temporary, text, { mode: 0o600, flag: "wx" });
    renameSync(temporary, path);
    return true;
  } catch {
    rmSync(temporary, { force: true });
    return false;
  }
}
