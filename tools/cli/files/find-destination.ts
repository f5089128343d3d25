import { lstatSync, readlinkSync, realpathSync, statSync, type Stats } from "node:fs";
import { basename, dirname, join, resolve, sep } from "node:path";

/** The destination of a text: a regular file, existing or new, or a stream such as a device or pipe. */
export interface Destination {
  readonly is: "file" | "stream";
  /** The resolved path of the file. */
  readonly path: string;
  /** Set when the file exists. */
  readonly owner?: Pick<Stats, "uid" | "gid" | "mode">;
}

/**
 * Resolves the links of a path. Throws for a folder, and with `within` for anything outside it or not a regular file.
 */
export function findDestination(path: string, within?: string): Destination {
  const destination = locate(path);
  if (within === undefined) return destination;
  if (destination.is === "stream") throw new Error("it is not a regular file");
  refuseOutside(destination.path, within);
  return destination;
}

/** Throws when the resolved path, or its nearest existing parent, is outside a folder. */
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

/** Paths such as `/dev/stderr` name an open stream, even one that writes to a regular file. */
function isOpenStream(path: string): boolean {
  return /^\/(dev|dev\/fd|proc\/.*)$/.test(realpathSync(dirname(resolve(path))));
}

/** Resolves the path of a file that does not exist. Links may point to it. */
function followLinks(path: string, steps = 0): string {
  const own = join(realpathSync(dirname(resolve(path))), basename(path));
  if (!lstatSync(own, { throwIfNoEntry: false })?.isSymbolicLink()) return own;
  if (steps === 40) throw new Error("its links form a loop");
  return followLinks(resolve(dirname(own), readlinkSync(own)), steps + 1);
}
