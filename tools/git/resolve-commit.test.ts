import { createFixture, type FsFixture } from "fs-fixture";
import { simpleGit } from "simple-git";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GitError } from "./git-error.ts";
import { findCommit, resolveCommit } from "./resolve-commit.ts";

let fixture: FsFixture;
let first: string;

beforeAll(async () => {
  fixture = await createFixture({ a: "" });
  const git = simpleGit({ baseDir: fixture.path });
  await git.init(["--initial-branch=main"]);
  await git.addConfig("user.name", "test").addConfig("user.email", "test@example.com");
  await git.add(".").commit("fix a..b");
  first = (await git.revparse(["HEAD"])).trim();
  await git.raw(["commit", "--quiet", "--allow-empty", "-m", "second"]);
});

afterAll(() => fixture.rm());

describe("resolveCommit", () => {
  it.each(["HEAD~1", "main^", "HEAD^{/fix a..b}"])("finds the commit of %s", async (ref) => {
    expect(await resolveCommit(fixture.path, ref)).toBe(first);
  });

  it.each([
    ["main..HEAD", "main HEAD"],
    ["main...HEAD", "main HEAD"],
    ["HEAD~1..", "HEAD~1"],
    ["..main", "HEAD main"],
    ["^HEAD", "HEAD"],
    ["nope..main", "nope main"],
  ])("refuses the range %s", async (range, names) => {
    const resolving = resolveCommit(fixture.path, range);
    await expect(resolving).rejects.toThrow(GitError);
    await expect(resolving).rejects.toThrow(`${range} is a range of commits`);
    await expect(resolving).rejects.toThrow(`one by one: ${names}`);
  });

  it.each(["nope", "--all", "", "HEAD^@", "HEAD^!", "HEAD:a", "HEAD:../a"])(
    "refuses %j",
    async (ref) => {
      expect(await findCommit(fixture.path, ref)).toBeUndefined();
      await expect(resolveCommit(fixture.path, ref)).rejects.toThrow("git knows no commit");
    },
  );
});
