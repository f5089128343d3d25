import {
  commentBody as bodyOf,
  githubClient,
  reportText,
  writeComment,
  type CommentState,
} from "@altostrata/bots";
import type { Comparison } from "@altostrata/pipeline";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sampleComparison } from "../../tools/report/change/sample-comparison.ts";
import {
  repositoryPath,
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
  await github.ask("owner", "POST", `${repositoryPath}/pulls`, {
    title: "A change",
    head: "change",
    base: "main",
  });
});
afterEach(() => github.close());

/** Commits a file on a branch, which is made when it is not there; gives the new commit. */
async function push(branch: string, content: string): Promise<string> {
  const main = (await github.ask("owner", "GET", `${repositoryPath}/git/ref/heads/main`)) as {
    object: { sha: string };
  };
  await github
    .ask("owner", "POST", `${repositoryPath}/git/refs`, {
      ref: `refs/heads/${branch}`,
      sha: main.object.sha,
    })
    .catch(() => undefined);
  const path = `${repositoryPath}/contents/${encodeURIComponent(content)}.yaml`;
  const written = (await github.ask("owner", "PUT", path, {
    message: content,
    content: Buffer.from(content).toString("base64"),
    branch,
  })) as { commit: { sha: string } };
  return written.commit.sha;
}

const state = (sequence: number, sha = head): CommentState => ({
  head: sha,
  sequence,
});

const textOf = (comparison: Comparison) => reportText(comparison, { files: [], more: false });
const commentBody = (comparison: Comparison, own: CommentState) => bodyOf(textOf(comparison), own);

async function write(sequence: number, comparison: Comparison, sha = head): Promise<string[]> {
  const said: string[] = [];
  await writeComment({
    client: githubClient({ token: "bot", baseUrl: github.url, log: (text) => said.push(text) }),
    repository: { owner: "owner", repo: "estate" },
    number: 1,
    author: "bot",
    text: textOf(comparison),
    state: state(sequence, sha),
    log: (text) => said.push(text),
  });
  return said;
}

async function comments(): Promise<readonly Comment[]> {
  return (await github.ask("owner", "GET", `${repositoryPath}/issues/1/comments`)) as Comment[];
}

function say(who: Person, body: string): Promise<unknown> {
  return github.ask(who, "POST", `${repositoryPath}/issues/1/comments`, { body });
}

const report = sampleComparison();
const other = sampleComparison({ changes: 5 });
const create = { method: "POST", path: /\/issues\/1\/comments$/ };

describe("writeComment", { timeout: 60_000 }, () => {
  it("writes one comment, says it once, and edits it when the report changes", async () => {
    await write(1, report);
    const [first] = await comments();
    expect(first?.body).toBe(commentBody(report, state(1)));
    expect((await write(1, report)).join()).toContain("says it already");
    await write(2, other);
    const after = await comments();
    expect(after.map(({ id, body }) => [id, body])).toEqual([
      [first?.id, commentBody(other, state(2))],
    ]);
  });

  it("writes nothing when nothing changes, and corrects an earlier comment when it no longer does", async () => {
    const nothing = { ...sampleComparison({ environments: 0, changes: 0 }), owners: [] };
    await write(1, nothing);
    expect(await comments()).toEqual([]);
    await write(2, report);
    await write(3, nothing);
    expect((await comments()).map(({ body }) => body)).toEqual([commentBody(nothing, state(3))]);
  });

  it("drops what an older run or an older commit says", async () => {
    await write(5, other);
    expect((await write(4, report)).join()).toContain("a later run has written already");
    await push("change", "b: 2");
    expect((await write(6, report)).join()).toContain("has a newer commit");
    expect((await comments()).map(({ body }) => body)).toEqual([commentBody(other, state(5))]);
  });

  it("leaves alone what is not its own: another's copy, a quote, a newer version's", async () => {
    const copy = commentBody(other, state(99));
    await say("stranger", copy);
    await say("bot", `> ${copy}`);
    await write(1, report);
    const bodies = (await comments()).map(({ body }) => body);
    expect(bodies).toEqual([copy, `> ${copy}`, commentBody(report, state(1))]);
    const [, , own] = await comments();
    const newer = commentBody(report, state(1)).replace(":v1 -->", ":v2 -->");
    await github.ask("bot", "PATCH", `${repositoryPath}/issues/comments/${own?.id}`, {
      body: newer,
    });
    expect((await write(2, other)).join()).toContain("a newer version of this bot");
  });

  it.each([
    ["a lost answer", { ...create, what: "lose" as const }],
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
    await write(1, report);
    expect((await comments()).map(({ body }) => body)).toEqual([commentBody(report, state(1))]);
  });

  it("says less where GitHub takes less than it promises", async () => {
    github.failNext({ ...create, what: { refuse: 422, message: "body is too long" } });
    const long = sampleComparison({ environments: 40, changes: 400 });
    await write(1, long);
    const [comment] = await comments();
    expect(comment?.body).toBe(bodyOf(textOf(long), state(1), 30_000));
    expect(Buffer.byteLength(comment?.body ?? "")).toBeLessThanOrEqual(30_000);
  });

  it("writes anew what a person deleted, or edited, while it was about to", async () => {
    await write(1, report);
    const [first] = await comments();
    const path = `${repositoryPath}/issues/comments/${first?.id}`;
    github.failNext({
      method: "PATCH",
      path: /issues\/comments/,
      what: { meanwhile: () => github.ask("owner", "DELETE", path) },
    });
    await write(2, other);
    const [second] = await comments();
    expect(second?.body).toBe(commentBody(other, state(2)));
    const edited = { body: (second?.body ?? "").replace(/<!-- altostrata:state.*$/s, "LGTM") };
    await github.ask("bot", "PATCH", `${repositoryPath}/issues/comments/${second?.id}`, edited);
    await write(3, report);
    expect((await comments()).map(({ body }) => body)).toEqual([commentBody(report, state(3))]);
  });

  it("writes nothing on a pull request that was closed meanwhile", async () => {
    await github.ask("owner", "PATCH", `${repositoryPath}/pulls/1`, { state: "closed" });
    expect((await write(1, report)).join()).toContain("is closed");
    expect(await comments()).toEqual([]);
  });

  it("believes no number in a comment about another commit", async () => {
    await write(9_000_000, report);
    const next = await push("change", "b: 2");
    await write(1, other, next);
    expect((await comments()).map(({ body }) => body)).toEqual([
      commentBody(other, state(1, next)),
    ]);
  });

  it("gives up where GitHub asks to wait longer than a job lives", async () => {
    github.failNext({
      ...create,
      what: { refuse: 403, headers: { "retry-after": "3600" }, message: "secondary rate limit" },
    });
    await expect(write(1, report)).rejects.toThrow("secondary rate limit");
  });

  it("ends with one comment, the later run's, when two writers begin at once", async () => {
    await Promise.all([write(1, report), write(2, other)]);
    await write(2, other);
    expect((await comments()).map(({ body }) => body)).toEqual([commentBody(other, state(2))]);
  });

  it("says why when it may not write", async () => {
    github.failNext({
      ...create,
      what: { refuse: 403, message: "Resource not accessible by integration" },
    });
    await expect(write(1, report)).rejects.toThrow("Resource not accessible");
    expect(await comments()).toEqual([]);
  });
});
