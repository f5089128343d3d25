import { createFixture } from "fs-fixture";
import { simpleGit } from "simple-git";
import { openRepository, type Repository } from "../open-repository.ts";

/** One entry of a tree. A name or content need not be text. */
export interface TreeFile {
  readonly path: Buffer;
  readonly mode: "100644" | "100755" | "120000";
  readonly content: Buffer;
}

/** An empty repository that takes whole trees at once, which a work tree could not hold. */
export async function treeRepository() {
  const fixture = await createFixture();
  await simpleGit({ baseDir: fixture.path }).init(["--initial-branch=main"]);
  const repository: Repository = await openRepository(fixture.path);
  return {
    repository,
    path: fixture.path,
    /** Makes each tree a commit on a branch of its name. */
    importTrees: async (trees: Readonly<Record<string, readonly TreeFile[]>>): Promise<void> => {
      const commits = Object.entries(trees).map(([branch, files]) => commit(branch, files));
      const input = Buffer.concat(commits);
      const git = simpleGit({ baseDir: fixture.path, input: () => input });
      await git.raw(["fast-import", "--quiet", "--force"]);
    },
    [Symbol.asyncDispose]: () => fixture.rm(),
  };
}

function commit(branch: string, files: readonly TreeFile[]): Buffer {
  const head = `commit refs/heads/${branch}\ncommitter t <t@example.com> 0 +0000\ndata 0\ndeleteall\n`;
  return Buffer.concat([
    Buffer.from(head),
    ...files.flatMap(({ path, mode, content }) => [
      Buffer.from(`M ${mode} inline "`),
      Buffer.from([...path].map(octal).join("")),
      Buffer.from(`"\ndata ${content.length}\n`),
      content,
      Buffer.from("\n"),
    ]),
  ]);
}

function octal(byte: number): string {
  return `\\${byte.toString(8).padStart(3, "0")}`;
}
