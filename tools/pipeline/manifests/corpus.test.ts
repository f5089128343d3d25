import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../model/results/diagnostic.ts";
import { checkManifests } from "./check-manifests.ts";
import { parseManifests } from "./parse-manifests.ts";
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

describe.each(minors)("recorded verdicts of Kubernetes %s", (minor) => {
  it.each(Object.keys(verdicts))("matches the recorded verdict and place for %s", (file) => {
    const { verdict, reason } = verdicts[file]?.[minor] ?? {};
    const diagnostics = check(file, minor);
    expect(diagnostics.length > 0 ? "refused" : "accepted").toBe(verdict);
    const fields = fieldsIn(reason ?? "");
    if (verdict === "refused" && fields.length > 0) {
      expect(diagnostics.map(whereOf)).toContainEqual(expect.toSatisfy(endsNear(fields)));
    }
  });
});

it("covers every file of the corpus", () => {
  expect([...filesIn("faulty"), ...filesIn("valid")].sort()).toEqual(Object.keys(verdicts).sort());
});

it("never shows values of a Secret", () => {
  const [diagnostic] = check("faulty/schema.secret-data-not-base64.yaml", "1.36");
  expect(diagnostic?.args).toMatchObject({ found: "The value" });
});

function check(file: string, minor: string): readonly Diagnostic[] {
  const { manifests, diagnostics } = parseManifests(readFileSync(join(corpus, file), "utf8"), file);
  const target = installedTarget(minor);
  return [...diagnostics, ...checkManifests({ manifests, target, apis, complete: false })];
}

function filesIn(folder: string): string[] {
  return readdirSync(join(corpus, folder)).map((name) => `${folder}/${name}`);
}

/** The fields on the path in a server's message, without list positions. */
function fieldsIn(reason: string): string[] {
  const path = /(?: is invalid: \[?|\): )\.?([a-z][^:]*?): /.exec(reason)?.[1] ?? "";
  return path.replaceAll(/\[[^\]]*\]/g, "").split(".");
}

function whereOf({ path, args }: Diagnostic): readonly string[] {
  return [...(path ?? "").split("."), ...String(args["field"] ?? "").split(/[^\w]+/)];
}

/** Whether our path contains the server's fields; the last one may be a more precise neighbour. */
function endsNear(fields: readonly string[]): (where: readonly string[]) => boolean {
  return (where) => {
    let next = 0;
    for (const part of where) if (part === fields[next]) next += 1;
    return next >= fields.length - 1;
  };
}
