import { homedir } from "node:os";
import { join } from "node:path";

/**
 * The folder of this user for what runs keep: outside of every repository, so that no commit can bring records with it. Undefined
 * in builds (CI is set), where nothing may be believed that an earlier run left, and where there is no home.
 */
export function cacheFolder(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string | undefined {
  const { CI: build = "", XDG_CACHE_HOME: cache = "", LOCALAPPDATA: local = "" } = environment;
  if (build !== "" && build !== "false") return undefined;
  // The specification of XDG has relative paths ignored.
  const own = [cache, local].find((path) => /^(\/|[A-Za-z]:)/.test(path));
  const home = homedir();
  if (own === undefined && home === "") return undefined;
  return join(own ?? join(home, ".cache"), "altostrata");
}
