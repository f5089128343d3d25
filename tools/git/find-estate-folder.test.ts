import { createFixture } from "fs-fixture";
import { simpleGit } from "simple-git";
import { describe, expect, it } from "vitest";
import { findEstateFolder, highestEstate } from "./find-estate-folder.ts";
import { listFiles } from "./list-files.ts";
import { openRepository } from "./open-repository.ts";
import { readFolder } from "./read-folder.ts";
import { readState } from "./read-state.ts";

const estate = (below: string, note: string) => ({
  [`${below}artefacts/a.yaml`]: "",
  [`${below}clouds/a.yaml`]: "",
  [`${below}environments/a.yaml`]: note,
});

async function moved() {
  const fixture = await createFixture({
    ...estate("", "old"),
    ...estate("test/small/", "small"),
    "policies/settings/default.yaml": "",
  });
  const git = simpleGit({ baseDir: fixture.path });
  await git.init(["--initial-branch=main"]);
  await git.addConfig("user.name", "test").addConfig("user.email", "test@example.com");
  await git.raw(["commit", "--quiet", "--allow-empty", "-m", "nothing yet"]);
  await git.add(".").commit("at the root");
  await fixture.mkdir("infra/live");
  for (const folder of ["artefacts", "clouds", "environments", "policies"])
    await git.mv(folder, `infra/live/${folder}`);
  await fixture.writeFile("infra/live/environments/a.yaml", "new");
  await git.add(".").commit("in a folder");
  const repository = await openRepository(fixture.getPath("infra/live"));
  return { fixture, repository, [Symbol.asyncDispose]: () => fixture.rm() };
}

describe("findEstateFolder", () => {
  it("finds the estate where it was before it moved", async () => {
    await using made = await moved();
    const { repository } = made;
    expect(await findEstateFolder(repository, "HEAD")).toBe("infra/live/");
    expect(await findEstateFolder(repository, "HEAD~1")).toBe("");
    const old = await readState(repository, "HEAD~1");
    expect(String(await old.estate.read("environments/a.yaml"))).toBe("old");
    expect(await old.policies.list("settings")).toEqual(["default.yaml"]);
    expect(await listFiles(repository, "HEAD~1", "environments")).toEqual(["a.yaml"]);
    const files = await readFolder(repository, "HEAD~1", "environments");
    expect([...files]).toEqual([["a.yaml", "old"]]);
  });

  it("finds the estate where it went afterwards", async () => {
    await using made = await moved();
    const repository = await openRepository(made.fixture.path);
    expect(await findEstateFolder(repository, "HEAD")).toBe("infra/live/");
  });

  it("reports a commit without an estate", async () => {
    await using made = await moved();
    await expect(readState(made.repository, "HEAD~2")).rejects.toThrow("holds no estate");
  });
});

describe("highestEstate", () => {
  const folders = (parent: string) =>
    ["artefacts", "clouds", "environments", "policies"].map((name) => parent + name);

  it("prefers the folder that is not below others", () => {
    const all = [...folders("a/b/test/"), ...folders("a/"), "environments"];
    expect(highestEstate(all, "1234")).toBe("a/");
  });

  it("refuses to choose between two folders of one level", () => {
    const choose = () => highestEstate([...folders("a/"), ...folders("b/")], "1234");
    expect(choose).toThrow("Commit 1234 holds several estates");
    expect(choose).toThrow("a/, b/");
  });
});
