import { writeFileSync } from "node:fs";
import { findPullRequests, githubClient, reportOn } from "@altostrata/bots";
import { createFixture } from "fs-fixture";
import { afterAll, beforeAll, expect, it } from "vitest";
import { sampleComparison } from "../../tools/report/change/sample-comparison.ts";
import { checkExchange } from "./check-exchange.ts";
import { openApiPaths } from "./openapi-document.ts";
import {
  repositoryPath,
  startGitHub,
  type LocalGitHub,
} from "@altostrata/maintain/github/start-github.ts";

let github: LocalGitHub;
beforeAll(async () => {
  github = await startGitHub();
});
afterAll(() => github.close());

it("asks GitHub only what its description knows, and is answered as it says", async () => {
  const main = (await github.ask("owner", "GET", `${repositoryPath}/git/ref/heads/main`)) as {
    object: { sha: string };
  };
  const { sha } = main.object;
  const ref = { ref: "refs/heads/change", sha };
  await github.ask("owner", "POST", `${repositoryPath}/git/refs`, ref);
  const pull = { title: "A change", head: "change", base: "main" };
  await github.ask("owner", "POST", `${repositoryPath}/pulls`, pull);
  const before = github.exchanges.length;

  const client = githubClient({ token: "bot", baseUrl: github.url, log: () => undefined });
  const repository = { owner: "owner", repo: "estate" };
  const [found] = await findPullRequests(client, repository, {
    sha,
    branch: "change",
    owner: "owner",
  });
  if (!found) throw new Error("there is no pull request");
  await using folder = await createFixture();
  const log = () => undefined;
  for (const sequence of [1, 2]) {
    const sample = sampleComparison({ changes: sequence });
    const report = {
      ...sample,
      base: { ...sample.base, commit: sha },
      head: { ...sample.head, commit: sha },
    };
    writeFileSync(folder.getPath("report.json"), JSON.stringify(report));
    const run = { head: sha, sequence, url: "https://example.com/runs/1", unfinished: false };
    const asked = {
      client,
      repository,
      pulls: [found],
      author: "bot",
      folder: folder.path,
      run,
      log,
    };
    expect(await reportOn(asked)).toBe(true);
  }

  const paths = openApiPaths();
  const faults = github.exchanges
    .slice(before)
    .flatMap((exchange) => checkExchange(exchange, paths));
  expect([...new Set(faults)].sort()).toEqual([]);
});
