import { createFixture } from "fs-fixture";
import { simpleGit } from "simple-git";
import { expect, it } from "vitest";
import { explainRefusal } from "./explain-refusal.ts";
import { openRepository } from "./open-repository.ts";

async function clone() {
  const fixture = await createFixture({ "estate/a": "" });
  await simpleGit({ baseDir: fixture.path }).init(["--initial-branch=main"]);
  return fixture;
}

it("names the owner as the reason and how to trust a clone of another user", async () => {
  await using fixture = await clone();
  // What git itself prints for such a clone.
  const variable = "GIT_TEST_ASSUME_DIFFERENT_OWNER";
  const git = simpleGit({ baseDir: fixture.path, allowEnvironment: [variable] });
  const asked = git
    .env({ ...plainEnvironment(), [variable]: "1" })
    .raw(["rev-parse", "--show-toplevel"]);
  const complaint = await asked.catch((error: unknown) => String(error));
  const { message } = explainRefusal(fixture.path, complaint);
  expect(message).toContain("belongs to another user");
  expect(message).toMatch(/git config --global --add safe\.directory '.+'/);
});

it("names a damaged repository, also from a folder below", async () => {
  await using fixture = await clone();
  await fixture.writeFile(".git/HEAD", "garbage\n");
  const opening = openRepository(fixture.getPath("estate"));
  await expect(opening).rejects.toThrow("is no valid repository");
  await expect(opening).rejects.toThrow("ref: refs/heads/BRANCH");
});

it("gives git's own reason for everything else", async () => {
  await using fixture = await clone();
  await simpleGit({ baseDir: fixture.path }).addConfig("core.repositoryFormatVersion", "9");
  await expect(openRepository(fixture.path)).rejects.toThrow(/cannot read the repository .*: .*9/s);
  await expect(openRepository(fixture.getPath(".git"))).rejects.toThrow(
    "cannot read the repository",
  );
});

it("refuses a work tree that the configuration puts elsewhere", async () => {
  await using fixture = await clone();
  await using other = await createFixture({ a: "" });
  await simpleGit({ baseDir: fixture.path }).addConfig("core.worktree", other.path);
  await expect(openRepository(fixture.path)).rejects.toThrow("core.worktree");
});

function plainEnvironment(): Record<string, string | undefined> {
  const entries = Object.entries(process.env).filter(
    ([name]) => !/^(GIT_|EDITOR|PAGER)/.test(name),
  );
  return Object.fromEntries(entries);
}
