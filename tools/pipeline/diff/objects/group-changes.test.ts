import { describe, expect, it } from "vitest";
import type { EnvironmentChange } from "../compare-environment.ts";
import { groupChanges } from "./group-changes.ts";
import type { PlacedChange } from "./placed-change.ts";

type Placed = Pick<PlacedChange, "fields"> & Partial<PlacedChange>;

/** An environment in which one Deployment of the system `apim` changes. */
function environmentOf(
  environment: string,
  { tier, namespace, ...change }: { tier: string; namespace: string } & Placed,
): EnvironmentChange {
  const place = { environment, target: "aws-ireland" };
  const placed = {
    place,
    change: "changed",
    object: { group: "apps", version: "v1", kind: "Deployment", namespace, name: "gateway" },
    system: "apim",
    classes: ["configuration"],
    reversibility: "free",
    reasons: [],
    causes: [],
    ...change,
  };
  const one = { targets: [{ ...place, tier }], changes: [placed], holders: new Map() };
  return one as unknown as EnvironmentChange;
}

const host = (head: string) => [{ path: ["spec", "host"], change: "changed" as const, head }];

describe("groupChanges", () => {
  const staging = environmentOf("staging", {
    tier: "staging",
    namespace: "staging-apim",
    fields: host("store.staging-apim.svc"),
  });
  const production = environmentOf("production", {
    tier: "production",
    namespace: "apim",
    fields: host("store.apim.svc"),
  });
  const development = environmentOf("development", {
    tier: "development",
    namespace: "dev-apim",
    fields: host("store.dev-apim.svc"),
  });

  it("shows once what is the same in each environment's namespace, as production has it", () => {
    const [change, ...others] = groupChanges([development, production, staging]);
    expect(others).toEqual([]);
    expect(change?.object.namespace).toBe("apim");
    expect(change?.places.map(({ environment }) => environment)).toEqual([
      "production",
      "staging",
      "development",
    ]);
  });

  it("keeps apart what is not the same", () => {
    const other = environmentOf("staging", {
      tier: "staging",
      namespace: "staging-apim",
      fields: host("store.apim.svc.elsewhere"),
    });
    expect(groupChanges([production, other])).toHaveLength(2);
  });

  it("puts what no revert brings back before the rest, whatever its class", () => {
    const oneWay = environmentOf("staging", {
      tier: "staging",
      namespace: "staging-apim",
      fields: [],
      classes: ["scale"],
      reversibility: "one-way",
    });
    const rights = environmentOf("production", {
      tier: "production",
      namespace: "apim",
      fields: [],
      classes: ["privilege"],
    });
    expect(groupChanges([rights, oneWay]).map(({ classes }) => classes)).toEqual([
      ["scale"],
      ["privilege"],
    ]);
  });
});
