import { readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";

/** The most bytes a folder may hold, and the bytes to keep when it held more. */
const most = 256 * 1024 * 1024;
const left = 192 * 1024 * 1024;

/** Removes the least recently used files of a folder that is too large. Never fails. */
export function removeOldest(folder: string, limits = { most, left }): void {
  const files = filesIn(folder).sort((one, other) => other.used - one.used);
  let total = files.reduce((sum, { size }) => sum + size, 0);
  if (total <= limits.most) return;
  for (const { path, size } of files.reverse()) {
    if (total <= limits.left) return;
    try {
      rmSync(path, { force: true });
      total -= size;
    } catch {
      // Another user owns the file: keep it.
    }
  }
}

function filesIn(folder: string): { path: string; size: number; used: number }[] {
  try {
    return readdirSync(folder).flatMap((name) => {
      const path = join(folder, name);
      const stats = statSync(path, { throwIfNoEntry: false });
      return stats?.isFile() ? [{ path, size: stats.size, used: stats.mtimeMs }] : [];
    });
  } catch {
    return [];
  }
}
