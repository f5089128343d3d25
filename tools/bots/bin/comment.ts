import { readFileSync } from "node:fs";
import { reportOn } from "../comment/report-on.ts";
import { findPullRequests } from "../github/find-pull-requests.ts";
import { githubClient } from "../github/github-client.ts";
import { parseRepositoryName } from "../github/repository-name.ts";
import { environmentOf } from "./environment.ts";
import { logLine as log } from "./log-line.ts";

// Started by the workflow `comment`, on trusted code, with the folder of the artifact as its argument. Which pull request it is
// about comes from GitHub's own event, never from the artifact.
const [folder = ""] = process.argv.slice(2);
const { GITHUB_TOKEN, GITHUB_REPOSITORY, GITHUB_EVENT_PATH, GITHUB_API_URL, BOT_LOGIN } =
  environmentOf(process.env);
const repository = parseRepositoryName(GITHUB_REPOSITORY);
const client = githubClient({ token: GITHUB_TOKEN, baseUrl: GITHUB_API_URL, log });
const { workflow_run: run } = JSON.parse(readFileSync(GITHUB_EVENT_PATH, "utf8")) as {
  workflow_run: {
    head_sha: string;
    head_branch: string | null;
    /** Null where a fork was deleted meanwhile. */
    head_repository: { owner: { login: string } } | null;
    run_number: number;
    run_attempt: number;
    conclusion: string | null;
    html_url: string;
  };
};

/** Conclusions of a run that came to its end. */
const ended: ReadonlySet<string | null> = new Set([
  "success",
  "failure",
  "timed_out",
  "startup_failure",
]);
const pulls =
  run.head_repository && run.head_branch !== null
    ? await findPullRequests(client, repository, {
        sha: run.head_sha,
        branch: run.head_branch,
        owner: run.head_repository.owner.login,
      })
    : [];
if (pulls.length === 0) log("no open pull request has this commit as its newest; nothing to say");
else {
  const unfinished = !ended.has(run.conclusion);
  const believed = await reportOn({
    client,
    repository,
    pulls,
    author: BOT_LOGIN,
    folder,
    run: {
      head: run.head_sha,
      sequence: run.run_number * 1000 + run.run_attempt,
      url: run.html_url,
      unfinished,
    },
    log,
  });
  if (!believed && !unfinished) process.exitCode = 1;
}
