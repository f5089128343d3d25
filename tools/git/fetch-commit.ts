import type { Repository } from "./open-repository.ts";
import { runGit } from "./run-git.ts";

/** A remote `origin` over HTTPS that may need a token; a local one needs none. */
export interface RemoteAccess {
  readonly token: string;
}

/**
 * Ensures that a clone has a commit that no branch leads to: the head of a fork, or one replaced by a forced push. False when the
 * remote has it neither.
 */
export async function fetchCommit(
  { root }: Repository,
  commit: string,
  { token }: RemoteAccess,
): Promise<boolean> {
  if (!/^[0-9a-f]{40,64}$/.test(commit)) return false;
  if (await hasCommit(root, commit)) return true;
  const login = Buffer.from(`x-access-token:${token}`).toString("base64");
  const network = { "http.extraHeader": `Authorization: Basic ${login}` };
  await runGit(root, [...fetchAlone, "origin", commit], { network });
  return await hasCommit(root, commit);
}

/** Submodules would receive the token, and the clone's configuration may name another program to talk to. */
const fetchAlone = [
  "fetch",
  "--quiet",
  "--no-tags",
  "--no-recurse-submodules",
  "--no-auto-maintenance",
  "--upload-pack=git-upload-pack",
];

async function hasCommit(root: string, commit: string): Promise<boolean> {
  return (await runGit(root, ["cat-file", "-e", `${commit}^{commit}`])).code === 0;
}
