import { expect, it } from "vitest";
import { faultyNotes } from "./faulty-notes.ts";

const note = (head: string) => `---\n${head}\n---\n\nWords.\n`;
const production = note('"@estate/production": minor');
const state = (content: string | undefined, ...environments: readonly string[]) => ({
  notes: new Map(content === undefined ? [] : [["a.md", content]]),
  environments: new Set(environments),
});
const without = state(undefined, "production");

it.each([
  ["an environment with a size", production, undefined],
  ["nothing, which releases nothing", note("{}"), undefined],
  ["no head at all", "Words.\n", "unreadable"],
  ["a head that is no YAML", note("a: [\n"), "unreadable"],
  ["an environment that is not there", note('"@estate/nowhere": minor'), "names-no-environment"],
  ["a name that every object has", note('"@estate/toString": huge'), "names-no-environment"],
  ["a size that is none", note('"@estate/production": huge'), "names-no-environment"],
  [
    "an additional entry",
    note('"@estate/production": minor\nleft-pad: major'),
    "names-no-environment",
  ],
])("classifies a note with %s", (_, content, why) => {
  const now = state(content, "production");
  expect(faultyNotes(without, now)).toEqual(why === undefined ? [] : [{ name: "a.md", why }]);
  // What was wrong before the change is not the change's.
  expect(faultyNotes(now, now)).toEqual([]);
});

it("reports a waiting note for an environment that the change removes", () => {
  expect(faultyNotes(state(production, "production"), state(production))).toEqual([
    { name: "a.md", why: "names-no-environment" },
  ]);
});
