import { homedir } from "node:os";
import { join } from "node:path";

/**
 * Returns the user's cache folder. It is outside of every repository, so a commit cannot contain cache records.
 * Undefined in builds (CI is set), which must not trust earlier runs, and without a home folder.
 */
export function cacheFolder(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string | undefined {
  const { CI: build = "", XDG_CACHE_HOME: cache = "", LOCALAPPDATA: local = "" } = environment;
  if (build !== "" && build !== "false") return undefined;
  // The XDG specification ignores relative paths.
  const own = [cache, local].find((path) => /^(\/|[A-Za-z]:)/.test(path));
  const home = homedir();
  if (own === undefined && home === "") return undefined;
  return join(own ?? join(home, ".cache"), "altostrata");
}
