import { describe, expect, it } from "vitest";
import {
  checkSchema,
  loadEstate,
  resolveEstate,
  dropConsequences,
  type Diagnostic,
  type EstateReader,
} from "@altostrata/pipeline";
import { readFaults, smallEstate } from "./invalid-estate.ts";

async function diagnose(reader: EstateReader): Promise<string[]> {
  const loaded = await loadEstate(reader);
  const checked = checkSchema(loaded.files);
  const resolved = resolveEstate(checked.desiredState, "2026-11-24");
  // A fault must not stop the other checks.
  for (const { systemViews } of resolved.targets) systemViews();
  const all = [...loaded.diagnostics, ...checked.diagnostics, ...resolved.diagnostics];
  const { unsound } = checked.desiredState;
  return [...new Set(dropConsequences(all, unsound).map(show))].sort();
}

function show({ code, at }: Diagnostic): string {
  return `${code} ${at.file}:${at.line}:${at.column}`;
}

describe("faults of the input", () => {
  it("do not exist in the small estate", async () => {
    expect(await diagnose(smallEstate())).toEqual([]);
  });

  it.for(readFaults())("%s", async ([, fault]) => {
    expect(await diagnose(smallEstate(fault))).toEqual(fault.expected);
  });
});
