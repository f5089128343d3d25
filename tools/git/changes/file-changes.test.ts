import { symlinkSync, writeFileSync } from "node:fs";
import { createFixture } from "fs-fixture";
import { simpleGit } from "simple-git";
import { describe, expect, it } from "vitest";
import { fileChanges } from "./file-changes.ts";
import { openRepository } from "../open-repository.ts";
import { treeRepository, type TreeFile } from "../testing/import-trees.ts";

const rows = Array.from({ length: 40 }, (_, index) => `key${index}: ${index}`).join("\n");
const data = "environments/a.yaml";

/** A repository with some files in which each step commits changed files and gives the commit. */
async function repository() {
  const fixture = await createFixture({
    [data]: `${rows}\n`,
    "tools/a.ts": `${rows}\n`,
    "tools/b.bin": Buffer.from([0, 1, 255]),
  });
  const git = simpleGit({ baseDir: fixture.path });
  await git.init(["--initial-branch=main"]);
  await git.addConfig("user.name", "test").addConfig("user.email", "test@example.com");
  await git.add(".").commit("first");
  const head = async () => (await git.revparse(["HEAD"])).trim();
  return {
    git,
    fixture,
    base: await head(),
    opened: await openRepository(fixture.path),
    edit: async (file: string, from: string, to: string) => {
      await fixture.writeFile(file, (await fixture.readFile(file, "utf8")).replace(from, to));
      await git.add(".").commit("edit");
      return await head();
    },
    write: async (file: string, content: string | Buffer) => {
      await fixture.writeFile(file, content);
      await git.add(["--force", "."]).commit("write");
      return await head();
    },
    [Symbol.asyncDispose]: () => fixture.rm(),
  };
}

describe("fileChanges", () => {
  it("stays the same while others change other lines, and not when the change itself is another", async () => {
    await using made = await repository();
    const { git, base, opened, edit } = made;
    await git.checkoutLocalBranch("mine");
    const mine = await edit("tools/a.ts", "key30: 30", "key30: mine");
    const approved = await fileChanges(opened, base, mine);
    expect(Object.keys(approved)).toEqual(["tools/a.ts"]);

    await git.checkout("main");
    const main = await edit("tools/a.ts", "key1: 1\n", "key1: others\nand: more\n");
    await git.checkoutBranch("queue", "main");
    await git.merge(["mine", "--no-edit"]);
    const merged = (await git.revparse(["HEAD"])).trim();
    expect(await fileChanges(opened, main, merged)).toEqual(approved);

    await git.checkout("mine");
    const moved = await edit("tools/a.ts", "key30: mine", "key30: other");
    expect(await fileChanges(opened, base, moved)).not.toEqual(approved);
  });

  it("hears no comment in data, and every one in code", async () => {
    await using made = await repository();
    const { base, opened, edit } = made;
    const value = await fileChanges(opened, base, await edit(data, "key3: 3\n", "key3: 4\n"));
    const comment = await edit(data, "key20: 20", "# why\nkey20: 20");
    expect(await fileChanges(opened, base, comment)).toEqual(value);
    const code = await edit("tools/a.ts", "key20: 20", "# why\nkey20: 20");
    expect(Object.keys(await fileChanges(opened, base, code))).toEqual([data, "tools/a.ts"]);
  });

  it("sees bytes that are no text, rights, removals, and files that attributes call binary", async () => {
    await using made = await repository();
    const { fixture, base, opened, write } = made;
    const changes = async (head: string) => await fileChanges(opened, base, head);
    const one = await changes(await write("tools/b.bin", Buffer.from([0, 1, 254])));
    const two = await changes(await write("tools/b.bin", Buffer.from([0, 1, 253])));
    expect(one["tools/b.bin"]).not.toBe(two["tools/b.bin"]);

    await write(".gitattributes", "*.ts -diff\n");
    const hidden = await changes(await write("tools/a.ts", "evil\n"));
    const worse = await changes(await write("tools/a.ts", "worse\n"));
    expect(hidden["tools/a.ts"]).not.toBe(worse["tools/a.ts"]);

    await write("tools/ünï\ncode", "new\n");
    await fixture.rm("tools/b.bin");
    await made.git.add(["--all", "."]).commit("remove");
    expect(Object.keys(await changes("HEAD")).sort()).toEqual([
      String.raw`"tools/\303\274n\303\257\012code"`,
      ".gitattributes",
      "tools/a.ts",
      "tools/b.bin",
    ]);
  });
});

