import {
  appToken,
  commentBody as bodyOf,
  decideComment,
  githubClient,
  commentText,
  writeComment,
  type BotIdentity,
  type ExistingComment,
} from "@altostrata/bots";
import type { Comparison } from "@altostrata/pipeline";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sampleComparison } from "../../tools/report/change/sample-comparison.ts";
import {
  apiPath,
  startGitHub,
  type LocalGitHub,
  type Person,
} from "@altostrata/maintain/github/start-github.ts";

let github: LocalGitHub;
let head: string;

interface Comment {
  readonly id: number;
  readonly body: string;
  readonly updated_at: string;
  readonly user: { readonly login: string };
}

beforeEach(async () => {
  github = await startGitHub();
  head = await push("change", "a: 1");
  await github.ask("owner", "POST", `${apiPath}/pulls`, {
    title: "A change",
    head: "change",
    base: "main",
  });
});
afterEach(() => github.close());

/** Commits a file on a branch and creates the branch if needed. Returns the new commit. */
async function push(branch: string, content: string): Promise<string> {
  const main = (await github.ask("owner", "GET", `${apiPath}/git/ref/heads/main`)) as {
    object: { sha: string };
  };
  await github
    .ask("owner", "POST", `${apiPath}/git/refs`, {
      ref: `refs/heads/${branch}`,
      sha: main.object.sha,
    })
    .catch(() => undefined);
  const path = `${apiPath}/contents/${encodeURIComponent(content)}.yaml`;
  const written = (await github.ask("owner", "PUT", path, {
    message: content,
    content: Buffer.from(content).toString("base64"),
    branch,
  })) as { commit: { sha: string } };
  return written.commit.sha;
}

const textOf = (comparison: Comparison) => commentText(comparison, []);
const bodyFor = (comparison: Comparison) => bodyOf(textOf(comparison));
const repository = { owner: "owner", repo: "estate" };
const workflow: BotIdentity = { kind: "workflow", login: "bot" };

interface Writer {
  readonly token: string;
  readonly identity: BotIdentity;
}

/** The bots as a GitHub App. */
async function asApp(): Promise<Writer> {
  const { appId, privateKey } = github.app;
  const client = githubClient({ baseUrl: github.url, log: () => undefined });
  const token = await appToken({ appId, privateKey, repository, client });
  return { token, identity: { kind: "app", appId } };
}

async function write(
  comparison: Comparison,
  commit = head,
  { token, identity }: Writer = { token: "bot", identity: workflow },
): Promise<string[]> {
  const said: string[] = [];
  await writeComment({
    client: githubClient({ token, baseUrl: github.url, log: (text) => said.push(text) }),
    repository,
    number: 1,
    identity,
    text: textOf(comparison),
    commit,
    log: (text) => said.push(text),
  });
  return said;
}

async function comments(): Promise<readonly Comment[]> {
  return (await github.ask("owner", "GET", `${apiPath}/issues/1/comments`)) as Comment[];
}

function say(who: Person, body: string): Promise<unknown> {
  return github.ask(who, "POST", `${apiPath}/issues/1/comments`, { body });
}

const report = sampleComparison();
const other = sampleComparison({ changes: 5 });
const create = { method: "POST", path: /\/issues\/1\/comments$/ };

