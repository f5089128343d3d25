import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { kindDefinitions } from "@altostrata/maintain/generate/definitions.ts";

// Every key that users may write must be read somewhere.

const repository = join(import.meta.dirname, "../..");

/** Keys for the next items of docs/roadmap.md. */
const forLater = ["budgetPerMonth", "cooldown", "payload", "serviceLevels"];
/** Text for people. */
const forPeople = ["mechanism"];

it("reads every key in the tools, a rule or a template", () => {
  const words = new Set(readers().flatMap((text) => text.match(/[A-Za-z][A-Za-z-]*/g) ?? []));
  const keys = new Set(Object.values(kindDefinitions).flatMap(keysIn));
  expect([...keys].filter((key) => !words.has(key)).sort()).toEqual(
    [...forLater, ...forPeople].sort(),
  );
});

/** The texts that may read a key: without its definition, generated files, data and tests. */
function readers(): string[] {
  const defines = /\/(kinds|bundle|examples|testing)\/|\.test\.ts$|sample-|_test\.rego$/;
  return ["tools", "policies", "artefacts", "clouds"].flatMap((folder) =>
    readdirSync(join(repository, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.parentPath.includes("node_modules"))
      .map((entry) => join(entry.parentPath, entry.name).replaceAll("\\", "/"))
      .filter((path) => /\.(ts|rego|hbs)$/.test(path) && !defines.test(path))
      .map((path) => readFileSync(path, "utf8")),
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
