import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createFixture, type FsFixture } from "fs-fixture";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  estateRepository,
  type EstateRepository,
} from "@altostrata/maintain/estate/estate-repository.ts";
import { estateDay } from "@altostrata/maintain/estate/estate-day.ts";
import { runAlto } from "./testing/run-alto.ts";

const asOf = ["--as-of", estateDay];
const validate = ["json", "text", "sarif", "junit", "github", "markdown"].map((format) => [
  "validate",
  ...asOf,
  "--format",
  format,
]);
const diff = ["json", "text", "markdown", "summary", "html"].map((format) => [
  "diff",
  "main",
  "HEAD",
  ...asOf,
  "--format",
  format,
]);
const others = [
  ["validate", ...asOf, "--since", "main", "--format", "json"],
  ["validate", ...asOf, "--environment", "production", "--format", "json"],
  ["validate", ...asOf, "--target", "aws-frankfurt", "--format", "json"],
  ["validate", ...asOf, "--no-waivers", "--format", "json"],
];

let estate: EstateRepository;
let cache: FsFixture;
const records = (): string => cache.getPath("altostrata/records");

beforeAll(async () => {
  estate = await estateRepository();
  cache = await createFixture();
  await estate.git.checkoutLocalBranch("change");
  await estate.edit(
    "environments/production/apim/system.yaml",
    "aws-frankfurt: 3 }",
    "aws-frankfurt: 3, gcp-belgium: 2 }",
  );
});
afterAll(async () => {
  await estate[Symbol.asyncDispose]();
  await cache.rm();
});

const run = (command: readonly string[], where?: string) =>
  runAlto(estate.path, command, where === undefined ? {} : { cache: where });

describe("the run cache of commands", { timeout: 120_000 }, () => {
  it.each([...validate, ...diff, ...others].map((command) => [command.join(" "), command]))(
    "does not show in alto %s",
    async (_, command) => {
      const alone = await run([...command, "--no-cache"], cache.path);
      expect(alone.output).not.toBe("");
      const [cold, warm] = [await run(command, cache.path), await run(command, cache.path)];
      expect(cold).toEqual(alone);
      expect(warm).toEqual(alone);
    },
  );

  it("does not affect results when it is damaged", async () => {
    const [command = []] = validate;
    const alone = await run(command);
    await run(command, cache.path);
    for (const name of readdirSync(records())) {
      const text = readFileSync(join(records(), name), "utf8");
      writeFileSync(join(records(), name), text.replace('"deny"', '"inform"').slice(0, -3));
    }
    expect(await run(command, cache.path)).toEqual(alone);
  });

  it("is not used with --no-cache and in builds", async () => {
    await using empty = await createFixture();
    const [command = []] = validate;
    await run([...command, "--no-cache"], empty.path);
    await run(command);
    expect(readdirSync(empty.path)).toEqual([]);
    await run(command, empty.path);
    expect(readdirSync(empty.path)).toEqual(["altostrata"]);
  });
});
