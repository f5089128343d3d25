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

/** Larger records are neither read nor written. */
const maxRecordBytes = 32 * 1024 * 1024;
const day = 86_400_000;

/** A store that cleans up at the end of a process. */
export interface FolderStore extends Store {
  /** Removes old records if new ones were added. */
  readonly close: () => void;
}

/**
 * Opens a store of files in a private folder of this user; undefined if there is none and none can be created. A record
 * must match the digests of its content, its key and the tools. Damaged, foreign and unreadable records are ignored.
 * Values with a credential are never written.
 */
export function folderStore(folder: string, toolsDigest: string): FolderStore | undefined {
  if (!isOwnFolder(folder)) return undefined;
  const { object: redact } = createRedactor(randomBytes(32));
  let writes = 0;
  const nameOf = (key: readonly string[]): string => digestOf(toolsDigest, ...key);
  return {
    find: (key) => readRecordFile(join(folder, nameOf(key)), nameOf(key)),
    put: (key, value) => {
      const json = printUnlessSecret(value, redact);
      if (json === undefined) return;
      const name = nameOf(key);
      writes += writeRecordFile(join(folder, name), headOf(name, json) + json) ? 1 : 0;
    },
    close: () => {
      if (writes > 0) removeOldest(folder);
    },
  };
}

/** Returns the value as JSON. Undefined if a report would redact any of it, or if it cannot be printed. */
function printUnlessSecret(value: unknown, redact: Redactor["object"]): string | undefined {
  try {
    const json = JSON.stringify({ value });
    if (json.length > maxRecordBytes) return undefined;
    return JSON.stringify(redact({ value })) === json ? json : undefined;
  } catch {
    // Nested too deep.
    return undefined;
  }
}

/** Anyone with write access could forge the findings of a run. */
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

/** Returns the first line of a record: the digest of its name and content. */
function headOf(name: string, json: string): string {
  return `${digestOf(name, json)}\n`;
}

function readRecordFile(path: string, name: string): unknown {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (!stats?.isFile() || stats.size > maxRecordBytes) return undefined;
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

/** Marks the record as recently used. */
function touch(path: string): void {
  try {
    utimesSync(path, new Date(), new Date());
  } catch {
    // The folder is read-only.
  }
}

/** The rename is atomic, so readers never see half a file. Concurrent writers write the same content. */
function writeRecordFile(path: string, text: string): boolean {
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
