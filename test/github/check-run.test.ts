import {
  annotationsOf,
  appToken,
  checkVerdict,
  findPullRequests,
  githubClient,
  writeCheckRun,
  type BotIdentity,
} from "@altostrata/bots";
import type { Comparison } from "@altostrata/pipeline";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sampleComparison } from "../../tools/report/change/sample-comparison.ts";
import {
  apiPath,
  startGitHub,
  type LocalGitHub,
} from "@altostrata/maintain/github/start-github.ts";

let github: LocalGitHub;
let sha: string;
beforeEach(async () => {
  github = await startGitHub();
  const main = (await github.ask("owner", "GET", `${apiPath}/git/ref/heads/main`)) as {
    object: { sha: string };
  };
  sha = main.object.sha;
});
afterEach(() => github.close());

const repository = { owner: "owner", repo: "estate" };
const client = (token = "bot") =>
  githubClient({ ...(token ? { token } : {}), baseUrl: github.url, log: () => undefined });
const workflow: BotIdentity = { kind: "workflow", login: "bot" };

function withDiagnostics(count: number, text = "key"): Comparison {
  return {
    ...sampleComparison(),
    diagnostics: Array.from({ length: count }, (_, index) => ({
      code: "schema-unknown-key",
      text: `${text} ${index}`,
      at: { file: "environments/a.yaml", line: index + 1, column: 1 },
    })),
  };
}

async function write(
  count: number,
  { identity, token } = { identity: workflow, token: "bot" },
): Promise<string[]> {
  const said: string[] = [];
  await writeCheckRun({
    client: githubClient({ token, baseUrl: github.url, log: () => undefined }),
    repository,
    sha,
    name: "altostrata / policy",
    identity,
    verdict: checkVerdict(withDiagnostics(count), []),
    log: (text) => said.push(text),
  });
  return said;
}

interface CheckRun {
  readonly id: number;
  readonly conclusion: string;
  readonly app: { readonly id: number };
}

async function checkRuns(): Promise<readonly CheckRun[]> {
  const path = `${apiPath}/commits/${sha}/check-runs?filter=all`;
  const answer = await github.ask("owner", "GET", path);
  return (answer as { check_runs: CheckRun[] }).check_runs;
}

async function annotationsShown(): Promise<number> {
  const [run] = await checkRuns();
  const shown: unknown[] = [];
  for (let page = 1; page <= 2; page += 1) {
    const path = `${apiPath}/check-runs/${run?.id}/annotations?per_page=100&page=${page}`;
    shown.push(...((await github.ask("owner", "GET", path)) as unknown[]));
  }
  return shown.length;
}

const create = { method: "POST", path: /\/check-runs$/ };

describe("writeCheckRun", { timeout: 60_000 }, () => {
  it("annotates every problem at its line, in batches within GitHub's limit", async () => {
    await write(120);
    expect((await checkRuns()).map(({ conclusion }) => conclusion)).toEqual(["failure"]);
    expect(await annotationsShown()).toBe(120);
  });

  it.each([
    ["a lost response", { ...create, what: "lose" as const }],
    ["a bad gateway", { ...create, what: { refuse: 502 } }],
  ])("is created once after %s", async (_, fault) => {
    github.failNext(fault);
    await write(3);
    expect(await checkRuns()).toHaveLength(1);
    expect(await annotationsShown()).toBe(3);
  });

  it("sets the conclusion although GitHub refuses an annotation, and logs the missing ones", async () => {
    github.failNext({ ...create, what: { refuse: 422, message: "path is invalid" } });
    expect((await write(3)).join()).toContain("path is invalid");
    expect((await checkRuns()).map(({ conclusion }) => conclusion)).toEqual(["failure"]);
  });

  it("repeats no annotation, and logs how many a failed request omitted", async () => {
    github.failNext({ method: "PATCH", path: /check-runs/, what: { refuse: 502 } });
    expect((await write(120)).join()).toContain("50 annotations are missing");
    expect(await annotationsShown()).toBe(70);
  });

  it("fits a summary of any length", async () => {
    const verdict = {
      ...checkVerdict(withDiagnostics(1), []),
      summary: "\u{1F6D1}".repeat(40_000),
    };
    const shared = { client: client(), repository, identity: workflow, log: () => undefined };
    await writeCheckRun({ ...shared, sha, name: "altostrata / gate", verdict });
    const [sent] = github.exchanges.filter(
      ({ method, url }) => create.path.test(url) && method === "POST",
    );
    const { output } = JSON.parse(String(sent?.sent)) as { output: { summary: string } };
    expect(Buffer.byteLength(output.summary)).toBeLessThanOrEqual(60_003);
  });

  it("is created again by another run", async () => {
    await write(1);
    await write(1);
    expect(await checkRuns()).toHaveLength(2);
  });

  it("is created next to a forged one, with the ID of the App", async () => {
    const forged = { name: "altostrata / policy", head_sha: sha, external_id: "1-1001" };
    const passed = { ...forged, status: "completed", conclusion: "success" };
    await github.ask("bot", "POST", `${apiPath}/check-runs`, passed);
    const { appId, privateKey } = github.app;
    const token = await appToken({ appId, privateKey, repository, client: client("") });
    await write(3, { identity: { kind: "app", appId }, token });
    const found = await checkRuns();
    expect(new Set(found.map(({ app, conclusion }) => `${app.id} ${conclusion}`))).toEqual(
      new Set(["15368 success", `${appId} failure`]),
    );
  });
});

describe("annotationsOf", () => {
  it("shows refusals first and limits the number", () => {
    const found = annotationsOf(withDiagnostics(2000));
    expect(found).toHaveLength(500);
    expect(found[0]).toMatchObject({
      path: "environments/a.yaml",
      start_line: 1,
      annotation_level: "failure",
    });
  });

  it("cuts texts to GitHub's limits and leaves none empty", () => {
    const [long] = annotationsOf(withDiagnostics(1, "\u{1F6D1}".repeat(40_000)));
    expect(Buffer.byteLength(long?.message ?? "")).toBeLessThanOrEqual(60_003);
    const empty = { code: "", text: "", at: { file: "a", line: 1, column: 1 } };
    expect(annotationsOf({ ...sampleComparison(), diagnostics: [empty] })[0]).toMatchObject({
      title: "problem",
      message: "problem",
    });
  });
});

describe("findPullRequests", () => {
  it("finds pull requests by branch and commit, and none for an older commit", async () => {
    for (const branch of ["change", "release"]) {
      const ref = { ref: `refs/heads/${branch}`, sha };
      await github.ask("owner", "POST", `${apiPath}/git/refs`, ref);
    }
    for (const base of ["main", "release"]) {
      const pull = { title: "x", head: "change", base };
      await github.ask("owner", "POST", `${apiPath}/pulls`, pull);
    }
    const at = { branch: "change", owner: "owner" };
    const found = await findPullRequests(client(), repository, { ...at, sha });
    expect(new Set(found.map(({ number }) => number))).toEqual(new Set([1, 2]));
    const older = { ...at, sha: "0".repeat(40) };
    expect(await findPullRequests(client(), repository, older)).toEqual([]);
  });
});
