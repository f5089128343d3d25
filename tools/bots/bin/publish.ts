import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compareStates, fetchCommit, openRepository } from "@altostrata/git";
import { cachedSteps } from "@altostrata/pipeline";
import { describeDiagnostic } from "@altostrata/report";
import { lockInComparison } from "@altostrata/topology";
import { appToken } from "../github/app-token.ts";
import type { BotIdentity } from "../github/bot-identity.ts";
import { findPullRequests } from "../github/find-pull-requests.ts";
import { githubClient } from "../github/github-client.ts";
import { parseRepositoryName } from "../github/repository-name.ts";
import type { PublishContext } from "../publish/publish-context.ts";
import { publishPullRequest } from "../publish/publish-pull-request.ts";
import { publishQueueEntry } from "../publish/publish-queue-entry.ts";
import { environmentOf } from "./environment.ts";
import { logLine as log } from "./log-line.ts";

// The workflow `publish` starts this with the main branch's code, after a run of `validate`. Its argument is the folder for artifacts.
// The run gives the commit to describe. Its result and its files are never read.
interface WorkflowRunEvent {
  readonly workflow_run: {
    readonly event: string;
    readonly head_sha: string;
    readonly head_branch: string | null;
    /** Null when the fork was deleted. */
    readonly head_repository: { readonly owner: { readonly login: string } } | null;
  };
  readonly repository: { readonly default_branch: string };
}

const [folder = ""] = process.argv.slice(2);
const environment = environmentOf(process.env);
// The programs that this one starts need no credentials.
delete process.env["BOT_APP_KEY"];
delete process.env["GITHUB_TOKEN"];
const event = JSON.parse(readFileSync(environment.GITHUB_EVENT_PATH, "utf8")) as WorkflowRunEvent;
const repository = parseRepositoryName(environment.GITHUB_REPOSITORY);
const baseUrl = environment.GITHUB_API_URL;
const estate = process.cwd();

await publish(await contextOf(await credentials()));

async function publish(context: PublishContext): Promise<void> {
  const { workflow_run: run } = event;
  const protectedBranch = event.repository.default_branch;
  const head = run.head_sha;
  const branch = run.head_branch ?? "";
  if (run.event === "merge_group") {
    await publishQueueEntry(context, { branch, head, protectedBranch });
    return;
  }
  const owner = run.head_repository?.owner.login ?? "";
  const pulls =
    run.event !== "pull_request" || owner === "" || branch === ""
      ? []
      : await findPullRequests(context.client, repository, { sha: head, branch, owner });
  if (pulls.length === 0) log("no open pull request has this commit as its newest");
  for (const pull of pulls) {
    const url = environment.runUrl;
    await publishPullRequest(context, { head, protectedBranch, url, keep }, pull);
  }
}

function keep(name: string, content: string): void {
  if (folder === "") return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), content);
}

async function credentials(): Promise<{ token: string; identity: BotIdentity }> {
  const { app, GITHUB_TOKEN: token, BOT_LOGIN: login } = environment;
  if (!app) {
    log("advisory: no GitHub App is set up, so anyone with push access can forge the results");
    return { token, identity: { kind: "workflow", login } };
  }
  const client = githubClient({ baseUrl, log });
  return {
    token: await appToken({ ...app, repository, client }),
    identity: { kind: "app", appId: app.appId },
  };
}

async function contextOf({
  token,
  identity,
}: Awaited<ReturnType<typeof credentials>>): Promise<PublishContext> {
  const git = await openRepository(estate);
  const shared = {
    estate,
    asOf: new Date().toISOString().slice(0, 10),
    redactionKey: randomBytes(32),
    steps: cachedSteps(),
    lockIn: lockInComparison,
    describe: describeDiagnostic,
  };
  return {
    client: githubClient({ token, baseUrl, log }),
    repository,
    identity,
    git,
    fetch: (commit) => fetchCommit(git, commit, { token }),
    compare: (base, head) => compareStates({ ...shared, base, head }),
    log,
  };
}
