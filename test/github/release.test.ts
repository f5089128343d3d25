import { spawnSync } from "node:child_process";
import { chmodSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { delimiter, join } from "node:path";
import { createFixture } from "fs-fixture";
import { simpleGit } from "simple-git";
import { describe, expect, it } from "vitest";
import { onEstateDay } from "@altostrata/maintain/estate/estate-day.ts";
import {
  estateRepository,
  type EstateRepository,
} from "@altostrata/maintain/estate/estate-repository.ts";

const root = join(import.meta.dirname, "../..");
const master = "environments/production/apim/master.yaml";

// As in a workflow, node_modules is not on the path until a script adds it.
const ownPath = (process.env["PATH"] ?? "")
  .split(delimiter)
  .filter((part) => !part.includes("node_modules"));

/**
 * Replaces GitHub's command line: one pull request, whose text it keeps in a file, and one of a fork whose branch has
 * the same name.
 */
const gh = `#!/usr/bin/env bash
case "$1 $2" in
  "api repos/owner/estate/pulls?state=open&base=main&head=owner:release/environments")
    [ ! -f "$PULL_REQUEST" ] || echo 7
    exit ;;
  "api "* | "pr list") echo 666; exit ;;
esac
echo "$*" >> "$PULL_REQUEST.log"
cp "\${@: -1}" "$PULL_REQUEST"
`;

/** The real estate with the files that its scripts need, and a bare remote. */
async function prepare() {
  const estate = await estateRepository({ withTools: true });
  const outside = await createFixture({ "bin/gh": gh });
  chmodSync(outside.getPath("bin/gh"), 0o755);
  await simpleGit().raw(["clone", "--quiet", "--bare", estate.path, outside.getPath("remote.git")]);
  await estate.git.addRemote("origin", outside.getPath("remote.git"));
  const run = (command: string, args: readonly string[] = []): string => {
    const result = spawnSync(command, args, {
      cwd: estate.path,
      encoding: "utf8",
      env: {
        ...onEstateDay(),
        PATH: [outside.getPath("bin"), ...ownPath].join(delimiter),
        GITHUB_REPOSITORY: "owner/estate",
        PULL_REQUEST: outside.getPath("pull-request.md"),
      },
    });
    expect({ status: result.status, output: result.stdout + result.stderr }).toMatchObject({
      status: 0,
    });
    return result.stdout;
  };
  return {
    ...estate,
    run,
    note: () => run(process.execPath, [join(root, "tools/bots/bin/note.ts")]),
    release: () => run(join(root, ".github/scripts/release.sh")),
    read: (file: string) => readFileSync(join(estate.path, file), "utf8"),
    pullRequest: () => outside.readFile("pull-request.md", "utf8"),
    asked: () => outside.readFile("pull-request.md.log", "utf8"),
    [Symbol.asyncDispose]: async () => {
      await outside.rm();
      await estate[Symbol.asyncDispose]();
    },
  };
}

async function commitNotes({ git }: EstateRepository): Promise<void> {
  await git.add("environments").commit("note");
}

describe("environments", () => {
  const folders = readdirSync(join(root, "environments"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== ".changeset")
    .map(({ name }) => name);

  it.each(folders)("%s has its own version", (name) => {
    const file = join(root, "environments", name, "package.json");
    const { name: called, version } = JSON.parse(readFileSync(file, "utf8")) as {
      name: string;
      version: string;
    };
    expect(called).toBe(`@estate/${name}`);
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });
});

describe("from a change of production to its changelog", () => {
  it(
    "writes a note, creates a release from it, and tags the merged commit",
    { timeout: 240_000 },
    async () => {
      await using estate = await prepare();
      const { git, edit, note, release, read } = estate;
      await git.checkoutLocalBranch("mine");
      await edit(master, "min: 3, max: 12", "min: 4, max: 12");
      rmSync(join(estate.path, "environments/production/package.json"));
      expect(note()).toMatch(/wrote environments\/\.changeset\/production-[0-9a-f]{8}\.md/);
      await commitNotes(estate);
      await git.checkout("main").merge(["mine"]);
      await git.push("origin", "main");

      release();
      expect(read("environments/production/package.json")).toContain('"version": "0.1.0"');
      expect(read("environments/production/CHANGELOG.md")).toContain(
        "apim: onprem-frankfurt: replicas of gateway 3-12 -> 4-12",
      );
      const text = await estate.pullRequest();
      expect(text).toContain("## 0.1.0");
      expect(text).toContain("replicas of gateway 3-12 -> 4-12");
      expect(await estate.asked()).toContain("pr create --head release/environments --base main");

      // Another change arrives before the release is merged: the same pull request describes both.
      await git.checkout("main");
      await edit(master, "min: 4, max: 12", "min: 4, max: 14");
      note();
      await commitNotes(estate);
      release();
      expect(await estate.pullRequest()).toContain("gateway 4-12 -> 4-14");
      expect(await estate.asked()).toContain("pr edit 7");

      await git.checkout("main").merge(["release/environments"]);
      release();
      const tags = await git.listRemote(["--tags", "origin"]);
      expect(tags).toContain("refs/tags/@estate/production@0.1.0");
    },
  );
});
