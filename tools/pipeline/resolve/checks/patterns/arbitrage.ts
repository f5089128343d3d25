import type { Diagnostic } from "../../../model/results/diagnostic.ts";
import { durationSeconds } from "../../../model/values/durations.ts";
import { own } from "../../../model/values/own.ts";
import { placeAt } from "../../../model/origins/origin.ts";
import { startOf, type Place } from "../../../model/origins/place.ts";
import { diagnose, placeIn } from "../../diagnose.ts";
import type { EstateIndex } from "../../estate-index.ts";
import type { Member, Topology } from "../../topology.ts";

/** Arbitrage: every candidate runs the moving component, and its nodes have a price recent enough to compare. */
export function checkArbitrage(topology: Topology, index: EstateIndex, asOf: string): Diagnostic[] {
  const { system, application } = topology;
  const pattern = system.value.patterns.arbitrage;
  if (!pattern) return [];
  if (!own(application.value.components, pattern.component)) {
    const args = {
      what: "component",
      name: pattern.component,
      known: Object.keys(application.value.components).sort(),
    };
    const at = placeIn(system, ["patterns", "arbitrage", "component"]);
    return [diagnose("reference-unknown", at, { args })];
  }
  return pattern.among.flatMap((name, position) => {
    const member = topology.members.find((candidate) => candidate.target.name === name);
    if (!member) return [];
    const candidate = {
      member,
      at: placeIn(system, ["patterns", "arbitrage", "among", position]),
      where: { environment: topology.environment.name, target: name },
    };
    return [
      ...checkWork(candidate, pattern.component),
      ...checkPrice(candidate, { index, asOf, limit: pattern.pricesNotOlderThan }),
    ];
  });
}

interface Candidate {
  readonly member: Member;
  /** The place where the pattern names the target. */
  readonly at: Place;
  readonly where: { readonly environment: string; readonly target: string };
}

function checkWork({ member, at, where }: Candidate, component: string): Diagnostic[] {
  const problem =
    member.part.state === "draining"
      ? "is draining"
      : member.components.includes(component)
        ? undefined
        : `does not run ${component}`;
  if (problem === undefined) return [];
  const args = { target: where.target, problem };
  return [diagnose("pattern-arbitrage-candidate-unfit", at, { args, ...where })];
}

function checkPrice(
  { member: { target, provider }, at, where }: Candidate,
  { index, asOf, limit }: { index: EstateIndex; asOf: string; limit: string },
): Diagnostic[] {
  const { region, nodes } = target.value;
  const list = index.prices.get(provider.name);
  const file = list?.file ?? `clouds/${provider.name}/prices.csv`;
  const rows = list?.value ?? [];
  const position = rows.findIndex((row) => row.item === nodes.type && row.region === region);
  const row = rows[position];
  const args = { target: target.name, nodes: nodes.type, region, file };
  if (!row) {
    return [
      diagnose("pattern-arbitrage-price-unfit", at, {
        args: { ...args, problem: "missing" },
        ...where,
      }),
    ];
  }
  const age = (Date.parse(asOf) - Date.parse(row.date)) / 1000;
  if (age <= (durationSeconds(limit) ?? 0)) return [];
  return [
    diagnose("pattern-arbitrage-price-unfit", at, {
      args: { ...args, problem: "old", date: row.date, limit },
      related: [placeAt(rows, [position], startOf(file))],
      ...where,
    }),
  ];
}
