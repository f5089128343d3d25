import { describe, expect, it } from "vitest";
import { applyManifest } from "@altostrata/maintain/servers/apply-manifest.ts";
import { readCorpus, readVerdicts } from "@altostrata/maintain/servers/corpus.ts";
import { onEachServer } from "./on-each-server.ts";

const recorded = readVerdicts();

onEachServer("the API server of Kubernetes %s", (minor, target) => {
  it.each(readCorpus())(
    "gives the recorded verdict on $file",
    async ({ file, object, expects }) => {
      const verdict = await applyManifest(target(), object);
      expect(verdict.verdict, verdict.reason).toBe(recorded[file]?.[minor]?.verdict);
      expect(verdict.verdict).toBe(file.startsWith("faulty/") ? "refused" : "accepted");
      expect(verdict.reason).toContain(expects ?? "");
    },
  );
});

describe("the record of verdicts", () => {
  it("lists exactly the manifests of the corpus", () => {
    expect(Object.keys(recorded).sort()).toEqual(
      readCorpus()
        .map(({ file }) => file)
        .sort(),
    );
  });
});
