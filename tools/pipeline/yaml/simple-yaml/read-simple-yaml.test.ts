import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isMap, isScalar, isSeq, LineCounter, parseAllDocuments, Scalar, type Node } from "yaml";
import { readSimpleYaml } from "./read-simple-yaml.ts";

const root = join(import.meta.dirname, "../../../..");
const texts = ["artefacts", "clouds", "environments", ".github"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.ya?ml(\.hbs)?$/.test(path) && !path.includes("node_modules"))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, folder, path), "utf8") })),
);

/** The properties that readers of nodes use. */
function shapeOf(node: unknown): unknown {
  if (node === null) return null;
  const { range, tag } = node as Node;
  if (isMap<Node, Node | null>(node)) {
    const items = node.items.map(({ key, value }) => [shapeOf(key), shapeOf(value)]);
    return { map: items, start: range?.[0], tag };
  }
  if (isSeq(node)) return { list: node.items.map(shapeOf), start: range?.[0], tag };
  if (!isScalar(node)) return { other: true };
  const { value, type, source } = node;
  return { value, type, start: range?.[0], tag, ...(type === Scalar.PLAIN && { source }) };
}

function readByLibrary(text: string): unknown {
  const lines = new LineCounter();
  const documents = [
    ...parseAllDocuments(text, {
      version: "1.2",
      schema: "core",
      merge: false,
      prettyErrors: false,
      uniqueKeys: true,
      lineCounter: lines,
    }),
  ];
  return {
    faults: documents.flatMap(({ errors }) => errors.map(({ code }) => code)),
    documents: documents
      .map(({ contents }) => contents)
      .map((node) => (isScalar(node) && node.source === "" ? null : node))
      .map(shapeOf),
  };
}

/** Returns whether the text was simple; fails if the library reads it differently. */
function agrees(text: string): boolean {
  const simple = readSimpleYaml(text);
  if (!simple) return false;
  const mine = simple.documents.map(shapeOf);
  // The library has no document for a text without content.
  if (mine.length > 0) expect(readByLibrary(text)).toEqual({ faults: [], documents: mine });
  return true;
}

/** Pieces that change the meaning of the lines around them. */
const pieces =
  " |  |\n|\n\n|\n  |#| #|:|: |- |-|\"|'|[|]|{|}|,|>|&a |*a|!t |%|@|`|~|null|0|1.|\\|---\n|...\n|\t|k: v\n|# c\n|?|<<: |é|\u2028|\ue0001\ue001".split(
    "|",
  );

const damaged = fc
  .record({
    source: fc.constantFrom(...texts),
    from: fc.nat(200),
    lines: fc.integer({ min: 1, max: 20 }),
    strokes: fc.array(
      fc.record({
        at: fc.nat(),
        cut: fc.nat(2),
        put: fc.constantFrom("", "|", "|-", ...pieces),
      }),
      { maxLength: 3 },
    ),
  })
  .map(({ source, from, lines, strokes }) => {
    const all = source.text.split("\n");
    const start = from % all.length;
    const indent = /^ */.exec(all[start]!)![0];
    const some = all
      .slice(start, start + lines)
      .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line));
    return strokes.reduce(
      (text, { at, cut, put }) => {
        const place = at % (text.length + 1);
        return text.slice(0, place) + put + text.slice(place + cut);
      },
      `${some.join("\n")}\n`,
    );
  });

describe("readSimpleYaml", () => {
  it("reads most estate files, exactly like the library", () => {
    const files = texts.filter(({ path }) => path.endsWith(".yaml"));
    const read = files.filter(({ text }) => agrees(text));
    expect(files.length).toBeGreaterThan(50);
    expect(read.length / files.length).toBeGreaterThan(0.9);
  });

  it("reads a damaged text like the library, or not at all", () => {
    let read = 0;
    fc.assert(
      fc.property(damaged, (text) => {
        if (agrees(text)) read += 1;
      }),
      { numRuns: 4000 },
    );
    expect(read).toBeGreaterThan(400);
  });

  it.each([
    ["a syntax error", "a: [1\n"],
    ["an anchor", "a: &x 1\n"],
    ["a tag", "a: !t 1\n"],
    ["a duplicate key", "a: 1\na: 2\n"],
    ["a text over two lines", "a: one\n  two\n"],
    ["an escape", 'a: "\\n"\n'],
    ["a directive", "%YAML 1.1\n---\na: 1\n"],
    ["trailing spaces", "a: 1 \n"],
    ["a tab", "a:\t1\n"],
  ])("leaves %s to the library", (_, text) => {
    expect(readSimpleYaml(text)).toBeUndefined();
  });
});
