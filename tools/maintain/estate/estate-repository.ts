import { cpSync, symlinkSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createFixture, type FsFixture } from "fs-fixture";
import { simpleGit, type SimpleGit } from "simple-git";

const repository = fileURLToPath(new URL("../../../", import.meta.url));

/** The real estate as a git repository in a temporary folder, with one commit on `main`. */
export interface EstateRepository extends AsyncDisposable {
  readonly path: string;
  readonly git: SimpleGit;
  /** Replaces text in a file and commits it. Returns the commit. Throws when the text is missing. */
  readonly edit: (file: string, from: string, to: string) => Promise<string>;
  /** Commits the changes that a function makes. */
  readonly change: (
    message: string,
    change: (fixture: FsFixture) => Promise<void>,
  ) => Promise<void>;
}

/** Creates one, optionally with the scripts of package.json and their tools. Disposing removes it. */
export async function estateRepository({ withTools = false } = {}): Promise<EstateRepository> {
  const fixture = await createFixture();
  for (const folder of [
    "clouds",
    "artefacts",
    "environments",
    "policies/bundle",
    "policies/settings",
  ]) {
    cpSync(repository + folder, fixture.getPath(folder), { recursive: true });
  }
  const git = simpleGit({ baseDir: fixture.path });
  await git.init(["--initial-branch=main"]);
  await git.addConfig("user.name", "test").addConfig("user.email", "test@example.com");
  await git.add(".").commit("the estate");
  if (withTools) {
    cpSync(`${repository}package.json`, fixture.getPath("package.json"));
    for (const part of ["node_modules", "tools"])
      symlinkSync(repository + part, fixture.getPath(part));
  }
  return {
    path: fixture.path,
    git,
    edit: async (file, from, to) => {
      const text = await fixture.readFile(file, "utf8");
      if (!text.includes(from)) throw new Error(`${file} does not contain ${from}`);
      await fixture.writeFile(file, text.replace(from, to));
      await git.add(file).commit(`edit ${file}`);
      return (await git.revparse(["HEAD"])).trim();
    },
    change: async (message, change) => {
      await change(fixture);
      await git.add(["--all"]).commit(message);
    },
    [Symbol.asyncDispose]: () => fixture.rm(),
  };
}
