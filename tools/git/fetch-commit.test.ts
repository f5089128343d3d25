import { createFixture } from "fs-fixture";
import { simpleGit } from "simple-git";
import { expect, it } from "vitest";
import { fetchCommit } from "./fetch-commit.ts";
import { openRepository } from "./open-repository.ts";

it("fetches a commit that no branch leads to, and says when it is nowhere", async () => {
  await using fixture = await createFixture({ "mine/a": "1" });
  const mine = simpleGit({ baseDir: fixture.getPath("mine") });
  await mine.init(["--initial-branch=main"]);
  await mine.addConfig("user.name", "test").addConfig("user.email", "test@example.com");
  await mine.add(".").commit("first");
  const remote = fixture.getPath("remote.git");
  await simpleGit().raw(["clone", "--quiet", "--bare", fixture.getPath("mine"), remote]);
  await simpleGit().raw(["clone", "--quiet", remote, fixture.getPath("clone")]);
  await mine.checkoutLocalBranch("change");
  await fixture.writeFile("mine/a", "2");
  await mine.add(".").commit("approved, and replaced by a forced push since");
  const approved = (await mine.revparse(["HEAD"])).trim();
  await mine.raw(["push", "--quiet", remote, "change:refs/pull/7/head"]);
  await simpleGit({ baseDir: remote }).addConfig("uploadpack.allowAnySHA1InWant", "true");

  const clone = await openRepository(fixture.getPath("clone"));
  expect(await fetchCommit(clone, approved, { token: "t" })).toBe(true);
  await expect(clone.commitOf(approved)).resolves.toBe(approved);
  expect(await fetchCommit(clone, "0".repeat(40), { token: "t" })).toBe(false);
  expect(await fetchCommit(clone, "--upload-pack=touch x", { token: "t" })).toBe(false);
});
