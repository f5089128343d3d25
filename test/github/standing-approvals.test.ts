import { appToken, githubClient, standingApprovals } from "@altostrata/bots";
import {
  apiPath,
  startGitHub,
  type LocalGitHub,
  type Person,
} from "@altostrata/maintain/github/start-github.ts";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const repository = { owner: "owner", repo: "estate" };
let github: LocalGitHub;
beforeEach(async () => {
  github = await startGitHub();
  const main = (await github.ask("owner", "GET", `${apiPath}/git/ref/heads/main`)) as {
    object: { sha: string };
  };
  const ref = { ref: "refs/heads/change", sha: main.object.sha };
  await github.ask("owner", "POST", `${apiPath}/git/refs`, ref);
  const file = { message: "a", content: "YQ==", branch: "change" };
  await github.ask("owner", "PUT", `${apiPath}/contents/a`, file);
  const pull = { title: "A change", head: "change", base: "main" };
  await github.ask("owner", "POST", `${apiPath}/pulls`, pull);
});
afterEach(() => github.close());

async function review(who: Person, event: string): Promise<void> {
  await github.ask(who, "POST", `${apiPath}/pulls/1/reviews`, { event, body: "x" });
}

async function allow(who: string): Promise<void> {
  const path = `${apiPath}/collaborators/${who}`;
  await github.ask("owner", "PUT", path, { permission: "push" });
}

async function approving(): Promise<readonly string[]> {
  const client = githubClient({ token: "owner", baseUrl: github.url, log: () => undefined });
  return (await standingApprovals(client, repository, 1)).map(({ login }) => login);
}

describe("standingApprovals", { timeout: 60_000 }, () => {
  it("counts only people with write access", async () => {
    await review("stranger", "APPROVE");
    expect(await approving()).toEqual([]);
    await allow("stranger");
    expect(await approving()).toEqual(["stranger"]);
  });

  it("counts the latest review of a person and ignores comments", async () => {
    await allow("stranger");
    await review("stranger", "APPROVE");
    await review("stranger", "COMMENT");
    expect(await approving()).toEqual(["stranger"]);
    await review("stranger", "REQUEST_CHANGES");
    expect(await approving()).toEqual([]);
  });

  it("ignores bots, which anyone with push access can use", async () => {
    const { appId, privateKey, slug } = github.app;
    const connection = { baseUrl: github.url, log: () => undefined };
    const token = await appToken({
      appId,
      privateKey,
      repository,
      client: githubClient(connection),
    });
    const approval = { ...repository, pull_number: 1, event: "APPROVE" } as const;
    await githubClient({ ...connection, token }).rest.pulls.createReview(approval);
    await allow(encodeURIComponent(`${slug}[bot]`));
    expect(await approving()).toEqual([]);
  });
});
