import { chmodSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { createFixture } from "fs-fixture";
import { simpleGit } from "simple-git";
import { afterEach, describe, expect, it } from "vitest";
import { fileChanges } from "./changes/file-changes.ts";
import { fetchCommit } from "./fetch-commit.ts";
import { GitError } from "./git-error.ts";
import { listFiles } from "./list-files.ts";
import { openRepository } from "./open-repository.ts";
import { readBlobs } from "./read-blobs.ts";
import { readFolder } from "./read-folder.ts";
import { readState } from "./read-state.ts";
import { runGit } from "./run-git.ts";

const path = process.env["PATH"];
afterEach(() => {
  process.env["PATH"] = path;
});

/** A clone with an estate of two commits, and a program that leaves a mark when it runs. */
async function hostileClone() {
  const fixture = await createFixture({
    "clone/environments/a.yaml": "a: 1\n",
    "clone/.gitattributes": "* diff=evil filter=evil\n",
  });
  const clone = fixture.getPath("clone");
  const git = simpleGit({ baseDir: clone });
  await git.init(["--initial-branch=main"]);
  await git.addConfig("user.name", "test").addConfig("user.email", "test@example.com");
  await git.add(".").commit("first");
  await fixture.writeFile("clone/environments/a.yaml", "a: 2\n");
  await git.add(".").commit("second");
  const evil = fixture.getPath("evil");
  writeFileSync(evil, `#!/bin/sh\necho "$0 $*" >> "${fixture.path}/ran"\n`);
  chmodSync(evil, 0o755);
  return { fixture, clone, git, evil, [Symbol.asyncDispose]: () => fixture.rm() };
}

describe("a hostile clone", () => {
  it("starts no program", { timeout: 120_000 }, async () => {
    await using made = await hostileClone();
    const { fixture, clone, evil } = made;
    const names =
      "pre-auto-gc reference-transaction post-checkout post-index-change fsmonitor-watchman";
    for (const hook of names.split(" ")) {
      writeFileSync(`${clone}/.git/hooks/${hook}`, `#!/bin/sh\n"${evil}" ${hook}\n`);
      chmodSync(`${clone}/.git/hooks/${hook}`, 0o755);
    }
    const settings = [
      ...["fsmonitor", "pager", "editor", "sshCommand", "askPass", "gitProxy"].map(
        (key) => `core.${key}`,
      ),
      "core.alternateRefsCommand",
      "diff.external",
      "diff.evil.command",
      "diff.evil.textconv",
      "filter.evil.clean",
      "filter.evil.smudge",
      "filter.evil.process",
      "credential.helper",
      "pager.ls-tree",
      "pager.diff-tree",
      "uploadpack.packObjectsHook",
      "gpg.program",
      "remote.origin.uploadpack",
      "alias.ls-tree",
      "sequence.editor",
      "merge.evil.driver",
    ];
    const config = settings.map((key) => {
      const [section = "", ...rest] = key.split(".");
      const name = rest.pop() ?? "";
      const part = rest.length > 0 ? ` "${rest.join(".")}"` : "";
      return `[${section}${part}]\n\t${name} = ${evil}\n`;
    });
    const remote = [
      '[remote "origin"]',
      `url = ext::${evil} %S`,
      "promisor = true",
      "partialclonefilter = blob:none",
      "fetch = +refs/heads/*:refs/remotes/origin/*",
      '[protocol "ext"]',
      "allow = always",
      "[extensions]",
      "partialClone = origin",
      "[core]",
      "repositoryFormatVersion = 1",
      "",
    ];
    await fixture.writeFile(
      "clone/.git/config",
      `${await fixture.readFile("clone/.git/config", "utf8")}${config.join("")}${remote.join("\n")}`,
    );

    const repository = await openRepository(clone);
    const head = await repository.commitOf("HEAD");
    await repository.defaultBase();
    await readState(repository, head);
    await readFolder(repository, head, "environments");
    await listFiles(repository, head, "environments");
    await fileChanges(repository, "HEAD~1", "HEAD");
    expect(await fetchCommit(repository, "1".repeat(40), { token: "t" })).toBe(false);
    await expect(readBlobs(clone, ["1".repeat(40)])).rejects.toThrow("git fetch --refetch");
    expect(existsSync(fixture.getPath("ran"))).toBe(false);

    // Git without our environment does start it, so the clone above is hostile.
    await simpleGit({ baseDir: clone })
      .raw(["cat-file", "-e", "1".repeat(40)])
      .catch(() => "");
    expect(existsSync(fixture.getPath("ran"))).toBe(true);
  });

  it("starts no program of the remote's settings, and still fetches", async () => {
    await using made = await hostileClone();
    const { fixture, clone, evil, git } = made;
    const other = simpleGit({ baseDir: fixture.path });
    await other.raw(["clone", "--quiet", "--bare", clone, "remote.git"]);
    const remote = simpleGit({ baseDir: fixture.getPath("remote.git") });
    await remote.addConfig("uploadpack.allowAnySHA1InWant", "true");
    await git.raw(["commit", "--quiet", "--allow-empty", "-m", "third"]);
    const commit = (await git.revparse(["HEAD"])).trim();
    await git.raw(["push", "--quiet", fixture.getPath("remote.git"), "HEAD:refs/pull/1/head"]);
    await git.raw(["reset", "--quiet", "--hard", "HEAD~1"]);
    await git.raw(["reflog", "expire", "--expire=now", "--all"]);
    await git.raw(["prune", "--expire=now"]);
    await git.addConfig("remote.origin.url", fixture.getPath("remote.git"));
    const config = await fixture.readFile("clone/.git/config", "utf8");
    const hostile = `[remote "origin"]\n\tuploadpack = ${evil}\n`;
    await fixture.writeFile("clone/.git/config", `${config}${hostile}`);
    const repository = await openRepository(clone);
    expect(await fetchCommit(repository, commit, { token: "t" })).toBe(true);
    expect(existsSync(fixture.getPath("ran"))).toBe(false);
    await git.raw(["fetch", "origin"]).catch(() => "");
    expect(existsSync(fixture.getPath("ran"))).toBe(true);
  });
});

describe("runGit", () => {
  it("gives bytes, exit codes and messages, and takes input", async () => {
    await using made = await hostileClone();
    const input = "a\u00e9\0\r\n";
    const { output } = await runGit(made.clone, ["hash-object", "-w", "--stdin"], { input });
    const hash = output.toString().trim();
    expect((await runGit(made.clone, ["cat-file", "blob", hash])).output).toEqual(
      Buffer.from(input),
    );
    const failed = await runGit(made.clone, ["cat-file", "blob", "nope"]);
    expect(failed).toMatchObject({
      code: 128,
      complaint: expect.stringContaining("nope") as string,
    });
  });

  it.each([
    ["prints garbage", "#!/bin/sh\necho garbage\n", 0o755, "not readable"],
    ["prints nothing", "#!/bin/sh\n", 0o755, "not readable"],
    ["fails without a message", "#!/bin/sh\nexit 3\n", 0o755, "git cannot read"],
    ["may not be started", "#!/bin/sh\n", 0o644, "git "],
  ])("reports a git that %s", async (_, program, mode, message) => {
    await using fixture = await createFixture({ "bin/git": program });
    chmodSync(fixture.getPath("bin/git"), mode);
    process.env["PATH"] = `${fixture.getPath("bin")}`;
    const opening = openRepository(fixture.path);
    await expect(opening).rejects.toThrow(GitError);
    await expect(opening).rejects.toThrow(message);
  });

  it("reports a missing git and a missing folder", async () => {
    await using fixture = await createFixture();
    await expect(openRepository(fixture.getPath("gone"))).rejects.toThrow("does not exist");
    mkdirSync(fixture.getPath("empty"));
    process.env["PATH"] = fixture.getPath("empty");
    await expect(openRepository(fixture.path)).rejects.toThrow("git is not installed");
  });
});
