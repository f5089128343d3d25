import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import {
  appToken,
  githubClient,
  publishPullRequest,
  publishQueueEntry,
  type PublishContext,
} from "@altostrata/bots";
import { GitError, openRepository } from "@altostrata/git";
import {
  apiPath,
  startGitHub,
  type LocalGitHub,
} from "@altostrata/maintain/github/start-github.ts";
import type { Comparison } from "@altostrata/pipeline";
import { createFixture, type FsFixture } from "fs-fixture";
import { simpleGit, type SimpleGit } from "simple-git";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sampleComparison } from "../../tools/report/change/sample-comparison.ts";

const repository = { owner: "owner", repo: "estate" };
const url = "https://github.com/owner/estate/actions/runs/7";
let github: LocalGitHub;
let clone: FsFixture;
let git: SimpleGit;
let base: string;
let head: string;

beforeEach(async () => {
  github = await startGitHub();
  clone = await createFixture();
  git = simpleGit(clone.path);
  await git.init(["--quiet", "--initial-branch", "main"]);
  await git.addConfig("user.name", "Test").addConfig("user.email", "test@example.com");
  base = await commit("environments/production/environment.yaml", "a: 1");
  await github.setCommit("main", base);
  await git.checkoutLocalBranch("change");
  await openBranch("change");
  await push("environments/production/environment.yaml", "a: 2");
  const pull = { title: "A change", head: "change", base: "main" };
  await github.ask("owner", "POST", `${apiPath}/pulls`, pull);
});
afterEach(async () => {
  await github.close();
  await clone.rm();
});

