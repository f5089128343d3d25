import { githubClient, reportOn } from "@altostrata/bots";
import type { Comparison } from "@altostrata/pipeline";
import { createFixture } from "fs-fixture";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sampleComparison } from "../../tools/report/change/sample-comparison.ts";
import {
  repositoryPath,
  startGitHub,
  type LocalGitHub,
} from "@altostrata/maintain/github/start-github.ts";

let github: LocalGitHub;
let base: string;
let head: string;

beforeEach(async () => {
  github = await startGitHub();
  const main = (await github.ask("owner", "GET", `${repositoryPath}/git/ref/heads/main`)) as {
    object: { sha: string };
  };
  base = main.object.sha;
  const ref = { ref: "refs/heads/change", sha: base };
  await github.ask("owner", "POST", `${repositoryPath}/git/refs`, ref);
  head = await push("environments/production/environment.yaml");
  const pull = { title: "A change", head: "change", base: "main" };
  await github.ask("owner", "POST", `${repositoryPath}/pulls`, pull);
});
afterEach(() => github.close());

async function push(path: string): Promise<string> {
  const file = { message: path, content: "YQ==", branch: "change" };
  const url = `${repositoryPath}/contents/${path}`;
  const { commit } = (await github.ask("owner", "PUT", url, file)) as { commit: { sha: string } };
  return commit.sha;
}

/** A report as a run of the newest commit would leave it, which an attacker can change as they like. */
function report({ from = base, to = head } = {}): Comparison {
  const sample = sampleComparison();
  return {
    ...sample,
    base: { ...sample.base, commit: from },
    head: { ...sample.head, commit: to },
  };
}

/** A report of the right shape whose one object is nested deeper than any program follows. */
function nested(): Comparison {
  let deep: Record<string, unknown> = {};
  for (let depth = 0; depth < 3000; depth += 1) deep = { a: deep };
  const whole = report();
  return { ...whole, changes: whole.changes.map((change) => ({ ...change, head: deep })) };
}

interface Left {
  readonly content: Comparison | string | undefined;
  readonly unfinished?: boolean;
  readonly sequence?: number;
}

async function run({ content, unfinished = false, sequence = 1 }: Left): Promise<boolean> {
  const text = typeof content === "string" ? content : JSON.stringify(content);
  await using folder = await createFixture(content === undefined ? {} : { "report.json": text });
  const log = () => undefined;
  return await reportOn({
    client: githubClient({ token: "bot", baseUrl: github.url, log }),
    repository: { owner: "owner", repo: "estate" },
    pulls: [{ number: 1, base }],
    author: "bot",
    folder: folder.path,
    run: { head, sequence, url: "https://github.com/owner/estate/actions/runs/7", unfinished },
    log,
  });
}

async function said(): Promise<{ comments: readonly string[]; checks: readonly string[] }> {
  const comments = await github.ask("owner", "GET", `${repositoryPath}/issues/1/comments`);
  const checks = await github.ask("owner", "GET", `${repositoryPath}/commits/${head}/check-runs`);
  return {
    comments: (comments as { body: string }[]).map(({ body }) => body),
    checks: (checks as { check_runs: { conclusion: string }[] }).check_runs.map(
      ({ conclusion }) => conclusion,
    ),
  };
}

describe("reportOn", { timeout: 60_000 }, () => {
  it("tells what a report about the pull request says", async () => {
    for (const path of ["docs/a.svg", "GUIDE.md", "test/a.ts"]) head = await push(path);
    expect(await run({ content: report() })).toBe(true);
    const { comments, checks } = await said();
    expect(comments).toEqual([expect.stringContaining("### Where")]);
    expect(comments.join()).not.toContain("[!WARNING]");
    expect(checks).toEqual(["success"]);
  });

  it.each<[string, () => Left["content"], string]>([
    ["of another pull request", () => report({ to: "c".repeat(40) }), "about another commit"],
    ["with itself, which changes nothing", () => report({ from: head }), "another commit than"],
    [
      "from before it went to this branch",
      () => report({ from: "d".repeat(40) }),
      "another commit",
    ],
    ["that is none", () => "[]", "no report"],
    ["that was not written", () => undefined, "left no report.json"],
    ["that nothing can print", () => nested(), "cannot be printed"],
  ])("believes no report %s, and leaves none of an older commit standing", async (_, make, why) => {
    await run({ content: report() });
    const before = await said();
    head = await push("environments/production/waivers.yaml");
    expect(await run({ content: make(), sequence: 2 })).toBe(false);
    const { comments, checks } = await said();
    expect(before.comments.join()).toContain("### Where");
    expect(comments).toEqual([expect.stringContaining("No report about the newest commit")]);
    expect(comments.join()).toContain(why);
    expect(comments.join()).not.toContain("### Where");
    expect(comments.join()).toContain("https://github.com/owner/estate/actions/runs/7");
    expect(checks).toEqual(["failure"]);
  });

  it("writes no comment for a run that a newer one replaces", async () => {
    expect(await run({ content: undefined, unfinished: true })).toBe(false);
    expect(await said()).toEqual({ comments: [], checks: [] });
  });

  it("calls nothing good that the pull request's own code says of it, and names the code first", async () => {
    await push(".npmrc");
    head = await push("tools/`@evil`.ts");
    expect(await run({ content: report() })).toBe(true);
    const { comments, checks } = await said();
    expect(comments[0]?.split("\n").slice(1, 3)).toEqual([
      "> [!WARNING]",
      expect.stringContaining("(`.npmrc`, ``tools/`@evil`.ts``\\), so the report says"),
    ]);
    expect(checks).toEqual(["neutral"]);
  });
});
