import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { unsafeChangesetConfig } from "./check-changeset-config.ts";

const config = join(import.meta.dirname, "../../../environments/.changeset/config.json");
const safe = { changelog: "@changesets/cli/changelog", commit: false };

describe("unsafeChangesetConfig", () => {
  it("accepts the configuration of this estate", () => {
    expect(unsafeChangesetConfig(readFileSync(config, "utf8"))).toBeUndefined();
  });

  it.each([
    ["a data URL as changelog", { ...safe, changelog: "data:text/javascript,import fs from 'fs'" }],
    ["a file as changelog", { ...safe, changelog: "./changelog" }],
    ["a changelog with options", { ...safe, changelog: ["@changesets/cli/changelog", {}] }],
    ["no changelog", { commit: false }],
    ["a module for commits", { ...safe, commit: "./commit" }],
    ["commits by default", { changelog: safe.changelog }],
    ["a list", [safe]],
  ])("refuses %s", (_, value) => {
    expect(unsafeChangesetConfig(JSON.stringify(value))).toBeDefined();
  });

  it("refuses text that is not JSON", () => {
    expect(unsafeChangesetConfig("{")).toBe("config.json is not a JSON object");
  });
});
