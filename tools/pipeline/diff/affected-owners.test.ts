import { describe, expect, it } from "vitest";
import type { ObjectChange, TopologyChange } from "../model/comparison/comparison.ts";
import type { DesiredState } from "../model/estate/desired-state.ts";
import { affectedOwners } from "./affected-owners.ts";

/**
 * One environment `production` with the system `shop` of the application `storefront`, on the target `aws-ireland`.
 */
function stateOf(owners: {
  environment?: string;
  system?: string;
  application?: string;
}): DesiredState {
  const value = (owner = "@example/platform", more: object = {}) => ({ owners: [owner], ...more });
  const system = {
    environment: "production",
    name: "shop",
    value: value(owners.system, { application: "storefront" }),
  };
  return {
    applications: [{ name: "storefront", value: value(owners.application) }],
    environments: [
      { name: "production", value: value(owners.environment), systems: [system] },
      { name: "staging", value: value("@example/testers"), systems: [] },
    ],
    targets: [
      { name: "aws-ireland", value: value("@example/cloud-aws") },
      { name: "gcp-iowa", value: value("@example/cloud-gcp") },
    ],
  } as unknown as DesiredState;
}

const place = { environment: "production", target: "aws-ireland" };
const change = { system: "shop", places: [place] } as unknown as ObjectChange;
const state = stateOf({});
const nothing = { base: state, head: state, changes: [], topology: [] };

const wordsOf = (request: Parameters<typeof affectedOwners>[0]) =>
  affectedOwners(request).map(
    ({ owner, because }) =>
      `${owner}: ${because.map(({ kind, name, turn }) => [kind, name, turn].filter(Boolean).join(" ")).join(", ")}`,
  );

describe("affectedOwners", () => {
  it("lists only the owners of things with a changed object", () => {
    expect(wordsOf({ ...nothing, changes: [change] })).toEqual([
      "@example/cloud-aws: target aws-ireland",
      "@example/platform: application storefront, environment production, system production/shop",
    ]);
    expect(wordsOf(nothing)).toEqual([]);
  });

  it("lists the owner of a target with another part, even without a changed object", () => {
    const topology: TopologyChange[] = [
      {
        environment: "production",
        system: "shop",
        what: "part-changed",
        target: "gcp-iowa",
        base: "active",
        head: "draining",
      },
    ];
    expect(wordsOf({ ...nothing, topology })).toContain("@example/cloud-gcp: target gcp-iowa");
  });

  it("does not list the owner of a target with only another share", () => {
    const topology: TopologyChange[] = [
      { environment: "production", system: "shop", what: "weight-changed", target: "gcp-iowa" },
    ];
    expect(wordsOf({ ...nothing, topology })).toEqual([]);
  });

  it("lists the previous owners of a system with new owners", () => {
    const head = stateOf({ system: "@example/others" });
    expect(wordsOf({ ...nothing, head })).toEqual([
      "@example/others: system production/shop comes",
      "@example/platform: system production/shop goes",
    ]);
  });

  it("lists the owners of a removed environment", () => {
    const head = { ...state, environments: [] };
    expect(wordsOf({ ...nothing, head, changes: [change] })).toContain(
      "@example/platform: application storefront, environment production, system production/shop",
    );
  });
});
