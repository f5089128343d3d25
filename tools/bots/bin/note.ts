import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compareStates, GitError, openRepository, readFolder } from "@altostrata/git";
import { describeDiagnostic } from "@altostrata/report";
import { readNote } from "../change-note/change-note.ts";
import { notesAmong, notesFolder } from "../change-note/note-files.ts";
import { planNotes } from "../change-note/plan-notes.ts";

// `npm run note [BASE]` writes change notes for the work tree, from its effect on production environments.
const estate = process.cwd();
const folder = join(estate, notesFolder);
const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

try {
  const [named] = process.argv.slice(2);
  const repository = await openRepository(estate);
  const base =
    named === undefined
      ? (await repository.defaultBase()).commit
      : await repository.mergeBase(named, "HEAD");
  const comparison = await compareStates({
    estate,
    base,
    asOf: new Date().toISOString().slice(0, 10),
    redactionKey: randomBytes(32),
    describe: describeDiagnostic,
  });
  const before = notesAmong(await readFolder(repository, base, notesFolder));
  const { write, remove, kept } = planNotes(comparison, { before, now: notesAmong(onDisk()) });
  for (const name of remove) rmSync(join(folder, name));
  for (const [name, text] of write) writeFileSync(join(folder, name), text);
  for (const text of write.values()) startVersions(Object.keys(readNote(text)?.environments ?? {}));
  for (const name of remove) say(`removed ${notesFolder}/${name}: outdated`);
  for (const name of write.keys()) say(`wrote ${notesFolder}/${name}`);
  for (const name of kept) say(`kept ${notesFolder}/${name}: it was edited`);
  if (remove.length + write.size + kept.length === 0) {
    say("Nothing to write: production does not change, or its notes exist already.");
  }
  if (comparison.diagnostics.length > 0) {
    say(
      `The work tree has ${comparison.diagnostics.length} problems (npm run validate). The notes cover only what renders.`,
    );
    process.exitCode = 1;
  }
} catch (error) {
  if (!(error instanceof GitError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}

/** Creates missing version files: Changesets refuses notes about environments without a version. */
function startVersions(environments: readonly string[]): void {
  for (const name of environments) {
    const path = `environments/${name}/package.json`;
    if (existsSync(join(estate, path))) continue;
    const content = { name: `@estate/${name}`, version: "0.0.0", private: true };
    writeFileSync(join(estate, path), `${JSON.stringify(content, undefined, 2)}\n`);
    say(`wrote ${path}, the version file`);
  }
}

function onDisk(): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(files.map(({ name }) => [name, readFileSync(join(folder, name), "utf8")]));
}
