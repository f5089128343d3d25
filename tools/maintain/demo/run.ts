import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline/promises";
import {
  checkVerdict,
  githubClient,
  commentText,
  writeCheckRun,
  writeComment,
} from "@altostrata/bots";
import { compareStates } from "@altostrata/git";
import { describeDiagnostic } from "@altostrata/report";
import { changePage } from "@altostrata/report/change";
import { lockInComparison } from "@altostrata/topology";
import { apiPath, startGitHub } from "../github/start-github.ts";
import { estateRepository } from "../estate/estate-repository.ts";
import { showComment } from "./show-comment.ts";

// `npm run demo` shows the life of a pull request on this machine. It sends nothing out and leaves nothing behind.
const production = "environments/production/apim";
const log = (text: string): void => {
  process.stdout.write(`${text}\n`);
};
const step = (title: string, text: string): void => {
  log(`\n== ${title}\n${text}`);
};

const folder = mkdtempSync(join(tmpdir(), "altostrata-demo-"));
const github = await startGitHub();
const estate = await estateRepository();
try {
  await demonstrate();
} finally {
  await github.close();
  await estate[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
  log("\nEverything that the demo created is removed.");
}

async function demonstrate(): Promise<void> {
  const { git, path, edit } = estate;
  step(
    "A repository and a GitHub",
    `The estate of this clone was copied into a git repository with a bare remote, and a GitHub runs at ${github.url}.`,
  );
  const remote = join(folder, "remote.git");
  await git.raw(["clone", "--quiet", "--bare", path, remote]);
  await git.addRemote("origin", remote);

  await git.checkoutLocalBranch("belgium-serves");
  await edit(
    `${production}/system.yaml`,
    "aws-frankfurt: 3 }",
    "aws-frankfurt: 3, gcp-belgium: 2 }",
  );
  await edit(`${production}/system.yaml`, "  burst: {", "  # burst: {");
  await edit(`${production}/workers/gcp-belgium.yaml`, "min: 1", "min: 2");
  await git.push(["--quiet", "origin", "belgium-serves"]);
  step(
    "A change of a few lines",
    (await git.diff(["--unified=0", "main", "belgium-serves"])).replaceAll(
      /^(diff|index|---|\+\+\+|@@).*\n/gm,
      "",
    ),
  );

  const number = await openPullRequest();
  step(
    `Pull request #${number}`,
    "The workflow `publish` runs the main branch's code: it renders both sides and writes the comment.",
  );
  await report(number);
  const [comment] = await comments(number);
  step("What the reviewer reads", showComment(comment?.body ?? ""));

  await edit(`${production}/workers/gcp-belgium.yaml`, "min: 2", "min: 3");
  await pushToGitHub("more.yaml");
  step("A second push", "The comment is edited in place; there is no second one.");
  await report(number);
  log(`  comments on the pull request: ${(await comments(number)).length}`);

  step("The whole report", `One HTML file without requests: ${join(folder, "report.html")}`);
  await waitForReader();
}

/**
 * Does the work of the workflow `publish`: compares both states with trusted code, then writes the comment and the
 * check.
 */
async function report(number: number): Promise<void> {
  const comparison = await compareStates({
    estate: estate.path,
    base: "main",
    head: "belgium-serves",
    asOf: new Date().toISOString().slice(0, 10),
    redactionKey: crypto.getRandomValues(new Uint8Array(32)),
    lockIn: lockInComparison,
    describe: describeDiagnostic,
  });
  writeFileSync(join(folder, "report.html"), changePage(comparison));
  const client = githubClient({ token: "bot", baseUrl: github.url, log: () => undefined });
  const repository = { owner: "owner", repo: "estate" };
  const { head } = (await github.ask("owner", "GET", `${apiPath}/pulls/${number}`)) as {
    head: { sha: string };
  };
  const identity = { kind: "workflow", login: "bot" } as const;
  const shared = {
    client,
    repository,
    identity,
    log: (text: string) => {
      log(`  bot: ${text}`);
    },
  };
  await writeComment({
    ...shared,
    number,
    text: commentText(comparison, []),
    commit: head.sha,
  });
  await writeCheckRun({
    ...shared,
    sha: head.sha,
    name: "altostrata / policy",
    verdict: checkVerdict(comparison, []),
  });
}

async function openPullRequest(): Promise<number> {
  const { object } = (await github.ask("owner", "GET", `${apiPath}/git/ref/heads/main`)) as {
    object: { sha: string };
  };
  const ref = { ref: "refs/heads/belgium-serves", sha: object.sha };
  await github.ask("owner", "POST", `${apiPath}/git/refs`, ref);
  await pushToGitHub("first.yaml");
  const pull = {
    title: "Let Belgium serve in normal operation",
    head: "belgium-serves",
    base: "main",
  };
  const { number } = (await github.ask("owner", "POST", `${apiPath}/pulls`, pull)) as {
    number: number;
  };
  return number;
}

/** The emulator has no git over HTTP, so each push is sent as a commit through its API. */
async function pushToGitHub(name: string): Promise<void> {
  await github.ask("owner", "PUT", `${apiPath}/contents/${name}`, {
    message: "push",
    content: "",
    branch: "belgium-serves",
  });
}

async function comments(number: number): Promise<readonly { body: string }[]> {
  const path = `${apiPath}/issues/${number}/comments`;
  return (await github.ask("owner", "GET", path)) as { body: string }[];
}

async function waitForReader(): Promise<void> {
  if (!process.stdin.isTTY) return;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  await terminal.question("Open it, then press Enter to clean up. ");
  terminal.close();
}
