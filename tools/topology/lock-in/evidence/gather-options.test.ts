import type { DesiredState, RenderedTarget } from "@altostrata/pipeline";
import { expect, it } from "vitest";
import { gatherOptions } from "./gather-options.ts";

const component = { replicas: { min: 3 }, resources: { cpu: "500m" } };

function result(environment: string, target: string, standby: boolean): RenderedTarget {
  const view = { part: { standby }, components: { web: component, jobs: component } };
  return {
    environment,
    target,
    provider: "gcp",
    systems: [{ view }],
  } as unknown as RenderedTarget;
}

const system = (master: string, workers: readonly string[]) => ({
  value: { master },
  workers: workers.map((name) => ({ name })),
});

const desiredState = {
  providers: [],
  targets: ["gcp-iowa", "gcp-virginia", "aws-ireland"].map((name) => ({
    name,
    provider: name.slice(0, 3),
    value: { region: "here" },
  })),
  templates: [
    { layer: "provider", owner: "gcp", text: "a: 1\nb: 2\n" },
    { layer: "provider", owner: "aws", text: "a: 1\n" },
    { layer: "platform", owner: "", text: "a: 1\n" },
  ],
  prices: [
    { name: "gcp", value: [{ item: "control-plane", region: "here", price: 0.1, kind: "list" }] },
  ],
  environments: [
    { systems: [system("aws-ireland", ["gcp-iowa"]), system("gcp-iowa", [])] },
    { systems: [system("gcp-iowa", ["gcp-virginia"])] },
  ],
} as unknown as DesiredState;

it("returns the price, users and standby capacity of targets", () => {
  const targets = [
    result("production", "gcp-iowa", true),
    result("production", "gcp-virginia", false),
  ];
  const options = gatherOptions(desiredState, targets);
  expect(options.targets).toEqual([
    {
      target: "gcp-iowa",
      provider: "gcp",
      perMonth: 73,
      kind: "list",
      environments: 2,
      standbyCpus: 3,
    },
    {
      target: "gcp-virginia",
      provider: "gcp",
      perMonth: 73,
      kind: "list",
      environments: 1,
      standbyCpus: 0,
    },
  ]);
  expect(options.templates).toEqual({ gcp: { files: 1, lines: 2 } });
});
