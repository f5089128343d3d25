import { expect, it } from "vitest";
import { splitExamples } from "./split-examples.ts";

const text = `# About the first
kind: Example
name: one
expect: pass
---
apiVersion: v1
kind: Pod
---
apiVersion: v1
kind: Service
---
kind: Example
name: two
expect: fail
---
kind: ExampleOfAnotherKind # finding
`;

it("starts an example at each document of kind Example", () => {
  expect(splitExamples(text).map(({ line, header }) => [line, header["name"]])).toEqual([
    [1, "one"],
    [12, "two"],
  ]);
});

it("keeps the documents as written", () => {
  const examples = splitExamples(text).map((example) => example.text);
  expect(examples.join("---\n")).toBe(text);
});

it("returns no header if the file does not start with one", () => {
  expect(splitExamples("apiVersion: v1\nkind: Pod\n")).toMatchObject([
    { line: 1, header: { kind: "Pod" } },
  ]);
});
