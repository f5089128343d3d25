import { annotationsOf, findPullRequest, githubClient, writeCheckRun } from "@altostrata/bots";
import type { Comparison } from "@altostrata/pipeline";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sampleComparison } from "../../tools/report/change/sample-comparison.ts";
import { repositoryPath, startGitHub, type LocalGitHub } from "./start-github.ts";

let github: LocalGitHub;
beforeEach(async () => {
  github = await startGitHub();
});
afterEach(() => github.close());

const repository = { owner: "owner", repo: "estate" };
const client = () => githubClient({ token: "bot", baseUrl: github.url, log: () => undefined });

function withDiagnostics(count: number): Comparison {
  return {
    ...sampleComparison(),
    diagnostics: Array.from({ length: count }, (_, index) => ({
      code: "schema-unknown-key",
      text: `key ${index}`,
      at: { file: "environments/a.yaml", line: index + 1, column: 1 },
    })),
  };
}

describe("writeCheckRun", { timeout: 60_000 }, () => {
  it("puts every problem at its line, in batches of what one request may carry", async () => {
    const main = (await github.ask("owner", "GET", `${repositoryPath}/git/ref/heads/main`)) as {
      object: { sha: string };
    };
    await writeCheckRun(
      client(),
      { repository, sha: main.object.sha, name: "altostrata / policy" },
      withDiagnostics(120),
    );
    const { check_runs: runs } = (await github.ask(
      "owner",
      "GET",
      `${repositoryPath}/commits/${main.object.sha}/check-runs`,
    )) as { check_runs: { id: number; conclusion: string }[] };
    expect(runs.map(({ conclusion }) => conclusion)).toEqual(["failure"]);
    const annotations: unknown[] = [];
    for (let page = 1; page <= 2; page += 1) {
      const path = `${repositoryPath}/check-runs/${runs[0]?.id}/annotations?per_page=100&page=${page}`;
      annotations.push(...((await github.ask("owner", "GET", path)) as unknown[]));
    }
    expect(annotations).toHaveLength(120);
  });

  it("shows refusals first, and no more than anybody reads", () => {
    const found = annotationsOf(withDiagnostics(2000));
    expect(found).toHaveLength(500);
    expect(found[0]).toMatchObject({
      path: "environments/a.yaml",
      start_line: 1,
      annotation_level: "failure",
    });
  });
});

describe("findPullRequest", () => {
  it("finds a pull request by the branch and commit that GitHub names, and none for an older commit", async () => {
    await github
      .ask("owner", "POST", `${repositoryPath}/pulls`, { title: "x", head: "main", base: "main" })
      .catch(() => undefined);
    const main = (await github.ask("owner", "GET", `${repositoryPath}/git/ref/heads/main`)) as {
      object: { sha: string };
    };
    await github.ask("owner", "POST", `${repositoryPath}/git/refs`, {
      ref: "refs/heads/change",
      sha: main.object.sha,
    });
    const pull = (await github.ask("owner", "POST", `${repositoryPath}/pulls`, {
      title: "x",
      head: "change",
      base: "main",
    })) as {
      number: number;
      head: { sha: string };
    };
    const at = { branch: "change", owner: "owner" };
    expect(await findPullRequest(client(), repository, { ...at, sha: pull.head.sha })).toBe(
      pull.number,
    );
    expect(
      await findPullRequest(client(), repository, { ...at, sha: "0".repeat(40) }),
    ).toBeUndefined();
  });
});
