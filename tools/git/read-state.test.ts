import { loadEstate, workTreeReader } from "@altostrata/pipeline";
import { createFixture, type FsFixture } from "fs-fixture";
import { symlinkSync } from "node:fs";
import { simpleGit, type SimpleGit } from "simple-git";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GitError } from "./git-error.ts";
import { listFiles } from "./list-files.ts";
import { openRepository } from "./open-repository.ts";
import { readState } from "./read-state.ts";

let fixture: FsFixture;
let git: SimpleGit;

beforeAll(async () => {
  fixture = await createFixture({
    "estate/environments/a/environment.yaml": "kind: Environment\n",
    "estate/environments/ünïcode name.yaml": "x: 1\n",
    "estate/environments/empty.yaml": "",
    "estate/clouds/latency.csv": "a,b\n1,2\n",
    "estate/artefacts/node_modules/x.yaml": "x: 1\n",
    "estate/policies/settings/default.yaml": "kind: PolicySettings\n",
    "estate/README.md": "not of the estate\n",
    "elsewhere.yaml": "secret\n",
  });
  symlinkSync("a/environment.yaml", fixture.getPath("estate/environments/linked.yaml"));
  symlinkSync("../../elsewhere.yaml", fixture.getPath("estate/environments/out.yaml"));
  symlinkSync("gone.yaml", fixture.getPath("estate/environments/broken.yaml"));
  git = simpleGit({ baseDir: fixture.path });
  await git.init(["--initial-branch=main"]);
  await git.addConfig("user.name", "test").addConfig("user.email", "test@example.com");
  await git.add(".").commit("first");
});

afterAll(() => fixture.rm());

describe("readState", () => {
  it("gives what the work tree gives: entries, sizes, links and contents", async () => {
    const repository = await openRepository(fixture.getPath("estate"));
    const { estate } = await readState(repository, await repository.commitOf("HEAD"));
    const onDisk = workTreeReader(fixture.getPath("estate"));
    const byPath = (entries: readonly { path: string }[]) =>
      entries.toSorted((left, right) => (left.path < right.path ? -1 : 1));
    expect(byPath(await estate.list())).toEqual(byPath(await onDisk.list()));
    for (const path of [
      "environments/ünïcode name.yaml",
      "environments/empty.yaml",
      "environments/linked.yaml",
    ])
      expect(Buffer.from(await estate.read(path))).toEqual(Buffer.from(await onDisk.read(path)));
    await expect(estate.read("environments/out.yaml")).rejects.toThrow("is missing");
    const [ofCommit, ofFolder] = [await loadEstate(estate), await loadEstate(onDisk)];
    expect(ofCommit.diagnostics).toEqual(ofFolder.diagnostics);
  });

  it("reads the commit, not what has changed since", async () => {
    const repository = await openRepository(fixture.getPath("estate"));
    const before = await repository.commitOf("HEAD");
    await fixture.writeFile("estate/clouds/latency.csv", "a,b\n3,4\n");
    await git.add(".").commit("second");
    const { estate, policies } = await readState(repository, before);
    expect(Buffer.from(await estate.read("clouds/latency.csv")).toString()).toBe("a,b\n1,2\n");
    expect(await policies.list("settings")).toEqual(["default.yaml"]);
  });
});

describe("openRepository", () => {
  it("finds the merge base with the main branch", async () => {
    const repository = await openRepository(fixture.getPath("estate"));
    const shared = await repository.commitOf("main");
    await git.checkoutLocalBranch("change");
    await fixture.writeFile("estate/clouds/latency.csv", "a,b\n5,6\n");
    await git.add(".").commit("third");
    expect(await repository.defaultBase()).toEqual({ commit: shared, label: "main" });
  });

  it.each(["nope", "--all", ""])("says which ref %j git does not know", async (ref) => {
    const repository = await openRepository(fixture.getPath("estate"));
    await expect(repository.commitOf(ref)).rejects.toThrow(GitError);
    await expect(repository.commitOf(ref)).rejects.toThrow("git knows no commit");
  });

  it("says when a folder is in no repository", async () => {
    const outside = await createFixture({ a: "" });
    await expect(openRepository(outside.path)).rejects.toThrow("is in no git repository");
    await outside.rm();
  });
});

describe("listFiles", () => {
  it("names the files below a folder of the estate, and none where there is no such folder", async () => {
    const repository = await openRepository(fixture.getPath("estate"));
    const at = (folder: string) => listFiles(repository, "HEAD", folder);
    expect(await at("environments")).toContain("a/environment.yaml");
    expect(await at("environments/a")).toEqual(["environment.yaml"]);
    expect(await at("nowhere")).toEqual([]);
  });
});
