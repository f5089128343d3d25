import { lstatSync, readlinkSync, realpathSync, statSync, type Stats } from "node:fs";
import { basename, dirname, join, resolve, sep } from "node:path";

/** Where a text goes: into a plain file, existing or new, or into a device, pipe or other stream. */
export interface Destination {
  readonly is: "file" | "stream";
  /** The path of the file itself, links followed. */
  readonly path: string;
  /** Of the file that exists already. */
  readonly owner?: Pick<Stats, "uid" | "gid" | "mode">;
}

/** Follows links to what a path names. Throws for folders, and for anything outside of `within` or not a plain file there. */
export function findDestination(path: string, within?: string): Destination {
  const destination = locate(path);
  if (within === undefined) return destination;
  if (destination.is === "stream") throw new Error("it is not a regular file");
  refuseOutside(destination.path, within);
  return destination;
}

/** Throws when a path, or its nearest parent that exists, lies outside of a folder once links are followed. */
export function refuseOutside(path: string, within: string): void {
  const folder = realpathSync(within);
  const real = nearestReal(resolve(path));
  if (real === folder || real.startsWith(folder === sep ? sep : folder + sep)) return;
  throw new Error(`a link points outside ${within}`);
}

function nearestReal(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return nearestReal(dirname(path));
  }
}

function locate(path: string): Destination {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat?.isDirectory()) throw new Error("it is a folder");
  if (stat && (!stat.isFile() || isOpenStream(path))) return { is: "stream", path };
  if (stat) return { is: "file", path: realpathSync(path), owner: stat };
  return { is: "file", path: followLinks(path) };
}

/** `/dev/stderr` and the like name what a process holds open, even where that is a plain file. */
function isOpenStream(path: string): boolean {
  return /^\/(dev|dev\/fd|proc\/.*)$/.test(realpathSync(dirname(resolve(path))));
}

/** The path of a file that does not exist; links may lead to it. */
function followLinks(path: string, steps = 0): string {
  const own = join(realpathSync(dirname(resolve(path))), basename(path));
  if (!lstatSync(own, { throwIfNoEntry: false })?.isSymbolicLink()) return own;
  if (steps === 40) throw new Error("its links form a loop");
  return followLinks(resolve(dirname(own), readlinkSync(own)), steps + 1);
}
