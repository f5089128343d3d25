import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ManifestObject } from "@altostrata/maintain/servers/apply-manifest.ts";
import { readCorpus } from "@altostrata/maintain/servers/corpus.ts";
import { onEachServer } from "../on-each-server.ts";
import { renderedEstate } from "../rendered-estate.ts";
import { compareVerdicts, type Disagreement } from "./compare-verdicts.ts";
import { mutateObject } from "./mutate-object.ts";

interface KnownDisagreement extends Pick<Disagreement, "title" | "kind"> {
  /** The minor versions whose server differs; all by default. */
  readonly minors?: readonly string[];
  /** The reason to keep the offline check as it is. */
  readonly why: string;
}

const known = JSON.parse(
  readFileSync(join(import.meta.dirname, "known-disagreements.json"), "utf8"),
) as readonly KnownDisagreement[];

const seen = new Set<string>();
const valid = readCorpus().filter(({ file }) => file.startsWith("valid/"));
const targets = await renderedEstate();
const mutants = {
  corpus: valid.flatMap(({ object }) => mutateObject(object, seen)),
  // Only paths that the corpus lacks.
  estate: targets.flatMap(({ manifests }) =>
    manifests.flatMap(({ object }) => mutateObject(inCorpusNamespace(object), seen)),
  ),
};

onEachServer("the API server of Kubernetes %s", (minor, server) => {
  it.each(Object.entries(mutants))(
    "agrees with the offline check on each mutant of the %s, except for known ones",
    { timeout: 600_000 },
    async (_source, asked) => {
      expect(asked.length).toBeGreaterThan(500);
      const titles = new Set(asked.map(({ title }) => title));
      const found = await compareVerdicts(server(), minor, asked);
      const expected = known.filter(
        ({ title, minors }) => titles.has(title) && minors?.includes(minor) !== false,
      );
      expect(found.filter((one) => !expected.some(sameAs(one)))).toEqual([]);
      expect(expected.filter((one) => !found.some(sameAs(one)))).toEqual([]);
    },
  );
});

describe("the list of known disagreements", () => {
  it("lists existing mutants, with a reason", () => {
    const titles = new Set(Object.values(mutants).flatMap((all) => all.map(({ title }) => title)));
    expect(known.filter(({ title, why }) => !titles.has(title) || why === "")).toEqual([]);
  });
});

function sameAs({ title, kind }: Pick<Disagreement, "title" | "kind">) {
  return (other: Pick<Disagreement, "title" | "kind">): boolean =>
    other.title === title && other.kind === kind;
}

// The only namespace of the server.
function inCorpusNamespace(object: ManifestObject): ManifestObject {
  const metadata = object["metadata"] as Readonly<Record<string, unknown>>;
  if (metadata["namespace"] === undefined) return object;
  return { ...object, metadata: { ...metadata, namespace: "corpus" } };
}
