import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readDesiredState } from "../../tools/cli/files/read-desired-state.ts";

const repository = join(import.meta.dirname, "../..");
const { applications } = (await readDesiredState(repository)).desiredState;

it.each(applications)("$name reads every parameter that it declares", ({ name, value }) => {
  const folder = join(repository, "artefacts/applications", name);
  const texts = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"))
    .join("\n");
  const declared = Object.values(value.components).flatMap(({ parameters = {} }) =>
    Object.keys(parameters),
  );
  const unread = declared.filter((parameter) => !texts.includes(`parameters.${parameter}`));
  expect(declared).not.toEqual([]);
  expect(unread).toEqual([]);
});
