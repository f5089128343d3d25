import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { editorSchemas } from "../editor-schemas.ts";

// `npm run schemas:editor` writes docs/reference/schemas; with `--check` it only says whether they are fresh.
const folder = join(import.meta.dirname, "../../../../docs/reference/schemas");
const wanted = new Map([...editorSchemas()].map(([kind, text]) => [`${kind}.json`, text]));

mkdirSync(folder, { recursive: true });
const present = readdirSync(folder).filter((name) => name.endsWith(".json"));
const surplus = present.filter((name) => !wanted.has(name));
const stale = [...wanted].filter(
  ([name, text]) => !present.includes(name) || readFileSync(join(folder, name), "utf8") !== text,
);

if (!process.argv.includes("--check")) {
  for (const [name, text] of stale) writeFileSync(join(folder, name), text);
  for (const name of surplus) rmSync(join(folder, name));
} else if (stale.length + surplus.length > 0) {
  const names = [...stale.map(([name]) => name), ...surplus].sort().join(", ");
  process.stderr.write(
    `docs/reference/schemas is not what the kinds say (${names}).\nRun: npm run schemas:editor\n`,
  );
  process.exitCode = 1;
}
