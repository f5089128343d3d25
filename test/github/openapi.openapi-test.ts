import {
  appToken,
  checkVerdict,
  findPullRequests,
  githubClient,
  reportText,
  writeCheckRun,
  writeComment,
} from "@altostrata/bots";
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

  const log = () => undefined;
  const repository = { owner: "owner", repo: "estate" };
  const { appId, privateKey } = github.app;
  const unsigned = githubClient({ baseUrl: github.url, log });
  const token = await appToken({ appId, privateKey, repository, client: unsigned });
  const client = githubClient({ token, baseUrl: github.url, log });
  const from = { sha, branch: "change", owner: "owner" };
  const [found] = await findPullRequests(client, repository, from);
  if (!found) throw new Error("there is no pull request");
  const shared = { client, repository, identity: { kind: "app", appId } as const, log };
  for (const changes of [1, 2]) {
    const comparison = sampleComparison({ changes });
    const text = reportText(comparison, []);
    await writeComment({ ...shared, number: found.number, commit: sha, text });
    const verdict = checkVerdict(comparison, []);
    await writeCheckRun({ ...shared, sha, name: "altostrata / policy", verdict });
  }

  const paths = openApiPaths();
  const faults = github.exchanges
    .slice(before)
    .flatMap((exchange) => checkExchange(exchange, paths));
  expect([...new Set(faults)].sort()).toEqual([]);
});
