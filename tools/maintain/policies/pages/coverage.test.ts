import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import {
  folderOnDisk,
  kindName,
  loadPolicies,
  run,
  workTreeReader,
  type RenderedTarget,
} from "@altostrata/pipeline";
import { allMessages } from "@altostrata/report";
import { coverageCells, familiesOf, readCoverage } from "./coverage.ts";
import { coveragePage } from "./coverage-page.ts";
import { estateDay } from "../../estate/estate-day.ts";

const repository = join(import.meta.dirname, "../../../..");
const policies = await loadPolicies(folderOnDisk(join(repository, "policies")));
const { rules } = policies.bundle;
const coverage = await readCoverage();

const targets: RenderedTarget[] = [];

// A whole run is slow on a busy machine.
beforeAll(async () => {
  const reader = workTreeReader(repository);
  const onRendered = (rendered: readonly RenderedTarget[]) => targets.push(...rendered);
  await run({ reader, policies, asOf: estateDay, onRendered });
}, 60_000);

describe("the matrix of threats and kinds", () => {
  it("has either rules or a reason in every cell", () => {
    const empty = coverageCells(rules, coverage).filter(
      (cell) => cell.rules.length === 0 && (cell.reason ?? "") === "",
    );
    expect(empty).toEqual([]);
    const excused = coverageCells(rules, coverage).filter(
      (cell) => cell.rules.length > 0 && cell.reason !== undefined,
    );
    expect(excused).toEqual([]);
  });

  it("assigns each rendered kind to exactly one family", () => {
    const kinds = renderedKinds();
    expect(kinds.length).toBeGreaterThan(20);
    expect(kinds.filter((kind) => familiesOf(kind, coverage).length !== 1)).toEqual([]);
  });

  it("assigns an unlisted kind to no family", () => {
    expect(familiesOf("example.com/Invented", coverage)).toEqual([]);
    expect(familiesOf("Invented", coverage)).toEqual([]);
    expect(familiesOf("source.toolkit.fluxcd.io/GitRepository", coverage)).toEqual(["gitops"]);
  });

  it("reports an empty cell when its only rule is removed", () => {
    const without = rules.filter(({ id }) => id !== "SEC-120");
    const cell = coverageCells(without, coverage).find(
      ({ threat, family }) => threat === "privilege" && family === "gitops",
    );
    expect(cell?.rules).toEqual([]);
  });

  it("names only existing diagnostics and unused numbers", () => {
    const codes = coverage.refused.flatMap((refused) => refused.codes);
    expect(codes.filter((code) => !Object.hasOwn(allMessages, code))).toEqual([]);
    const taken = new Set(rules.flatMap(({ id, aliases }) => [id, ...aliases]));
    const free = coverage.refused.flatMap(({ numbers = [] }) => numbers);
    expect(free.filter((number) => taken.has(number))).toEqual([]);
    const families = coverage.refused.flatMap((refused) => refused.families);
    expect(families.filter((family) => !Object.hasOwn(coverage.families, family))).toEqual([]);
    const threats = coverage.refused.flatMap((refused) => refused.threats);
    expect(threats.filter((threat) => !Object.hasOwn(coverage.threats, threat))).toEqual([]);
  });

  it("covers every topology number up to the last rule, by a rule or a diagnostic", () => {
    const answered = [
      ...rules.flatMap(({ id, aliases }) => [id, ...aliases]),
      ...coverage.refused.flatMap(({ numbers = [] }) => numbers),
    ].filter((id) => id.startsWith("TOP-"));
    const all = answered.map((_, index) => `TOP-${String(index + 1).padStart(3, "0")}`);
    expect(answered.sort()).toEqual(all);
  });

  it("shows every rule that covers a cell", () => {
    const page = coveragePage(rules, coverage);
    for (const { id, folder, covers } of rules)
      if (covers) expect(page).toContain(`[${id}](../../policies/rules/${folder})`);
  });
});

function renderedKinds(): string[] {
  const kinds = targets.flatMap(({ manifests }) => manifests.map(({ id }) => kindName(id)));
  return [...new Set(kinds)].sort();
}
