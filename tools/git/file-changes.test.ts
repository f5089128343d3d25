import { createFixture } from "fs-fixture";
import { simpleGit } from "simple-git";
import { describe, expect, it } from "vitest";
import { fileChanges } from "./file-changes.ts";
import { openRepository } from "./open-repository.ts";

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
      ".gitattributes",
      "tools/a.ts",
      "tools/b.bin",
      "tools/ünï\ncode",
    ]);
  });
});
