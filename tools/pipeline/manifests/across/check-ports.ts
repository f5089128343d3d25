import type { Manifest } from "../../model/kubernetes/manifest.ts";
import { at, atPath, isSet, items, pathOf, textValue, type Cursor } from "../cursor.ts";
import type { ReportProblem } from "../manifest-problem.ts";
import type { AcrossContext } from "./across-context.ts";
import { pathPattern, selectPaths } from "./select-paths.ts";
import { typeOf } from "./target-objects.ts";
import { selectsPod, type TargetPod } from "./target-pods.ts";

/** Reports port names in Services, network policies, monitors and probes that no selected pod defines. */
export function checkPorts(context: AcrossContext): void {
  for (const manifest of context.manifests) {
    const rule = portRules[typeOf(manifest)];
    if (!rule) continue;
    const selected = selectedPods(context, manifest, rule.selector);
    const names = formatNames(selected);
    if (names === undefined) continue;
    for (const port of selectPaths({ value: manifest.object }, rule.ports)) {
      checkName(port, names, context.reportOn(manifest));
    }
  }
  for (const pod of [...context.pods.values()].flat()) {
    if (pod.spec) checkProbes(pod.spec, context.reportOn(pod.manifest));
  }
}

const portRules: Readonly<
  Record<string, { selector: readonly string[]; ports: ReturnType<typeof pathPattern> }>
> = {
  "/Service": { selector: ["spec", "selector"], ports: pathPattern("spec.ports[].targetPort") },
  "networking.k8s.io/NetworkPolicy": {
    selector: ["spec", "podSelector"],
    ports: pathPattern("spec.ingress[].ports[].port"),
  },
  "monitoring.coreos.com/PodMonitor": {
    selector: ["spec", "selector"],
    ports: pathPattern("spec.podMetricsEndpoints[].port"),
  },
};

function selectedPods(
  { pods }: AcrossContext,
  manifest: Manifest,
  path: readonly string[],
): readonly TargetPod[] {
  const selector = atPath({ value: manifest.object }, path);
  if (!isSet(selector)) return [];
  const form = path.at(-1) === "selector" && typeOf(manifest) === "/Service";
  const value = form ? { matchLabels: selector.value } : selector.value;
  return (pods.get(manifest.id.namespace) ?? []).filter((pod) => selectsPod(value, pod));
}

/** Port names of all pods; undefined if there are no pods, or an operator chooses the ports of one. */
function formatNames(pods: readonly TargetPod[]): ReadonlySet<string> | undefined {
  if (pods.length === 0 || pods.some(({ portNames }) => portNames === undefined)) return undefined;
  return new Set(pods.flatMap(({ portNames }) => [...(portNames ?? [])]));
}

function checkName(port: Cursor, names: ReadonlySet<string>, report: ReportProblem): void {
  const name = textValue(port);
  if (name === undefined || names.has(name) || /^[0-9]+$/.test(name)) return;
  report({ code: "manifest-port-missing", path: pathOf(port), args: { port: name } });
}

const handlers = [
  "livenessProbe",
  "readinessProbe",
  "startupProbe",
  "lifecycle.preStop",
  "lifecycle.postStart",
].map((handler) => pathPattern(`${handler}.httpGet|tcpSocket.port`));

function checkProbes(spec: Cursor, report: ReportProblem): void {
  for (const list of ["containers", "initContainers"]) {
    for (const container of items(at(spec, list))) {
      const ports = items(at(container, "ports"));
      const names = new Set(ports.flatMap((port) => textValue(at(port, "name")) ?? []));
      for (const handler of handlers) {
        for (const port of selectPaths(container, handler)) checkName(port, names, report);
      }
    }
  }
}
