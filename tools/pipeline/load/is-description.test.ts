import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { publishedFiles } from "../manifests/testing/published-apis.ts";
import { describeApis } from "../manifests/schema/describe-apis.ts";
import { isDescription } from "./is-description.ts";

const { kubernetes, addons } = publishedFiles();

describe("isDescription", () => {
  it.each([
    ...kubernetes.map((file) => ["kubernetes-schema", file] as const),
    ...addons.map((file) => ["addon-schema", file] as const),
  ])("accepts the published %s", (kind, { text }) => {
    expect(isDescription(kind, JSON.parse(text))).toBe(true);
  });

  it("accepts nothing that the manifest checks cannot build", () => {
    const junk = fc.oneof(
      fc.constantFrom(null, 1, "a", true, [], {}, [null], [1], { a: null }),
      fc.jsonValue(),
    );
    const schemas = kubernetes[0]!;
    const small = smallDescription(schemas.text);
    fc.assert(
      fc.property(fc.nat(), junk, (seed, value) => {
        const content = mutate(small, seed, value);
        if (!isDescription("kubernetes-schema", content)) return;
        const apis = describeApis({
          kubernetes: [{ ...schemas, text: JSON.stringify(content) }],
          addons: [],
        });
        for (const kind of [...(apis.kubernetes(schemas.name)?.kinds.values() ?? [])].flat())
          kind.schema();
      }),
      { numRuns: 2000 },
    );
  });
});

/** Returns a few kinds and their definitions. */
function smallDescription(text: string): unknown {
  const { definitions, kinds, removed } = JSON.parse(text) as Record<string, never[]>;
  const chosen = kinds!.filter(({ kind }) => ["NetworkPolicy", "Job"].includes(kind));
  return { definitions, kinds: chosen, removed: removed!.slice(0, 1) };
}

/** Copies the content with one value replaced. */
function mutate(content: unknown, seed: number, value: unknown): unknown {
  const copy = structuredClone(content) as Record<string, unknown>;
  let container: Record<string, unknown> = copy;
  for (let rest = seed, depth = 0; ; depth += 1) {
    const keys = Object.keys(container);
    const key = keys[rest % keys.length] ?? "a";
    rest = Math.floor(rest / Math.max(keys.length, 1));
    const below = container[key];
    if (
      depth >= 8 ||
      typeof below !== "object" ||
      below === null ||
      Object.keys(below).length === 0 ||
      rest % 7 === 6
    ) {
      container[key] = value;
      return copy;
    }
    container = below as Record<string, unknown>;
  }
}
