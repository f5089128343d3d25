import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { apiClient } from "./api-client.ts";
import { applyManifest, type ApplyTarget } from "./apply-manifest.ts";
import { readCorpus, readVerdicts } from "./corpus.ts";
import { applyTarget } from "./prepared-server.ts";

const recorded = readVerdicts();

describe.each(Object.entries(inject("apiServers")))(
  "the API server of Kubernetes %s",
  (minor, address) => {
    const client = apiClient(address);
    let target: ApplyTarget;

    beforeAll(async () => {
      target = await applyTarget(client);
    });
    afterAll(() => client.close());

    it.each(readCorpus())(
      "says to $file what the record says",
      async ({ file, object, expects }) => {
        const verdict = await applyManifest(target, object);
        expect(verdict.verdict, verdict.reason).toBe(recorded[file]?.[minor]?.verdict);
        expect(verdict.verdict).toBe(file.startsWith("faulty/") ? "refused" : "accepted");
        expect(verdict.reason).toContain(expects ?? "");
      },
    );
  },
);

describe("the record of verdicts", () => {
  it("names the manifests of the corpus and no others", () => {
    expect(Object.keys(recorded).sort()).toEqual(
      readCorpus()
        .map(({ file }) => file)
        .sort(),
    );
  });
});
