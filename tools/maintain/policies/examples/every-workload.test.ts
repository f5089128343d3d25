import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderOnDisk } from "../../../pipeline/load/folder-on-disk.ts";
import type { Manifest, ObjectId } from "../../../pipeline/model/kubernetes/manifest.ts";
import { loadBundle } from "../../../pipeline/policy/bundle/load-bundle.ts";
import { evaluateExample } from "./evaluate-example.ts";
import { policiesFolder } from "../opa.ts";
import { readExamples, type Example } from "./read-examples.ts";

// A fault of a Pod is also a fault in every workload kind, and in an init container.

type Content = Readonly<Record<string, unknown>>;
type Wrap = (pod: Content) => { id: Pick<ObjectId, "group" | "kind">; spec: Content };

const template = ({ metadata, spec }: Content): Content => ({ template: { metadata, spec } });

const wrappers: Readonly<Record<string, Wrap>> = {
  CronJob: (pod) => ({
    id: { group: "batch", kind: "CronJob" },
    spec: { jobTemplate: { spec: template(pod) } },
  }),
  DaemonSet: (pod) => ({ id: { group: "apps", kind: "DaemonSet" }, spec: template(pod) }),
  Deployment: (pod) => ({ id: { group: "apps", kind: "Deployment" }, spec: template(pod) }),
  Job: (pod) => ({ id: { group: "batch", kind: "Job" }, spec: template(pod) }),
  ReplicaSet: (pod) => ({ id: { group: "apps", kind: "ReplicaSet" }, spec: template(pod) }),
  ReplicationController: (pod) => ({
    id: { group: "", kind: "ReplicationController" },
    spec: template(pod),
  }),
  ScaledJob: (pod) => ({
    id: { group: "keda.sh", kind: "ScaledJob" },
    spec: { jobTargetRef: template(pod) },
  }),
  StatefulSet: (pod) => ({ id: { group: "apps", kind: "StatefulSet" }, spec: template(pod) }),
};

// The first rule is about bare pods; the others apply only to serving pods or to debugging.
const notOfEveryKind = new Set(["SEC-041"]);
const notOfInit = new Set(["SEC-034", "SEC-040", "SEC-041"]);

const bundle = await loadBundle(folderOnDisk(join(policiesFolder, "bundle")));
const examples = await readExamples();

/** Security rules with their failing examples about a Pod. */
const aboutPods = bundle.rules
  .filter(({ family }) => family === "security")
  .map(({ id, folder }) => ({
    id,
    failing: examples.filter(
      (example) =>
        example.folder === folder &&
        example.expect === "fail" &&
        example.target?.result.manifests.some(isPod) &&
        finds(example, id) > 0,
    ),
  }))
  .filter(({ failing }) => failing.length > 0);

it("finds rules about pods", () => {
  expect(aboutPods.length).toBeGreaterThan(30);
});

describe.each(aboutPods.filter(({ id }) => !notOfEveryKind.has(id)))("$id", ({ id, failing }) => {
  it.each(Object.keys(wrappers))("finds the same in a %s as in a Pod", (kind) => {
    for (const example of failing) {
      const wrapped = finds(changed(example, wrapPod(wrappers[kind]!)), id);
      expect([example.name, wrapped]).toEqual([example.name, finds(example, id)]);
    }
  });
});

describe.each(aboutPods.filter(({ id }) => !notOfInit.has(id)))("$id", ({ id, failing }) => {
  it("finds the same in init containers as in other containers", () => {
    for (const example of failing) {
      const moved = finds(changed(example, moveContainers), id);
      expect([example.name, moved]).toEqual([example.name, finds(example, id)]);
    }
  });
});

function finds(example: Example, rule: string): number {
  return evaluateExample(example, bundle).findings.filter((judged) => judged.rule === rule).length;
}

function isPod({ id }: Manifest): boolean {
  return id.group === "" && id.kind === "Pod";
}

function changed(example: Example, change: (manifest: Manifest) => Manifest): Example {
  const { desiredState, result } = example.target!;
  const manifests = result.manifests.map((manifest) =>
    isPod(manifest) ? change(manifest) : manifest,
  );
  return { ...example, target: { desiredState, result: { ...result, manifests } } };
}

function wrapPod(wrap: Wrap): (pod: Manifest) => Manifest {
  return (pod) => {
    const { id, spec } = wrap(pod.object);
    const { name, namespace } = pod.id;
    return {
      ...pod,
      id: { ...pod.id, ...id },
      object: { metadata: { name, namespace }, spec },
    };
  };
}

/** Turns all containers into init containers. */
function moveContainers(pod: Manifest): Manifest {
  const {
    containers,
    initContainers = [],
    ...spec
  } = pod.object["spec"] as {
    containers: readonly unknown[];
    initContainers?: readonly unknown[];
  };
  const moved = { ...spec, initContainers: [...initContainers, ...containers], containers: [] };
  return { ...pod, object: { ...pod.object, spec: moved } };
}
