import { describe, expect, it } from "vitest";
import type { RenderedTarget } from "../../model/results/rendered-target.ts";
import { compareParity } from "./compare-parity.ts";
import type { PlacedChange } from "../objects/placed-change.ts";
import { createRedactor } from "../../secrets/create-redactor.ts";

const id = { group: "", version: "v1", kind: "ConfigMap", namespace: "shop", name: "web" };

const targetOf = (target: string, data: object): RenderedTarget =>
  ({
    environment: "production",
    target,
    manifests: [{ id, object: { kind: "ConfigMap", data } }],
  }) as unknown as RenderedTarget;

describe("compareParity", () => {
  it.each(["constructor", "__proto__", "toString"])("takes the key %s for a key", (key) => {
    const path = ["data", key];
    const change = {
      change: "changed",
      object: id,
      place: { environment: "production", target: "aws" },
      fields: [{ path, change: "added", head: "x" }],
    } as unknown as PlacedChange;
    const data = Object.fromEntries([[key, "x"]]);
    const base = [targetOf("aws", {}), targetOf("gcp", {})];
    const head = [targetOf("aws", data), targetOf("gcp", {})];
    const redactor = createRedactor(new Uint8Array(32));
    expect(compareParity([change], { base, head, redactor })).toEqual([
      {
        environment: "production",
        object: "ConfigMap/shop/web",
        path,
        parity: "lost",
        values: [
          { target: "aws", value: '"x"' },
          { target: "gcp", value: "absent" },
        ],
      },
    ]);
  });
});
