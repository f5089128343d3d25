import { readFileSync } from "node:fs";
import { unsafeChangesetConfig } from "../change-note/check-changeset-config.ts";

// The release runs this before Changesets, which has the token.
const file = "environments/.changeset/config.json";
const problem = unsafeChangesetConfig(readFileSync(file, "utf8"));
if (problem !== undefined) {
  process.stderr.write(`${file}: ${problem}. Nothing was released.\n`);
  process.exitCode = 2;
}
