import { createAppAuth } from "@octokit/auth-app";
import type { GitHubClient } from "./github-client.ts";
import type { RepositoryName } from "./repository-name.ts";

/** A GitHub App, and the repository that it is installed in. */
export interface AppAccess {
  readonly appId: number;
  /** In PEM. */
  readonly privateKey: string;
  readonly repository: RepositoryName;
  /** A client without a token: the App signs these requests. */
  readonly client: GitHubClient;
}

/** The permissions that a token needs, whatever else the App has. */
const required = { checks: "write", contents: "read", pull_requests: "write" } as const;

/** Lists team members. An App of a personal account cannot have it, because such an account has no teams. */
const optional = { members: "read" } as const;

/**
 * Creates a token of the App for one repository, with the permissions that the bots use and no others. Throws when the App is not
 * installed there or lacks a permission.
 */
export async function appToken(access: AppAccess): Promise<string> {
  const { appId, privateKey, repository, client } = access;
  const auth = createAppAuth({ appId, privateKey, request: client.request });
  const { token: jwt } = await auth({ type: "app" });
  const { data: installation } = await client.rest.apps.getRepoInstallation({
    ...repository,
    headers: { authorization: `bearer ${jwt}` },
  });
  const { token } = await auth({
    type: "installation",
    installationId: installation.id,
    repositoryNames: [repository.repo],
    permissions: wanted(installation.permissions),
  });
  return token;
}

function wanted(granted: Readonly<Record<string, string>>): Record<string, string> {
  const missing = Object.entries(required).filter(
    ([name, level]) => granted[name] !== level && granted[name] !== "write",
  );
  if (missing.length > 0) {
    const list = missing.map(([name, level]) => `${name}: ${level}`).join(", ");
    throw new Error(
      `The GitHub App lacks the permissions ${list}. Add them in the App's settings, then accept them for the installation.`,
    );
  }
  return { ...required, ...(granted["members"] === undefined ? {} : optional) };
}
