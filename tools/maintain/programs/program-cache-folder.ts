import { homedir } from "node:os";
import { join } from "node:path";

/** The folder that keeps built and installed programs between runs. */
export function programCacheFolder(): string {
  return join(process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache"), "altostrata");
}
