import type { ComponentView } from "../../model/view/component-view.ts";
import type { DatasourceView } from "../../model/view/datasource-view.ts";
import { durationSeconds } from "../../model/values/durations.ts";
import { originAt, originOf, setOrigin } from "../../model/origins/origin.ts";
import { own } from "../../model/values/own.ts";
import type { MergedSettings } from "../layers/component-settings.ts";
import type { Member, Topology } from "../topology.ts";
import { originIn, traced, tracedKeys } from "../traced.ts";
import { exposureOf } from "./network/exposure.ts";
import { instancesOf } from "./instances.ts";
import { selectorOf, systemLabels } from "./labels.ts";
import { networkOf } from "./network/network-rules.ts";
import { replicasOf } from "./replicas.ts";
import { routesOf } from "./network/routes.ts";
import { scalingOf } from "./scaling.ts";

interface ComponentParts {
  readonly name: string;
  readonly settings: MergedSettings;
  /** The catalogue's full image references. */
  readonly images: Readonly<Record<string, string>>;
  readonly datasources: Readonly<Record<string, DatasourceView>>;
}

/** Builds the complete view of one component on one target. */
export function componentView(
  topology: Topology,
  member: Member,
  { name, settings, images, datasources }: ComponentParts,
): ComponentView {
  const { application } = topology;
  const declared = own(application.value.components, name);
  if (!declared) throw new Error(`component ${name} is listed and not declared`);
  const replicas = replicasOf(settings);
  const selector = selectorOf(topology, name);
  const exposed = exposureOf(topology, member, name);
  const declaration = originIn(application, ["components", name], "application");
  const naming = {
    topology,
    member,
    component: name,
    replicas: replicas.max,
    exposed: exposed !== undefined,
  };
  const view: ComponentView = {
    name,
    role: declared.role,
    workload: { kind: declared.workload, name },
    serviceAccount: name,
    labels: { ...systemLabels(topology), ...selector },
    selector: { ...selector },
    replicas,
    scaling: scalingOf(topology, member, name, replicas),
    resources: resourcesOf(settings),
    parameters: settings.parameters,
    images: imagesOf(
      declared.images,
      images,
      originIn(application, ["components", name, "images"], "application"),
    ),
    ports: portsOf(declared.ports),
    ...(declared.metrics && { metrics: declared.metrics }),
    instances: traced(instancesOf(naming), originOf(replicas, "max") ?? declaration),
    addressed: declared.addressed === true,
    ...nodeClassOf(member, settings),
    datasources: declared.datasources ?? [],
    secrets: declared.secrets ?? [],
    startupSeconds:
      declared.capacity === "unknown" ? 60 : (durationSeconds(declared.capacity.startup) ?? 60),
    network: networkOf(topology, member, {
      component: name,
      datasources: (declared.datasources ?? []).flatMap((used) => own(datasources, used) ?? []),
    }),
    routes: routesOf(topology, member, name),
    ...(exposed && { exposed }),
  };
  tracedKeys(view, {
    startupSeconds: originIn(application, ["components", name, "capacity"], "application"),
  });
  return traced(view, declaration);
}

function resourcesOf(settings: MergedSettings): ComponentView["resources"] {
  const declared = (settings.values["resources"] ?? {}) as Record<string, unknown>;
  const fallback = originOf(settings.values, "resources") ?? settings.listed;
  const at = (key: string) => originOf(declared, key) ?? fallback;
  const memoryLimit = declared["memoryLimit"] ?? declared["memory"];
  const limitOrigin = declared["memoryLimit"] === undefined ? at("memory") : at("memoryLimit");
  const resources: ComponentView["resources"] = {
    cpu: declared["cpu"],
    memory: declared["memory"],
    memoryLimit,
    ...(declared["storage"] !== undefined && { storage: declared["storage"] }),
  };
  return tracedKeys(resources, {
    cpu: at("cpu"),
    memory: at("memory"),
    memoryLimit: limitOrigin,
    storage: at("storage"),
  });
}

function imagesOf(
  declared: Readonly<Record<string, string>>,
  images: Readonly<Record<string, string>>,
  fallback: ReturnType<typeof originIn>,
) {
  const references: Record<string, string> = {};
  for (const [name, catalogued] of Object.entries(declared)) {
    const reference = own(images, catalogued);
    if (reference === undefined) continue;
    references[name] = reference;
    setOrigin(references, name, originAt(images, [catalogued]) ?? fallback);
  }
  return references;
}

function portsOf(
  ports: Readonly<Record<string, { port: number; protocol?: string; appProtocol?: string }>>,
): ComponentView["ports"] {
  return Object.keys(ports)
    .sort()
    .map((name) => {
      const { port = 0, protocol = "TCP", appProtocol } = own(ports, name) ?? {};
      const view = { name, port, protocol, ...(appProtocol !== undefined && { appProtocol }) };
      const origin = originOf(ports, name);
      return origin ? traced(view, { layer: "application", ...origin }) : view;
    });
}

function nodeClassOf(
  member: Member,
  settings: MergedSettings,
): Pick<ComponentView, "nodeSelector" | "tolerations"> {
  const name = settings.values["nodeClass"];
  const nodeClass =
    typeof name === "string"
      ? own(member.provider.value.capabilities["node-classes"], name)
      : undefined;
  return { nodeSelector: nodeClass?.nodeSelector ?? {}, tolerations: nodeClass?.tolerations ?? [] };
}
