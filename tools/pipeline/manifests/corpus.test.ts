import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseManifests } from "./parse-manifests.ts";
import { checkManifests } from "./check-manifests.ts";
import { installedTarget, publishedApis } from "./testing/published-apis.ts";

const corpus = join(import.meta.dirname, "../../../test/servers/corpus");
const verdicts = JSON.parse(readFileSync(join(corpus, "verdicts.json"), "utf8")) as Record<
  string,
  Record<string, { verdict: "accepted" | "refused"; reason: string }>
>;
const minors = [
  ...new Set(Object.values(verdicts).flatMap((verdict) => Object.keys(verdict))),
].sort();
const apis = publishedApis();

describe.each(minors)("what a real server of Kubernetes %s said", (minor) => {
  it.each(filesIn("faulty"))("refuses %s", (file) => {
    expect(check(file, minor)).not.toEqual([]);
  });

  it.each(filesIn("valid"))("accepts %s", (file) => {
    expect(check(file, minor)).toEqual([]);
  });
});

function check(file: string, minor: string) {
  const text = readFileSync(join(corpus, file), "utf8");
  const { manifests, diagnostics } = parseManifests(text, file);
  const target = installedTarget(minor);
  return [...diagnostics, ...checkManifests({ manifests, target, apis, complete: false })];
}

function filesIn(folder: string): string[] {
  return readdirSync(join(corpus, folder))
    .sort()
    .map((name) => `${folder}/${name}`);
}
