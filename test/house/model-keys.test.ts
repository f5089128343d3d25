import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { kindDefinitions } from "@altostrata/maintain/generate/definitions.ts";

// A key that users may set and nothing reads is a broken promise.

const repository = join(import.meta.dirname, "../..");

/** Planned features in docs/roadmap.md will read these. */
const forLater = ["availability", "budgetPerMonth", "cooldown", "payload", "serviceLevels"];
/** Prose for people. */
const forPeople = ["mechanism"];
/** A rule reads every key of `supply` in one loop. */
const readTogether = ["pipelines"];

it("finds a use of every key in the tools, a rule or a template", () => {
  const used = usedKeys(readers());
  expect(definedKeys().filter((key) => !used.has(key))).toEqual(
    [...forLater, ...forPeople, ...readTogether].sort(),
  );
});

it.each([
  ["a comment", "a.ts", "// unusedKey\n/* value.unusedKey */"],
  ["a word of a message", "a.ts", "const text = `set the unusedKey`;"],
  ["a comment of a rule", "rule.rego", "# input.unusedKey"],
  ["the text of a template", "a.hbs", "unusedKey: 1"],
])("does not take %s for a use", (_, path, text) => {
  expect(usedKeys([{ path, text }]).has("unusedKey")).toBe(false);
});

it.each([
  ["a property", "a.ts", "target.value.readKey"],
  ["a destructured property", "a.ts", "const { readKey } = value;"],
  ["a computed property", "a.ts", 'value["readKey"]'],
  ["a path of a rule", "rule.rego", "input.system.readKey"],
  ["an expression of a template", "a.hbs", "{{#if target.readKey}}"],
])("takes %s for a use", (_, path, text) => {
  expect(usedKeys([{ path, text }]).has("readKey")).toBe(true);
});

interface Reader {
  readonly path: string;
  readonly text: string;
}

const name = "([A-Za-z][A-Za-z0-9-]*)";

/** How each language reads a key: as a property, by a quoted name, or in a pattern. */
const uses: Readonly<Record<string, readonly RegExp[]>> = {
  ts: [
    new RegExp(`\\.${name}`, "g"),
    new RegExp(`"${name}"`, "g"),
    new RegExp(`[{,]\\s*${name}(?=\\s*[,}:=])`, "g"),
  ],
  rego: [new RegExp(`\\.${name}`, "g"), new RegExp(`"${name}"`, "g")],
  hbs: [new RegExp(name, "g")],
};

function usedKeys(files: readonly Reader[]): ReadonlySet<string> {
  return new Set(
    files.flatMap(({ path, text }) => {
      const language = path.split(".").at(-1) ?? "";
      const code = codeOf(language, text);
      return (uses[language] ?? []).flatMap((use) =>
        [...code.matchAll(use)].map(([, key = ""]) => key),
      );
    }),
  );
}

/** The text without comments; of a template, only its expressions. */
function codeOf(language: string, text: string): string {
  if (language === "hbs") return (text.match(/\{\{[^}]*\}\}/g) ?? []).join("\n");
  if (language === "rego") return text.replaceAll(/^\s*#.*$/gm, "");
  return text.replaceAll(/\/\*[^]*?\*\/|(?<=^|\s)\/\/.*$/gm, "");
}

function definedKeys(): readonly string[] {
  return [...new Set(Object.values(kindDefinitions).flatMap(keysIn))].sort();
}

/** Every file that may read a key, without definitions, generated files, data and tests. */
function readers(): Reader[] {
  const defines = /\/(kinds|bundle|examples|testing)\/|\.test\.ts$|sample-|_test\.rego$/;
  return ["tools", "policies", "artefacts", "clouds"].flatMap((folder) =>
    readdirSync(join(repository, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.parentPath.includes("node_modules"))
      .map((entry) => join(entry.parentPath, entry.name).replaceAll("\\", "/"))
      .filter((path) => /\.(ts|rego|hbs)$/.test(path) && !defines.test(path))
      .map((path) => ({ path, text: readFileSync(path, "utf8") })),
  );
}

function keysIn(schema: unknown): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  return Object.entries(schema).flatMap(([keyword, value]) =>
    keyword === "properties"
      ? Object.entries(value as object).flatMap(([key, inner]) => [key, ...keysIn(inner)])
      : keysIn(value),
  );
}
