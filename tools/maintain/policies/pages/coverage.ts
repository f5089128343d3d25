import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import type {
  KindFamily,
  RuleMetadata,
  Threat,
} from "../../../pipeline/policy/bundle/rule-metadata.ts";
import { policiesFolder } from "../opa.ts";

/** `policies/coverage.yaml`: the rows and columns of the matrix, and the reasons for cells without a rule. */
export interface Coverage {
  readonly threats: Readonly<Record<Threat, string>>;
  readonly families: Readonly<
    Record<KindFamily, { readonly title: string; readonly kinds: readonly string[] }>
  >;
  readonly reasons: Partial<Record<Threat, Partial<Record<KindFamily, string>>>>;
  /** Faults that a run refuses before any rule. */
  readonly refused: readonly Refused[];
}

/** A fault that diagnostics refuse, so that no rule is needed. */
export interface Refused {
  readonly threats: readonly Threat[];
  readonly families: readonly KindFamily[];
  readonly codes: readonly string[];
  /** Reserved rule IDs for this fault, which stay unused. */
  readonly numbers?: readonly string[];
  readonly what: string;
}

/** One cell of the matrix: its rule IDs, sorted, and the reason if there is one. */
export interface Cell {
  readonly threat: Threat;
  readonly family: KindFamily;
  readonly rules: readonly string[];
  readonly reason?: string;
}

/** Reads `policies/coverage.yaml`. */
export async function readCoverage(): Promise<Coverage> {
  return parse(await readFile(join(policiesFolder, "coverage.yaml"), "utf8")) as Coverage;
}

/** All cells, row by row in the order of the file. */
export function coverageCells(rules: readonly RuleMetadata[], coverage: Coverage): Cell[] {
  const threats = Object.keys(coverage.threats) as Threat[];
  const families = Object.keys(coverage.families) as KindFamily[];
  return threats.flatMap((threat) =>
    families.map((family) => {
      const reason = coverage.reasons[threat]?.[family];
      const covering = rules.filter(
        ({ covers }) => covers?.threats.includes(threat) && covers.families.includes(family),
      );
      const ids = covering.map(({ id }) => id).sort();
      return { threat, family, rules: ids, ...(reason === undefined ? {} : { reason }) };
    }),
  );
}

/** The families that name a kind (`group/Kind`, or `Kind` of the core group). */
export function familiesOf(kind: string, { families }: Coverage): KindFamily[] {
  const [group = "", name = ""] = kind.includes("/") ? kind.split("/") : ["", kind];
  const names = Object.keys(families) as KindFamily[];
  return names.filter((family) =>
    families[family].kinds.some((pattern) => matches(pattern, { group, name })),
  );
}

function matches(pattern: string, kind: { group: string; name: string }): boolean {
  const [group = "", name = ""] = pattern.includes("/") ? pattern.split("/") : ["", pattern];
  const sameGroup = group.startsWith("*.")
    ? kind.group.endsWith(group.slice(1))
    : kind.group === group;
  return sameGroup && (name === "*" || name === kind.name);
}
