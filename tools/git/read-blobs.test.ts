import { expect, it } from "vitest";
import { treeRepository } from "./testing/import-trees.ts";
import { GitError } from "./git-error.ts";
import { readBlobs } from "./read-blobs.ts";
import { runGit } from "./run-git.ts";

it("reads contents byte for byte, also empty, equal and large ones", async () => {
  await using made = await treeRepository();
  const contents = [
    Buffer.alloc(0),
    Buffer.from([0, 10, 13, 255, 10]),
    Buffer.from("0".repeat(40)),
    Buffer.alloc(3_000_000, "line\n"),
  ];
  const files = contents.map((content, index) => {
    return { path: Buffer.from(String(index)), mode: "100644", content } as const;
  });
  await made.importTrees({ main: files });
  const command = ["ls-tree", "--format=%(objectname)", "main"];
  const hashes = (await runGit(made.path, command)).output.toString().trim().split("\n");
  const blobs = await readBlobs(made.path, [...hashes, ...hashes]);
  expect(hashes.map((hash) => blobs.get(hash))).toEqual(contents);
  expect((await readBlobs(made.path, [])).size).toBe(0);
});

it("refuses what is missing and what is no blob", async () => {
  await using made = await treeRepository();
  await made.importTrees({ main: [] });
  const tree = (await runGit(made.path, ["rev-parse", "main^{tree}"])).output.toString().trim();
  for (const hash of ["1".repeat(40), tree, "HEAD"])
    await expect(readBlobs(made.path, [hash])).rejects.toThrow(GitError);
});
