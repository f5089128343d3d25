import { describe, expect, it } from "vitest";
import type { DesiredState, UnsoundFile } from "../model/estate/desired-state.ts";
import type { RenderedTarget } from "../model/results/rendered-target.ts";
import { omitIncomplete } from "./omit-incomplete.ts";

/** A target with one manifest for each of these systems. */
const targetOf = (
  target: string,
  systems: readonly string[],
  lacksObjects = false,
): RenderedTarget =>
  ({
    environment: "production",
    target,
    systems: systems.map((name) => ({ view: { system: { name } } })),
    manifests: systems.map((system) => ({ system })),
    lacksObjects,
  }) as unknown as RenderedTarget;

const wrong = (kind: string, names: object = {}): UnsoundFile =>
  ({ file: "x.yaml", kind, names: { environment: "production", ...names } }) as UnsoundFile;

/** A state: the systems of `production` with master and workers, and its invalid files. */
function stateOf(
  systems: Readonly<Record<string, { master: string; workers?: readonly string[] }>>,
  unsound: readonly UnsoundFile[] = [],
): DesiredState {
  return {
    environments: [
      {
        name: "production",
        systems: Object.entries(systems).map(([name, { master, workers = [] }]) => ({
          name,
          value: { master, traffic: { dns: "aws" } },
          workers: workers.map((worker) => ({ name: worker })),
        })),
      },
    ],
    providers: [{ name: "aws" }],
    targets: [{ name: "aws", provider: "aws" }],
    unsound,
  } as unknown as DesiredState;
}

function leftOf(head: { state: DesiredState; targets?: readonly RenderedTarget[] }) {
  const { compared, unread } = omitIncomplete({
    environment: "production",
    base: {
      desiredState: stateOf({}),
      targets: [targetOf("aws", ["apim", "shop"]), targetOf("gcp", ["shop"])],
    },
    head: { desiredState: head.state, targets: head.targets ?? [] },
  });
  return {
    left: compared.base.targets.map(systemsOn),
    right: compared.head.targets.map(systemsOn),
    unread: unread.map(({ target }) => target),
  };
}

function systemsOn({ target, manifests }: RenderedTarget): string {
  return `${target}: ${manifests.map(({ system }) => system).join(" ")}`;
}

const everything = { left: ["aws: apim shop", "gcp: shop"], right: [], unread: [] };
const nothing = { left: [], right: [], unread: ["aws", "gcp"] };

describe("leaveOutUnread", () => {
  it("keeps systems that the head no longer declares, since they are removed", () => {
    expect(leftOf({ state: stateOf({}) })).toEqual(everything);
    expect(leftOf({ state: { environments: [] } as unknown as DesiredState })).toEqual(everything);
  });

  it("leaves out an environment with an invalid file", () => {
    expect(leftOf({ state: stateOf({}, [wrong("environment")]) })).toEqual(nothing);
  });

  it("leaves out a system with an invalid file, and keeps other systems", () => {
    const state = stateOf({ apim: { master: "aws" } }, [wrong("system", { system: "shop" })]);
    expect(leftOf({ state, targets: [targetOf("aws", ["apim"])] })).toEqual({
      left: ["aws: apim"],
      right: ["aws: apim"],
      unread: ["aws", "gcp"],
    });
  });

  it("leaves out a system on all its targets if one of its files is invalid", () => {
    for (const kind of ["worker", "datasources", "secrets"]) {
      const state = stateOf({ apim: { master: "aws" }, shop: { master: "aws" } }, [
        wrong(kind, { system: "shop", target: "gcp" }),
      ]);
      const left = leftOf({ state, targets: [targetOf("aws", ["apim", "shop"])] });
      expect(left).toEqual({ left: ["aws: apim"], right: ["aws: apim"], unread: ["aws", "gcp"] });
    }
  });

  it("leaves out a system on all its targets if one could not be rendered", () => {
    const state = stateOf({ apim: { master: "aws" }, shop: { master: "aws", workers: ["gcp"] } });
    const left = leftOf({ state, targets: [targetOf("aws", ["apim", "shop"])] });
    expect(left).toEqual({ left: ["aws: apim"], right: ["aws: apim"], unread: ["aws", "gcp"] });
  });

  it("ignores invalid waivers, which do not affect what runs", () => {
    const state = stateOf({}, [wrong("waivers")]);
    expect(leftOf({ state })).toEqual(everything);
  });

  it("leaves out declared systems that are not rendered, for any reason", () => {
    const state = stateOf({ apim: { master: "aws" }, shop: { master: "aws", workers: ["gcp"] } });
    expect(leftOf({ state })).toEqual(nothing);
  });

  it("names a target that lacks some of its objects", () => {
    const targets = [targetOf("aws", ["apim", "shop"], true), targetOf("gcp", ["shop"])];
    const right = ["aws: apim shop", "gcp: shop"];
    const all = { ...everything, right };
    expect(leftOf({ state: stateOf({}), targets })).toEqual({ ...all, unread: ["aws"] });
  });
});
