import { readFileSync } from "node:fs";
import { readReport, ReportError } from "../comment/read-report.ts";
import { writeCheckRun } from "../comment/write-check-run.ts";
import { writeComment } from "../comment/write-comment.ts";
import { findPullRequest } from "../github/find-pull-request.ts";
import { githubClient } from "../github/github-client.ts";
import { parseRepositoryName } from "../github/repository-name.ts";
import { environmentOf } from "./environment.ts";

// Started by the workflow `comment`, on trusted code, with the folder of the artifact as its argument. Which pull request it is
// about comes from GitHub's own event, never from the artifact.
const log = (text: string): void => {
  process.stdout.write(`${text}\n`);
};
const [folder = ""] = process.argv.slice(2);
const { GITHUB_TOKEN, GITHUB_REPOSITORY, GITHUB_EVENT_PATH, GITHUB_API_URL, BOT_LOGIN } =
  environmentOf(process.env);
const repository = parseRepositoryName(GITHUB_REPOSITORY);
const client = githubClient({ token: GITHUB_TOKEN, baseUrl: GITHUB_API_URL, log });
const { workflow_run: run } = JSON.parse(readFileSync(GITHUB_EVENT_PATH, "utf8")) as {
  workflow_run: {
    head_sha: string;
    head_branch: string;
    head_repository: { owner: { login: string } };
    run_number: number;
    run_attempt: number;
  };
};

try {
  const number = await findPullRequest(client, repository, {
    sha: run.head_sha,
    branch: run.head_branch,
    owner: run.head_repository.owner.login,
  });
  if (number === undefined)
    log("no open pull request has this commit as its newest; nothing to say");
  else {
    const comparison = readReport(folder);
    await writeComment({
      client,
      repository,
      number,
      author: BOT_LOGIN,
      comparison,
      state: {
        head: run.head_sha,
        base: comparison.base.commit ?? "",
        sequence: run.run_number * 1000 + run.run_attempt,
      },
      log,
    });
    await writeCheckRun(
      client,
      { repository, sha: run.head_sha, name: "altostrata / policy" },
      comparison,
    );
  }
} catch (error) {
  if (!(error instanceof ReportError)) throw error;
  log(`no comment written: ${error.message}`);
  process.exitCode = 1;
}