describe("writeComment", { timeout: 60_000 }, () => {
  it("writes one comment, and edits it when the report changes", async () => {
    await write(report);
    const [first] = await comments();
    expect(first?.body).toBe(bodyFor(report));
    expect((await write(report)).join()).toContain("is up to date");
    await write(other);
    const after = await comments();
    expect(after.map(({ id, body }) => [id, body])).toEqual([[first?.id, bodyFor(other)]]);
  });

  it("writes nothing when nothing changes, and updates an earlier comment", async () => {
    const nothing = { ...sampleComparison({ environments: 0, changes: 0 }), owners: [] };
    await write(nothing);
    expect(await comments()).toEqual([]);
    await write(report);
    await write(nothing);
    expect((await comments()).map(({ body }) => body)).toEqual([bodyFor(nothing)]);
  });

  it("writes nothing about an older commit", async () => {
    const older = head;
    await write(other);
    await push("change", "b: 2");
    expect((await write(report, older)).join()).toContain("has a newer commit");
    expect((await comments()).map(({ body }) => body)).toEqual([bodyFor(other)]);
  });

  it("keeps comments of other accounts, also when they quote ours", async () => {
    const copy = bodyFor(other);
    await say("stranger", copy);
    await say("bot", `> ${copy}`);
    await write(report);
    const bodies = (await comments()).map(({ body }) => body);
    expect(bodies).toEqual([copy, `> ${copy}`, bodyFor(report)]);
  });

  it.each([
    ["a later run", "<!-- altostrata:state:v1 eyJoZWFkIjoieCIsInNlcXVlbmNlIjo5MDA3fQ -->"],
    ["a later version", "<!-- altostrata:report:v2 -->"],
  ])("replaces a comment whose text claims %s", async (_, claim) => {
    await write(report);
    const [own] = await comments();
    const body = claim.includes("v2") ? `${claim}\nforged` : `${own?.body}${claim}\n`;
    await github.ask("bot", "PATCH", `${apiPath}/issues/comments/${own?.id}`, { body });
    await write(report);
    expect((await comments()).map((one) => one.body)).toEqual([bodyFor(report)]);
  });

  it("ignores comments of the workflow account when it writes as the App", async () => {
    const app = await asApp();
    await say("bot", bodyFor(other));
    await write(report, head, app);
    await write(other, head, app);
    const found = await comments();
    expect(found.map(({ user, body }) => [user.login, body])).toEqual([
      ["bot", bodyFor(other)],
      [`${github.app.slug}[bot]`, bodyFor(other)],
    ]);
  });

  it("restores a comment of the App that someone edited", async () => {
    const app = await asApp();
    await write(report, head, app);
    const [own] = await comments();
    const path = `${apiPath}/issues/comments/${own?.id}`;
    await github.ask("owner", "PATCH", path, { body: "Safe to merge." });
    await write(report, head, app);
    expect((await comments()).map(({ id, body }) => [id, body])).toEqual([
      [own?.id, bodyFor(report)],
    ]);
  });

  it.each([
    ["a lost response", { ...create, what: "lose" as const }],
    ["a bad gateway", { ...create, what: { refuse: 502 } }],
    [
      "a rate limit",
      {
        ...create,
        what: {
          refuse: 403,
          headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "0", "retry-after": "1" },
          message: "API rate limit exceeded",
        },
      },
    ],
    [
      "a secondary rate limit",
      {
        ...create,
        what: {
          refuse: 403,
          headers: { "retry-after": "1" },
          message:
            "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.",
        },
      },
    ],
  ])("has one comment after %s", async (_, fault) => {
    github.failNext(fault);
    await write(report);
    expect((await comments()).map(({ body }) => body)).toEqual([bodyFor(report)]);
  });

  it("shortens the comment when GitHub refuses its length", async () => {
    github.failNext({ ...create, what: { refuse: 422, message: "body is too long" } });
    const long = sampleComparison({ environments: 40, changes: 400 });
    await write(long);
    const [comment] = await comments();
    expect(comment?.body).toBe(bodyOf(textOf(long), 30_000));
    expect(Buffer.byteLength(comment?.body ?? "")).toBeLessThanOrEqual(30_000);
  });

  it("writes the comment again when a person deletes or edits it meanwhile", async () => {
    await write(report);
    const [first] = await comments();
    const path = `${apiPath}/issues/comments/${first?.id}`;
    github.failNext({
      method: "PATCH",
      path: /issues\/comments/,
      what: { meanwhile: () => github.ask("owner", "DELETE", path) },
    });
    await write(other);
    const [second] = await comments();
    expect(second?.body).toBe(bodyFor(other));
    const edited = { body: `${bodyFor(other).split("\n")[0]}\nLGTM` };
    await github.ask("bot", "PATCH", `${apiPath}/issues/comments/${second?.id}`, edited);
    await write(report);
    expect((await comments()).map(({ body }) => body)).toEqual([bodyFor(report)]);
  });

  it("writes nothing on a pull request that is closed meanwhile", async () => {
    await github.ask("owner", "PATCH", `${apiPath}/pulls/1`, { state: "closed" });
    expect((await write(report)).join()).toContain("is closed");
    expect(await comments()).toEqual([]);
  });

  it("gives up when GitHub asks to wait longer than the job may run", async () => {
    github.failNext({
      ...create,
      what: { refuse: 403, headers: { "retry-after": "3600" }, message: "secondary rate limit" },
    });
    await expect(write(report)).rejects.toThrow("secondary rate limit");
  });

  it("leaves one comment when two writers start at once", async () => {
    await Promise.all([write(report), write(other)]);
    await write(other);
    expect((await comments()).map(({ body }) => body)).toEqual([bodyFor(other)]);
  });

  it("reports a missing permission to write", async () => {
    github.failNext({
      ...create,
      what: { refuse: 403, message: "Resource not accessible by integration" },
    });
    await expect(write(report)).rejects.toThrow("Resource not accessible");
    expect(await comments()).toEqual([]);
  });
});

describe("decideComment", () => {
  const app: BotIdentity = { kind: "app", appId: 7 };
  const bot = { login: "altostrata[bot]", type: "Bot" };
  const given = { body: "new", commit: "c", empty: false, head: { sha: "c", open: true } };
  const existing = (author: Omit<ExistingComment, "id" | "body">) => ({
    ...author,
    id: 1,
    body: bodyFor(report),
  });

  it.each<[string, Omit<ExistingComment, "id" | "body">]>([
    ["an App of the same name", { user: bot, performed_via_github_app: { id: 8 } }],
    ["an account of the same name", { user: bot, performed_via_github_app: null }],
    [
      "a person who acts through the App",
      { user: { login: "mallory", type: "User" }, performed_via_github_app: { id: 7 } },
    ],
    ["a deleted account", { user: null, performed_via_github_app: { id: 7 } }],
  ])("does not treat a comment of %s as its own", (_, author) => {
    const comments = [existing(author)];
    expect(decideComment({ ...given, identity: app, comments })).toEqual({ kind: "create" });
  });

  it("updates the comment of its App", () => {
    const comments = [existing({ user: bot, performed_via_github_app: { id: 7 } })];
    const decision = decideComment({ ...given, identity: app, comments });
    expect(decision).toEqual({ kind: "update", id: 1 });
  });
});
