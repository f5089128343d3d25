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
// One command for each way to run: formats only print the same result.
const validate = ["validate", ...asOf, "--format", "json"];
const commands = [
  validate,
  ["diff", "main", "HEAD", ...asOf, "--format", "json"],
  ["validate", ...asOf, "--since", "main", "--format", "json"],
  ["validate", ...asOf, "--environment", "production", "--format", "text"],
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

describe("what commands keep", { timeout: 120_000 }, () => {
  it.each(commands.map((command) => [command.join(" "), command]))(
    "does not show in alto %s",
    async (_, command) => {
      const alone = await run([...command, "--no-cache"], cache.path);
      expect(alone.output).not.toBe("");
      const [cold, warm] = [await run(command, cache.path), await run(command, cache.path)];
      expect(cold).toEqual(alone);
      expect(warm).toEqual(alone);
    },
  );

  it("does not show when it is damaged", async () => {
    const alone = await run(validate);
    await run(validate, cache.path);
    for (const name of readdirSync(records())) {
      const text = readFileSync(join(records(), name), "utf8");
      writeFileSync(join(records(), name), text.replace('"deny"', '"inform"').slice(0, -3));
    }
    expect(await run(validate, cache.path)).toEqual(alone);
  });

  it("is not used with --no-cache and in builds", async () => {
    await using empty = await createFixture();
    await run([...validate, "--no-cache"], empty.path);
    await run(validate);
    expect(readdirSync(empty.path)).toEqual([]);
    await run(validate, empty.path);
    expect(readdirSync(empty.path)).toEqual(["altostrata"]);
  });
});
