import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  closeSync,
  constants,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { CannotRunError } from "../failures/cannot-run-error.ts";
import { findDestination, refuseOutside, type Destination } from "./find-destination.ts";

interface Bounds {
  /** Refuse paths outside this folder, also through links, and anything but regular files. */
  readonly within?: string | undefined;
}

/** A new text next to the file that it will replace. */
interface Prepared {
  readonly path: string;
  readonly destination: Destination;
  readonly temporary: string;
}

interface Replaced extends Destination {
  readonly old: Buffer | undefined;
}

/** Neither creates nor truncates a file that another process has open. */
const appending = constants.O_WRONLY | constants.O_APPEND;

/**
 * Writes files and their parent folders, all or none. Follows links and keeps modes. Each regular file is replaced by
 * an atomic rename; writes to devices and pipes cannot be undone. Throws CannotRunError when a write fails.
 */
export function writeFiles(texts: ReadonlyMap<string, string>, { within }: Bounds = {}): void {
  const prepared: Prepared[] = [];
  const replaced: Replaced[] = [];
  const made: string[] = [];
  let current = "";
  try {
    const streams: { path: string; text: string }[] = [];
    for (const [path, text] of texts) {
      current = path;
      const destination = openDestination(path, { within, made });
      if (destination.is === "stream") streams.push({ path, text });
      else prepareFile({ path, destination, text }, prepared);
    }
    for (const { path, text } of streams) {
      current = path;
      appendTo(path, text);
    }
    for (const { path, destination, temporary } of prepared) {
      current = path;
      const old = destination.owner ? readFileSync(destination.path) : undefined;
      renameSync(temporary, destination.path);
      replaced.push({ ...destination, old });
    }
  } catch (error) {
    for (const { temporary } of prepared) rmSync(temporary, { force: true });
    for (const one of replaced) restore(one);
    for (const folder of made.reverse()) removeEmpty(folder);
    const reason = error instanceof Error ? error.message : String(error);
    throw new CannotRunError(`Cannot write ${current}: ${reason}. Nothing was written.`);
  }
}

/** Creates the parent folders, adds them to `made`, and finds the destination. */
function openDestination(path: string, { within, made }: Bounds & { made: string[] }): Destination {
  if (within !== undefined) {
    makeFolder(resolve(within), made);
    refuseOutside(path, within);
  }
  makeFolder(dirname(resolve(path)), made);
  return findDestination(path, within);
}

function makeFolder(folder: string, made: string[]): void {
  const first = mkdirSync(folder, { recursive: true });
  if (first === undefined) return;
  const inner = relative(first, folder).split(sep).filter(Boolean);
  made.push(first, ...inner.map((_, depth) => join(first, ...inner.slice(0, depth + 1))));
}

function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Another program uses it already.
  }
}

/** Writes a text next to its destination, under an unpredictable name. */
function prepareFile(
  { path, destination, text }: Omit<Prepared, "temporary"> & { text: string },
  prepared: Prepared[],
): void {
  const temporary = temporaryBeside(destination.path);
  // Private until it has the mode of the file that it replaces.
  const mode = destination.owner ? 0o600 : 0o666;
  writeFileSync(temporary, "", { flag: "wx", mode });
  prepared.push({ path, destination, temporary });
  writeFileSync(temporary, text);
  if (destination.owner) copyOwner(temporary, destination.owner);
}

function appendTo(path: string, text: string): void {
  const stream = openSync(path, appending);
  try {
    writeFileSync(stream, text);
  } finally {
    closeSync(stream);
  }
}

function temporaryBeside(path: string): string {
  return join(dirname(path), `.alto-${randomBytes(12).toString("hex")}.tmp`);
}

function copyOwner(path: string, { uid, gid, mode }: NonNullable<Destination["owner"]>): void {
  try {
    chownSync(path, uid, gid);
  } catch {
    // Only root may change the owner; the mode is kept anyway.
  }
  chmodSync(path, mode & 0o777);
}

function restore({ path, owner, old }: Replaced): void {
  if (!owner || !old) {
    rmSync(path, { force: true });
    return;
  }
  const temporary = temporaryBeside(path);
  writeFileSync(temporary, old, { flag: "wx", mode: 0o600 });
  copyOwner(temporary, owner);
  renameSync(temporary, path);
}
