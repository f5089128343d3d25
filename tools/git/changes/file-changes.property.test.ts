import fc from "fast-check";
import { expect, it } from "vitest";
import { parseAllDocuments } from "yaml";
import { treeRepository, type TreeFile } from "../testing/import-trees.ts";
import { fileChanges } from "./file-changes.ts";
import { printablePath } from "./printable-path.ts";

const hostileLines = [
  "a",
  "a",
  "b",
  "c",
  "",
  "-",
  "+",
  " ",
  "\r",
  "a\r",
  "\u0000",
  "\u00ff",
  "\u00ed\u00a0\u0080",
  "@@ -1 +1 @@",
  "@@ -1,9 +1,9 @@ x",
  "x\r@@ y",
  "x\rdiff --git a/x b/x",
  "diff --git a/x b/x",
  "--- a/x",
  "+++ b/x",
  "\\ No newline at end of file",
  "index 0000000..1111111 100644",
  "# x",
  "# y",
  "  # z",
  "k: |",
  "  #!/bin/sh",
  "k: 1",
  "j: 2",
  "\u2028",
  "\u0085",
];
const hostileNames = ["", "\r", "\n", "\t", " b/x", '"', "\\", "\u00e9", "\u00c3\u00a9", "\\351"];

/** Each run compares many files. Shrinking would start git hundreds of times. */
const fewRuns = { numRuns: 6, endOnFailure: true };

const content = fc
  .record({
    lines: fc.array(fc.constantFrom(...hostileLines), { maxLength: 8 }),
    end: fc.constantFrom("\n", "\n", ""),
  })
  .map(({ lines, end }) => lines.join("\n") + (lines.length > 0 ? end : ""));
const mode = fc.constantFrom<TreeFile["mode"]>("100644", "100644", "100644", "100755", "120000");
const version = fc.option(fc.record({ mode, content }), { freq: 8, nil: undefined });
const versions = fc.record({
  name: fc.constantFrom(...hostileNames),
  base: version,
  one: version,
  two: version,
});
type Versions = typeof versions extends fc.Arbitrary<infer Value> ? Value : never;
type Side = "base" | "one" | "two";

/** Files of which each has another name. */
function treeOf(files: readonly Versions[], side: Side, nameOf: (index: number) => string) {
  return files.flatMap((file, index): TreeFile[] => {
    const own = file[side];
    if (own === undefined) return [];
    const path = Buffer.from(nameOf(index), "latin1");
    return [{ path, mode: own.mode, content: Buffer.from(own.content, "latin1") }];
  });
}

async function digests(
  made: Awaited<ReturnType<typeof treeRepository>>,
  files: readonly Versions[],
  nameOf: (index: number) => string,
) {
  const tree = (side: Side) => treeOf(files, side, nameOf);
  await made.importTrees({ base: tree("base"), one: tree("one"), two: tree("two") });
  const { repository } = made;
  return {
    one: await fileChanges(repository, "base", "one"),
    two: await fileChanges(repository, "base", "two"),
  };
}

it("gives two contents of a file the same digest only if they are equal", async () => {
  await using made = await treeRepository();
  await fc.assert(
    fc.asyncProperty(fc.array(versions, { minLength: 80, maxLength: 80 }), async (files) => {
      const nameOf = (index: number) => `tools/${index}${files[index]?.name}.ts`;
      const { one, two } = await digests(made, files, nameOf);
      for (const [index, file] of files.entries()) {
        const key = printablePath(Buffer.from(nameOf(index), "latin1"));
        const equal = (left: Side, right: Side) =>
          JSON.stringify(file[left]) === JSON.stringify(file[right]);
        expect(one[key] === undefined, JSON.stringify(file)).toBe(equal("base", "one"));
        expect(one[key] === two[key], JSON.stringify(file)).toBe(equal("one", "two"));
      }
    }),
    fewRuns,
  );
});

it("gives two contents of YAML data the same digest only if they mean the same", async () => {
  await using made = await treeRepository();
  await fc.assert(
    fc.asyncProperty(fc.array(versions, { minLength: 80, maxLength: 80 }), async (files) => {
      const nameOf = (index: number) => `environments/${index}.yaml`;
      const { one, two } = await digests(made, files, nameOf);
      for (const [index, file] of files.entries()) {
        if (one[nameOf(index)] !== two[nameOf(index)]) continue;
        expect(meaning(file.one), JSON.stringify(file)).toBe(meaning(file.two));
      }
    }),
    fewRuns,
  );
});

/** The parsed content; the bytes of a link and of what is no valid YAML. */
function meaning(file: Versions["one"]): string {
  if (file === undefined || file.mode === "120000") return JSON.stringify(file ?? "");
  const documents = parseAllDocuments(Buffer.from(file.content, "latin1").toString());
  const isValid = Array.isArray(documents) && documents.every(({ errors }) => errors.length === 0);
  if (!isValid) return JSON.stringify(file);
  return JSON.stringify([
    file.mode,
    documents.map((one): unknown => one.toJS() ?? undefined).filter(Boolean),
  ]);
}

it("keeps the digest while others change other lines of the file", async () => {
  await using made = await treeRepository();
  const region = (letters: string) =>
    fc.array(fc.constantFrom(...letters.split("")), { maxLength: 6 });
  const pair = (letters: string) => fc.record({ before: region(letters), after: region(letters) });
  const file = fc.record({ mine: pair("abcd"), others: pair("wxyz"), isAbove: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(file, { minLength: 60, maxLength: 60 }), async (files) => {
      const tree = (mine: "before" | "after", others: "before" | "after") =>
        files.map((one, index): TreeFile => {
          const fences = Array.from({ length: 12 }, (_, fence) => `fence ${fence}`);
          const parts = [one.mine[mine], one.others[others]];
          const [first = [], second = []] = one.isAbove ? parts : parts.toReversed();
          const lines = [
            ...fences.slice(0, 4),
            ...first,
            ...fences.slice(4, 8),
            ...second,
            ...fences.slice(8),
          ];
          const path = Buffer.from(`${index}.ts`);
          return { path, mode: "100644", content: Buffer.from(`${lines.join("\n")}\n`) };
        });
      await made.importTrees({
        base: tree("before", "before"),
        head: tree("after", "before"),
        laterBase: tree("before", "after"),
        laterHead: tree("after", "after"),
      });
      const { repository } = made;
      expect(await fileChanges(repository, "laterBase", "laterHead")).toEqual(
        await fileChanges(repository, "base", "head"),
      );
    }),
    fewRuns,
  );
});