describe("fileChanges of hostile content", () => {
  it.each([
    [
      "a carriage return before a hunk header",
      "a.sh",
      "echo ok \r@@ ; echo good\n",
      "good",
      "EVIL",
    ],
    [
      "a carriage return before a patch header",
      "a.sh",
      "echo\rdiff --git a/x b/x\recho good\n",
      "good",
      "EVIL",
    ],
    ["lines that look like a patch", "a.sh", "@@ -1 +1 @@\n--- a\n+++ b\ngood\n", "good", "EVIL"],
    ["a NUL", "a.sh", "a\0good\n", "good", "EVIL"],
    [
      "a comment in a block scalar",
      "environments/a.yaml",
      "run: |\n  #!/bin/good\n  x\n",
      "good",
      "EVIL",
    ],
    [
      "a blank line in a block scalar",
      "environments/a.yaml",
      "run: |\n  a\n\n  b\n",
      "a\n\n",
      "a\n",
    ],
    [
      "a comment in a template",
      "environments/a.yaml.hbs",
      "data: |\n  # good: 1\n",
      "good",
      "EVIL",
    ],
    ["a comment in invalid YAML", "environments/a.yaml", "a: [\n# good\n", "good", "EVIL"],
    [
      "a line break inside a comment",
      "environments/a.yaml",
      "a: 1\n# x\rgood: 1\n",
      "good",
      "EVIL",
    ],
    ["a missing last line break", "a.sh", "x\n", "x\n", "x"],
  ])("notices another line after %s", async (_, path, content, from, to) => {
    await using made = await treeRepository();
    const tree = (text: string): TreeFile[] => [
      { path: Buffer.from(path), mode: "100644", content: Buffer.from(text) },
    ];
    const trees = { base: [], good: tree(content), evil: tree(content.replace(from, to)) };
    await made.importTrees(trees);
    const good = await fileChanges(made.repository, "base", "good");
    const evil = await fileChanges(made.repository, "base", "evil");
    expect(Object.keys(good)).toEqual([path]);
    expect(evil[path]).not.toBe(good[path]);
  });

  it("notices that equal lines were added elsewhere", async () => {
    await using made = await repository();
    const { opened, write } = made;
    const base = await write("a.sh", "a\nb\na\nb\n");
    const first = await fileChanges(opened, base, await write("a.sh", "a\nx\nb\na\nb\n"));
    const second = await fileChanges(opened, base, await write("a.sh", "a\nb\na\nx\nb\n"));
    expect(first).not.toEqual(second);
  });

  it("reads a file that becomes a link, and one that becomes a submodule", async () => {
    await using made = await repository();
    const { git, fixture, base, opened } = made;
    const link = async (target: string) => {
      await fixture.rm("tools/a.ts");
      symlinkSync(target, fixture.getPath("tools/a.ts"));
      await git.add("--all").commit("link");
      return await fileChanges(opened, base, "HEAD");
    };
    const one = await link("b.bin");
    expect(Object.keys(one)).toEqual(["tools/a.ts"]);
    expect(await link("c.bin")).not.toEqual(one);

    // An attribute of the tree must not hide a submodule.
    await fixture.writeFile(
      ".gitmodules",
      '[submodule "s"]\n\tpath = tools/a.ts\n\turl = ./s\n\tignore = all\n',
    );
    await fixture.rm("tools/a.ts");
    const submodule = async (commit: string) => {
      await git.raw(["update-index", "--add", "--cacheinfo", `160000,${commit},tools/a.ts`]);
      await git.raw(["add", ".gitmodules"]);
      await git.raw(["commit", "--quiet", "-m", "submodule"]);
      return await fileChanges(opened, base, "HEAD");
    };
    const first = await submodule(base);
    const second = await submodule((await git.revparse(["HEAD"])).trim());
    expect(first["tools/a.ts"]).not.toBe(second["tools/a.ts"]);
  });

  it("gives the same digests whatever the clone is configured to show", async () => {
    await using made = await repository();
    const { git, base, opened, write } = made;
    await write("tools/a.ts", `${rows}\n\n\n`);
    await write("added.ts", "\n\nx\n");
    await git.mv("tools/b.bin", "moved.bin");
    await git.add("--all").commit("move");
    const plain = await fileChanges(opened, base, "HEAD");
    const settings = [
      "diff.suppressBlankEmpty true, diff.noprefix true, diff.algorithm patience, diff.context 0",
      "diff.interHunkContext 9, diff.renames copies, diff.relative true, diff.submodule log",
      "diff.ignoreSubmodules all, diff.orderFile /dev/null, diff.wsErrorHighlight all",
      "diff.indentHeuristic false, diff.colorMoved zebra, color.ui always, core.bigFileThreshold 1",
      "core.quotePath false, core.abbrev 4, core.autocrlf true, core.whitespace cr-at-eol",
    ];
    for (const setting of settings.join(", ").split(", "))
      await git.raw(["config", ...setting.split(" ")]);
    expect(await fileChanges(opened, base, "HEAD")).toEqual(plain);
    expect(Object.keys(plain).sort()).toEqual([
      "added.ts",
      "moved.bin",
      "tools/a.ts",
      "tools/b.bin",
    ]);
  });

  it("keeps names apart that are not UTF-8", async () => {
    await using made = await repository();
    const { fixture, git, base, opened } = made;
    const names = [[0xe9], [0xe8], [0x5c, 0x33, 0x35, 0x31], [0x22, 0xc3, 0xa9]];
    for (const name of names)
      writeFileSync(Buffer.concat([Buffer.from(`${fixture.path}/`), Buffer.from(name)]), "x");
    await git.add("--all").commit("names");
    const keys = Object.keys(await fileChanges(opened, base, "HEAD"));
    expect(keys.toSorted()).toEqual([
      String.raw`"\"\303\251"`,
      String.raw`"\350"`,
      String.raw`"\351"`,
      String.raw`"\\351"`,
    ]);
  });

  it("reads a file of 60,000 lines and an empty one", async () => {
    await using made = await repository();
    const { base, opened, write } = made;
    await write("empty", "");
    const many = Array.from({ length: 60_000 }, (_, index) => `line ${index % 100}`).join("\n");
    const from = await write("large.txt", many);
    const changes = await fileChanges(opened, base, from);
    expect(Object.keys(changes).sort()).toEqual(["empty", "large.txt"]);
    const head = await write("large.txt", many.replaceAll("line 7\n", "line x\n"));
    expect(Object.keys(await fileChanges(opened, from, head))).toEqual(["large.txt"]);
  });
});
