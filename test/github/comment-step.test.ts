import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { createFixture } from "fs-fixture";
import { afterEach, beforeEach, expect, it } from "vitest";
import { sampleComparison } from "../../tools/report/change/sample-comparison.ts";
import {
  repositoryPath,
  startGitHub,
  type LocalGitHub,
} from "@altostrata/maintain/github/start-github.ts";

const program = join(import.meta.dirname, "../../tools/bots/bin/comment.ts");
// Each starts a program.
const timeout = 60_000;
let github: LocalGitHub;
let base: string;
beforeEach(async () => {
  github = await startGitHub();
  const main = (await github.ask("owner", "GET", `${repositoryPath}/git/ref/heads/main`)) as {
    object: { sha: string };
  };
  base = main.object.sha;
});
afterEach(() => github.close());

/** Runs the step of the workflow as GitHub starts it, after a run about a commit of `owner:change`. */
async function step(run: object, report?: object): Promise<{ code: unknown; said: string }> {
  const event = { head_branch: "change", run_number: 1, run_attempt: 1, ...run };
  await using folder = await createFixture({
    "event.json": JSON.stringify({ workflow_run: event }),
    ...(report ? { "report/report.json": JSON.stringify(report) } : {}),
  });
  const child = spawn(process.execPath, [program, folder.getPath("report")], {
    env: {
      PATH: process.env["PATH"],
      GITHUB_TOKEN: "bot",
      BOT_LOGIN: "bot",
      GITHUB_REPOSITORY: "owner/estate",
      GITHUB_API_URL: github.url,
      GITHUB_EVENT_PATH: folder.getPath("event.json"),
    },
  });
  const [said, errors, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "close"),
  ]);
  return { code, said: said + errors };
}

const fromOwner = { head_repository: { owner: { login: "owner" } } };

async function bodies(number: number): Promise<readonly string[]> {
  const comments = await github.ask("owner", "GET", `${repositoryPath}/issues/${number}/comments`);
  return (comments as { body: string }[]).map(({ body }) => body);
}

it(
  "says nothing of a commit that no open pull request has, and of a fork that is gone",
  { timeout },
  async () => {
    const closed = { ...fromOwner, head_sha: "0".repeat(40), conclusion: "success", html_url: "x" };
    expect(await step(closed)).toMatchObject({ code: 0, said: expect.stringContaining("nothing") });
    expect(await step({ ...closed, head_repository: null })).toMatchObject({ code: 0 });
  },
);

it("fails, and says why in the comment, when the run left no report", { timeout }, async () => {
  const head_sha = await openPullRequests();
  const run = {
    ...fromOwner,
    head_sha,
    html_url: "https://github.com/owner/estate/actions/runs/7",
  };
  // Cancelled by a newer one, or waiting for somebody who lets a stranger's code run.
  for (const conclusion of ["cancelled", "action_required"])
    expect(await step({ ...run, conclusion })).toMatchObject({ code: 0 });
  expect(await bodies(1)).toEqual([]);
  expect(await step({ ...run, conclusion: "failure" })).toMatchObject({ code: 1 });
  expect(await bodies(1)).toEqual([expect.stringContaining("the run left no report.json")]);
});

it(
  "tells only that pull request of a branch which the report is about, by the base that GitHub knows",
  { timeout },
  async () => {
    const head_sha = await openPullRequests();
    const sample = sampleComparison();
    const report = {
      ...sample,
      base: { ...sample.base, commit: base },
      head: { ...sample.head, commit: head_sha },
    };
    const run = { ...fromOwner, head_sha, conclusion: "success", html_url: "x" };
    expect(await step(run, report)).toMatchObject({ code: 0 });
    expect(await bodies(1)).toEqual([expect.stringContaining("### Where")]);
    expect(await bodies(2)).toEqual([]);
  },
);

/** Two pull requests of the branch `change`: to main, and to a branch that has one of its two commits. Gives its newest commit. */
async function openPullRequests(): Promise<string> {
  const branch = (name: string, sha: string) =>
    github.ask("owner", "POST", `${repositoryPath}/git/refs`, { ref: `refs/heads/${name}`, sha });
  const push = async (name: string): Promise<string> => {
    const file = { message: name, content: "YQ==", branch: "change" };
    const path = `${repositoryPath}/contents/environments/${name}.yaml`;
    return ((await github.ask("owner", "PUT", path, file)) as { commit: { sha: string } }).commit
      .sha;
  };
  await branch("change", base);
  await branch("release", await push("a"));
  const newest = await push("b");
  for (const to of ["main", "release"])
    await github.ask("owner", "POST", `${repositoryPath}/pulls`, {
      title: "x",
      head: "change",
      base: to,
    });
  return newest;
}
