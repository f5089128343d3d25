import { readFileSync } from "node:fs";
import {
  appToken,
  checkVerdict,
  findPullRequests,
  githubClient,
  commentText,
  writeCheckRun,
  writeComment,
} from "@altostrata/bots";
import { afterAll, beforeAll, expect, it } from "vitest";
import { sampleComparison } from "../../tools/report/change/sample-comparison.ts";
import { checkExchange, checkRequest } from "./check-exchange.ts";
import { openApiPaths } from "./openapi-document.ts";
import {
  apiPath,
  startGitHub,
  type LocalGitHub,
} from "@altostrata/maintain/github/start-github.ts";

let github: LocalGitHub;
beforeAll(async () => {
  github = await startGitHub();
});
afterAll(() => github.close());

it("sends requests and gets responses that match GitHub's API description", async () => {
  const main = (await github.ask("owner", "GET", `${apiPath}/git/ref/heads/main`)) as {
    object: { sha: string };
  };
  const { sha } = main.object;
  const ref = { ref: "refs/heads/change", sha };
  await github.ask("owner", "POST", `${apiPath}/git/refs`, ref);
  const pull = { title: "A change", head: "change", base: "main" };
  await github.ask("owner", "POST", `${apiPath}/pulls`, pull);
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
    const text = commentText(comparison, []);
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

it("describes valid requests in the set-up guide", () => {
  const guide = readFileSync(
    new URL("../../docs/guides/github-setup.md", import.meta.url),
    "utf8",
  ).replaceAll("\\\n", " ");
  const call = /gh api -X (\w+) "(repos\/[^"]+)"(.*)\n(?:([^`]*?)\nJSON\n)?/g;
  const requests = [...guide.matchAll(call)].map(
    ([, method = "", path = "", options = "", json]) => {
      const fields = [...options.matchAll(/-[fF] (\w+)=(\S+)/g)].map(([, name, value]) => {
        return [name, value === "false" ? false : value];
      });
      const body = options.includes("JSON") ? json : JSON.stringify(Object.fromEntries(fields));
      const pathname = `/${path.replace("$REPO", "owner/estate").replace("$name", "altostrata")}`;
      return { method, pathname, sent: Buffer.from(String(body).replace("$APP_ID", "7")) };
    },
  );
  expect(requests.map(({ pathname }) => pathname.replace("/repos/owner/estate", ""))).toEqual([
    "/environments/altostrata",
    "/environments/altostrata/deployment-branch-policies",
    "/actions/permissions/workflow",
    "/actions/permissions/fork-pr-contributor-approval",
    "/rulesets",
  ]);
  const paths = openApiPaths();
  expect(requests.flatMap((request) => checkRequest(request, paths))).toEqual([]);
});
