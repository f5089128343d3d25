import { missingNotes, planNotes, printNote, readNote, type ChangeNote } from "@altostrata/bots";
import type { Comparison, ObjectChange } from "@altostrata/pipeline";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sampleComparison } from "../../tools/report/change/sample-comparison.ts";

const none = new Map<string, string>();
const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/).filter((one) => one !== "__proto__");
const line = fc.string({ minLength: 1 }).map((text) => text.replaceAll(/[\r\n]/g, " "));
const notes: fc.Arbitrary<ChangeNote> = fc.record({
  environments: fc.dictionary(name, fc.constantFrom("major", "minor", "patch"), {
    minKeys: 1,
    noNullPrototype: true,
  }),
  text: line.map((text) => text.trim()).filter((text) => text !== ""),
});

/** A comparison of production environments with these names, in which each change has these classes. */
function changing(
  names: readonly string[],
  change: Partial<Pick<ObjectChange, "classes" | "reversibility">> = { classes: ["scale"] },
): Comparison {
  const sample = sampleComparison({ environments: 1, changes: 1 });
  const [[target], [object]] = [sample.targets, sample.changes];
  if (!target || !object) throw new Error("the sample has a change");
  return {
    ...sample,
    topology: [],
    targets: names.map((environment) => ({ ...target, environment })),
    changes: [
      {
        ...object,
        ...change,
        places: names.map((environment) => ({ environment, target: target.target })),
      },
    ],
  };
}

/** The notes after the plan is applied. */
function carriedOut(comparison: Comparison, now: ReadonlyMap<string, string>, before = none) {
  const { write, remove } = planNotes(comparison, { before, now });
  return new Map([...[...now].filter(([file]) => !remove.includes(file)), ...write]);
}

const said = (files: ReadonlyMap<string, string>) =>
  [...files.values()].map((content) => readNote(content)?.environments);

describe("readNote", () => {
  it("reads a note of printNote as unedited", () => {
    fc.assert(
      fc.property(notes, (note) => {
        expect(readNote(printNote(note))).toEqual({ ...note, others: [], edited: false });
      }),
    );
  });

  it("detects an edit of the text and of the size", () => {
    const content = printNote({ environments: { production: "minor" }, text: "More gateways." });
    for (const edited of [
      content.replace("More", "Many more"),
      content.replace(": minor", ": major"),
      content.replace(/# Written.*\n/, ""),
      `${content}\nAnd a second thought.\n`,
    ])
      expect(readNote(edited)?.edited).toBe(true);
  });

  it.each(["", "# A heading\n", "---\n[\n---\ntext\n", "---\n- a\n"])(
    "returns undefined for %j",
    (text) => {
      expect(readNote(text)?.environments ?? {}).toEqual({});
    },
  );
});

describe("planNotes", () => {
  it.each([
    ["a patch for what only looks different", { classes: ["cosmetic"] }, "patch"],
    ["a patch for configuration", { classes: ["configuration"] }, "patch"],
    ["a minor for what runs", { classes: ["restart", "cosmetic"] }, "minor"],
    ["a major for lost data", { classes: ["data-loss"] }, "major"],
    ["a major for what is made anew", { classes: ["recreation", "restart"] }, "major"],
    [
      "a major for an irreversible change",
      { classes: ["scale"], reversibility: "one-way" },
      "major",
    ],
  ] as const)("plans %s", (_, change, bump) => {
    const comparison = changing(["production"], {
      ...change,
      classes: [...change.classes],
    });
    expect(said(carriedOut(comparison, none))).toEqual([{ production: bump }]);
  });

  it("writes one note for equal changes and none without a production change", () => {
    const files = carriedOut(changing(["americas", "production"]), none);
    expect([...files.keys()].join()).toMatch(/^americas-and-1-more-[0-9a-f]{8}\.md$/);
    expect(said(files)).toEqual([{ americas: "minor", production: "minor" }]);
    const staging = changing(["staging"]);
    const elsewhere = {
      ...staging,
      targets: staging.targets.map((target) => ({ ...target, tier: "staging" })),
    };
    expect(carriedOut(elsewhere, none)).toEqual(none);
  });

  it("replaces its own note when the change differs, and keeps an edited one", () => {
    const first = carriedOut(changing(["production"]), none);
    const second = carriedOut(changing(["production"], { classes: ["data-loss"] }), first);
    expect(said(second)).toEqual([{ production: "major" }]);
    const edited = new Map(
      [...second].map(([file, text]) => [file, text.replace("On ", "Careful: on ")]),
    );
    const plan = planNotes(changing(["production"]), { before: none, now: edited });
    expect(plan).toEqual({ write: none, remove: [], kept: [...edited.keys()] });
  });

  it("never touches the note of another change, even with the same text", () => {
    const comparison = changing(["production"]);
    const before = carriedOut(comparison, none);
    const now = carriedOut(comparison, before, before);
    expect(now.size).toBe(2);
    for (const [file, content] of before) expect(now.get(file)).toBe(content);
    expect(missingNotes(comparison, { before, now })).toEqual([]);
    expect(carriedOut(comparison, now, before)).toEqual(now);
  });

  it("writes no note for a removed environment", () => {
    const sample = changing(["production"]);
    const gone: Comparison = {
      ...sample,
      targets: sample.targets.map((target) => ({ ...target, presence: "removed" })),
    };
    expect(carriedOut(gone, none)).toEqual(none);
    expect(missingNotes(gone, { before: none, now: none })).toEqual([]);
  });
});

describe("missingNotes", () => {
  it("requires a note for an environment that leaves production with the same change", () => {
    const [target] = changing(["payments"]).targets;
    if (!target) throw new Error("the sample has a target");
    const lowered: Comparison = {
      ...changing(["payments"]),
      targets: [{ ...target, tier: "development" }],
      topology: [
        {
          environment: "payments",
          system: "apim",
          what: "tier-changed",
          base: "production",
          head: "development",
        },
      ],
    };
    expect(missingNotes(lowered, { before: none, now: none })).toMatchObject([
      { environment: "payments" },
    ]);
  });

  it("requires a new note of at least the size of the change", () => {
    const comparison = changing(["production"], { classes: ["data-loss"] });
    const note = (bump: "minor" | "major") =>
      new Map([["a.md", printNote({ environments: { production: bump }, text: "x" })]]);
    const missing = { environment: "production", needs: "major" };
    expect(missingNotes(comparison, { before: none, now: none })).toEqual([missing]);
    expect(missingNotes(comparison, { before: note("major"), now: note("major") })).toEqual([
      missing,
    ]);
    expect(missingNotes(comparison, { before: none, now: note("minor") })).toEqual([
      { ...missing, written: "minor" },
    ]);
    expect(missingNotes(comparison, { before: none, now: note("major") })).toEqual([]);
  });
});
