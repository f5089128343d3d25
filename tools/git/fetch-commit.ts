import type { Repository } from "./open-repository.ts";
import { runGit } from "./run-git.ts";

/** A remote `origin` over HTTPS that may want a token; a local one needs none. */
export interface RemoteAccess {
  readonly token: string;
}

/**
 * Makes sure that a clone has a commit, which it may lack when no branch leads to it any more: the head of a fork, or one that a
 * forced push replaced. False when the remote has it no more either.
 */
export async function fetchCommit(
  { root }: Repository,
  commit: string,
  { token }: RemoteAccess,
): Promise<boolean> {
  if (!/^[0-9a-f]{40,64}$/.test(commit)) return false;
  if (await hasCommit(root, commit)) return true;
  const login = Buffer.from(`x-access-token:${token}`).toString("base64");
  // By the environment, for arguments are seen by every process.
  await runGit(root, ["fetch", "--quiet", "--no-tags", "origin", commit], {
    GIT_TERMINAL_PROMPT: "0",
    GIT_CONFIG_COUNT: "1",
    GIT_CONFIG_KEY_0: "http.extraHeader",
    GIT_CONFIG_VALUE_0: `Authorization: Basic ${login}`,
  });
  return await hasCommit(root, commit);
}

async function hasCommit(root: string, commit: string): Promise<boolean> {
  return (await runGit(root, ["cat-file", "-e", `${commit}^{commit}`])).code === 0;
}
