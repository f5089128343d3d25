import { findPullRequest, githubClient, writeCheckRun, writeComment } from "@altostrata/bots";
import { afterAll, beforeAll, expect, it } from "vitest";
import { sampleComparison } from "../../tools/report/change/sample-comparison.ts";
import { checkExchange } from "./check-exchange.ts";
import { openApiPaths } from "./openapi-document.ts";
import { repositoryPath, startGitHub, type LocalGitHub } from "./start-github.ts";

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
  const number = await findPullRequest(client, repository, {
    sha,
    branch: "change",
    owner: "owner",
  });
  const comment = { client, repository, number: number ?? 0, author: "bot", log: () => undefined };
  for (const sequence of [1, 2]) {
    const comparison = sampleComparison({ changes: sequence });
    await writeComment({ ...comment, comparison, state: { head: sha, base: sha, sequence } });
  }
  await writeCheckRun(client, { repository, sha, name: "altostrata / policy" }, sampleComparison());

  const paths = openApiPaths();
  const found = github.exchanges
    .slice(before)
    .flatMap((exchange) => checkExchange(exchange, paths));
  expect([...new Set(found)].sort()).toEqual([]);
});