async function commit(path: string, content: string): Promise<string> {
  const file = join(clone.path, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  await git.add(".").commit(path);
  return await git.revparse(["HEAD"]);
}

/** Commits a file on the branch of the pull request. */
async function push(path: string, content = "x"): Promise<void> {
  head = await commit(path, content);
  await github.setCommit("change", head);
}

async function openBranch(name: string): Promise<void> {
  const ref = { ref: `refs/heads/${name}`, sha: base };
  await github.ask("owner", "POST", `${apiPath}/git/refs`, ref);
}

type Compare = PublishContext["compare"];
const sample: Compare = () => Promise.resolve(sampleComparison());

async function context(compare: Compare, mode: "app" | "advisory"): Promise<PublishContext> {
  const { appId, privateKey } = github.app;
  const log = () => undefined;
  const client = githubClient({ baseUrl: github.url, log });
  const isApp = mode === "app";
  const token = isApp ? await appToken({ appId, privateKey, repository, client }) : "bot";
  return {
    client: githubClient({ token, baseUrl: github.url, log }),
    repository,
    identity: isApp ? { kind: "app", appId } : { kind: "workflow", login: "bot" },
    git: await openRepository(clone.path),
    fetch: async (wanted) => (await git.raw(["cat-file", "-t", wanted]).catch(() => "")) !== "",
    compare,
    log,
  };
}

async function publish({
  compare = sample,
  mode = "app" as "app" | "advisory",
  target = "main",
} = {}): Promise<ReadonlyMap<string, string>> {
  const kept = new Map<string, string>();
  const keep = (name: string, content: string) => void kept.set(name, content);
  const run = { head, protectedBranch: "main", url, keep };
  const pull = { number: 1, author: "owner", target, base };
  await publishPullRequest(await context(compare, mode), run, pull);
  return kept;
}

interface Check {
  readonly name: string;
  readonly conclusion: string;
  readonly app: { readonly id: number };
  readonly output: { readonly title: string; readonly summary: string };
}

async function checksOf(sha: string): Promise<readonly Check[]> {
  const found = await github.ask("owner", "GET", `${apiPath}/commits/${sha}/check-runs`);
  return (found as { check_runs: readonly Check[] }).check_runs;
}

async function published() {
  const comments = await github.ask("owner", "GET", `${apiPath}/issues/1/comments`);
  const checks = await checksOf(head);
  const byName = (name: string) => checks.find((one) => one.name === `altostrata / ${name}`);
  return {
    comments: (comments as { body: string }[]).map(({ body }) => body),
    policy: byName("policy"),
    gate: byName("gate"),
  };
}

describe("publishPullRequest", { timeout: 60_000 }, () => {
  it("publishes as the App, with a link to the report of the same run", async () => {
    const kept = await publish();
    const { comments, policy, gate } = await published();
    expect(comments).toEqual([expect.stringContaining("### Affected targets")]);
    expect(comments[0]).toContain(`\`report-1.html\` of ${url}`);
    expect(comments[0]).not.toMatch(/advisory|\[!WARNING\]/i);
    expect(policy).toMatchObject({ conclusion: "success", app: { id: github.app.appId } });
    expect(gate).toMatchObject({ conclusion: "failure", app: { id: github.app.appId } });
    expect(gate?.output.title).toBe("Refused: 2 reasons");
    expect(gate?.output.summary).toContain("has no change note");
    expect([...kept.keys()]).toEqual(["report-1.html"]);
  });

  it("marks everything as advisory without an App", async () => {
    await publish({ mode: "advisory" });
    const { comments, policy, gate } = await published();
    expect(comments[0]).toContain("**Advisory**: this comment can be forged.");
    expect(policy?.output.title).toBe("Advisory: No problem");
    expect(gate?.output.title).toBe("Advisory: Refused: 2 reasons");
    expect(gate?.output.summary).toContain("anyone with push access");
  });

  it("writes no gate check for a pull request to another branch", async () => {
    await publish({ target: "release" });
    const { comments, policy, gate } = await published();
    expect(comments).toHaveLength(1);
    expect(policy).toBeDefined();
    expect(gate).toBeUndefined();
  });

  it.each<[string, Compare, string]>([
    [
      "cannot be compared",
      () => Promise.reject(new GitError("the rules are unusable")),
      "unusable",
    ],
    ["make the tools fail", () => Promise.reject(new RangeError("stack")), "the tools failed"],
    ["make the report fail", () => Promise.resolve(nested()), "the tools failed"],
  ])("refuses commits that %s, and replaces the older comment", async (_, compare, why) => {
    await publish();
    await push("environments/production/waivers.yaml");
    await publish({ compare });
    const { comments, policy, gate } = await published();
    expect(comments).toEqual([expect.stringContaining("No report about the newest commit")]);
    expect(comments[0]).toContain(why);
    expect(policy).toMatchObject({ conclusion: "failure" });
    expect(gate).toMatchObject({ conclusion: "failure" });
    expect(gate?.output.summary).toContain(why);
  });

  it("warns about changed code first, and never reports it as a success", async () => {
    await push("test/.npmrc");
    await push("tools/`@evil`.ts");
    await publish();
    const { comments, policy } = await published();
    expect(comments[0]?.split("\n").slice(1, 3)).toEqual([
      "> [!WARNING]",
      expect.stringContaining("(`test/.npmrc`, ``tools/`@evil`.ts``"),
    ]);
    expect(comments[0]).toContain("`report.html` included: do not trust them");
    expect(policy).toMatchObject({ conclusion: "neutral" });
  });

  it("lists the changed code of the run's commit, not of a newer one", async () => {
    await push("tools/evil.ts");
    const described = head;
    const without = await context(sample, "app");
    await git.raw(["checkout", "--quiet", "-B", "change", `${described}~1`]);
    await github.setCommit("change", await git.revparse(["HEAD"]));
    const run = { head: described, protectedBranch: "main", url, keep: () => undefined };
    await publishPullRequest(without, run, { number: 1, author: "owner", target: "main", base });
    const [policy] = (await checksOf(described)).filter(({ name }) => name.endsWith("policy"));
    expect(policy).toMatchObject({ conclusion: "neutral" });
    expect((await published()).comments).toEqual([]);
  });
});

describe("publishQueueEntry", { timeout: 60_000 }, () => {
  const publishEntry = async (branch: string, group: string): Promise<readonly Check[]> => {
    const run = { branch, head: group, protectedBranch: "main" };
    await publishQueueEntry(await context(sample, "app"), run);
    return await checksOf(group);
  };

  it("refuses an entry whose base has the pull request, which would hide its changes", async () => {
    await git.checkout("main");
    await git.merge(["--no-ff", "--no-edit", "change"]);
    const group = await git.revparse(["HEAD"]);
    await openBranch("gh-readonly-queue");
    await github.setCommit("gh-readonly-queue", group);
    const checks = await publishEntry(`gh-readonly-queue/main/pr-1-${head}`, group);
    expect(checks).toMatchObject([{ name: "altostrata / gate", conclusion: "failure" }]);
    expect(checks[0]?.output.summary).toContain("is unknown");
  });

  it("refuses an entry that is its own base", async () => {
    const checks = await publishEntry(`gh-readonly-queue/main/pr-1-${head}`, head);
    expect(checks).toMatchObject([{ conclusion: "failure" }]);
  });

  it("publishes nothing for the queue of another branch", async () => {
    expect(await publishEntry(`gh-readonly-queue/release/pr-1-${base}`, head)).toEqual([]);
  });
});

/** A comparison with an object that is too deeply nested for the printer. */
function nested(): Comparison {
  let deep: Record<string, unknown> = {};
  for (let depth = 0; depth < 3000; depth += 1) deep = { a: deep };
  const whole = sampleComparison();
  return { ...whole, changes: whole.changes.map((change) => ({ ...change, head: deep })) };
}
