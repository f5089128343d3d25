import { generateKeyPairSync } from "node:crypto";
import { createEmulator } from "emulate";
import { startProxy, type Answered, type Fault } from "./faulty-proxy.ts";

/** A stateful GitHub on loopback, with one repository, three people, and a proxy that can inject faults. */
export interface LocalGitHub {
  /** The address for clients, behind the faulty proxy. */
  readonly url: string;
  /** Adds a fault for the next matching request. Each fault occurs once, in this order. */
  readonly failNext: (fault: Fault) => void;
  /** Calls the API as a person. Throws with the response unless it succeeds. */
  readonly ask: (who: Person, method: string, path: string, body?: object) => Promise<unknown>;
  /** Every request so far, with its response. */
  readonly exchanges: readonly Answered[];
  /**
   * Moves a branch to a commit of a clone. The emulator has no git, so it gets its own commit, which the proxy
   * translates.
   */
  readonly setCommit: (branch: string, commit: string) => Promise<void>;
  /** Adds a person to the team `platform` of the organisation `example`. */
  readonly addToTeam: (who: Person) => Promise<void>;
  /** A GitHub App that is installed in the repository. */
  readonly app: { readonly appId: number; readonly privateKey: string; readonly slug: string };
  readonly close: () => Promise<void>;
}

export type Person = "owner" | "bot" | "stranger";

/** The token of a person is their name. */
export const apiPath = "/repos/owner/estate";

/** Permissions of the App: more than the bots use, so that tests can check the permissions of a token. */
const manyPermissions = {
  actions: "read",
  checks: "write",
  contents: "write",
  members: "read",
  metadata: "read",
  pull_requests: "write",
  statuses: "write",
};

/** Starts it on free ports. */
export async function startGitHub({
  permissions = manyPermissions as Readonly<Record<string, string>>,
} = {}): Promise<LocalGitHub> {
  const app = { appId: 7, slug: "altostrata", privateKey: newKey() };
  const people: readonly Person[] = ["owner", "bot", "stranger"];
  const emulator = await createEmulator({
    service: "github",
    port: 0,
    seed: {
      tokens: Object.fromEntries(people.map((login) => [login, { login, scopes: ["repo"] }])),
      github: {
        users: people.map((login) => ({ login })),
        orgs: [{ login: "example" }],
        apps: [
          {
            app_id: app.appId,
            slug: app.slug,
            name: app.slug,
            private_key: app.privateKey,
            permissions,
            installations: [{ installation_id: 70, account: "owner", permissions }],
          },
        ],
        repos: [{ owner: "owner", name: "estate", auto_init: true }],
      },
    },
  });
  const commits = new Map<string, string>();
  const proxy = await startProxy(emulator.url, { app, commits });
  const ask: LocalGitHub["ask"] = async (who, method, path, body) => {
    const response = await fetch(proxy.url + path, {
      method,
      headers: { authorization: `Bearer ${who}`, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text === "" ? undefined : JSON.parse(text);
  };
  await ask("owner", "POST", "/orgs/example/teams", { name: "platform" });
  return {
    url: proxy.url,
    failNext: proxy.failNext,
    exchanges: proxy.exchanges,
    app,
    setCommit: async (branch, commit) => {
      const git = `${apiPath}/git`;
      const { object } = (await ask("owner", "GET", `${git}/ref/heads/${branch}`)) as {
        object: { sha: string };
      };
      const parent = `${git}/commits/${object.sha}`;
      const { tree } = (await ask("owner", "GET", parent)) as { tree: { sha: string } };
      const made = { message: commit, tree: tree.sha, parents: [object.sha] };
      const { sha } = (await ask("owner", "POST", `${git}/commits`, made)) as { sha: string };
      await ask("owner", "PATCH", `${git}/refs/heads/${branch}`, { sha, force: true });
      commits.set(commit, sha);
    },
    addToTeam: async (who) => {
      await ask("owner", "PUT", `/orgs/example/teams/platform/memberships/${who}`, {});
    },
    ask,
    close: async () => {
      await proxy.close();
      await emulator.close();
    },
  };
}

function newKey(): string {
  return generateKeyPairSync("rsa", {
    modulusLength: 2048,
    privateKeyEncoding: { type: "pkcs1", format: "pem" },
    publicKeyEncoding: { type: "pkcs1", format: "pem" },
  }).privateKey;
}
