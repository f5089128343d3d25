import { own } from "../../model/values/own.ts";
import type { Named } from "../../model/estate/desired-state.ts";
import type { Application, ApplicationComponent } from "../../model/kinds/application.ts";
import type { Patch } from "../../model/kinds/settings.ts";
import { originOf, setOrigin, type Origin } from "../../model/origins/origin.ts";
import { mergeLayers, type LayerValue } from "./merge-layers.ts";
import type { Member, Topology } from "../topology.ts";
import { originIn } from "../traced.ts";

/** The merged settings of one component on one target. */
export interface MergedSettings {
  /** Values with origins: replicas, resources, nodeClass, patches and parameters, each under its name. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly patches: readonly Patch[];
  /** The place that lists the component for this target. */
  readonly listed: Origin;
}

/** Merges the layers of one component, once per run: application < environment < system < master or worker. */
export function componentSettings(
  topology: Topology,
  member: Member,
  component: string,
): MergedSettings {
  const ofMember = settingsCache.get(member) ?? new Map<string, MergedSettings>();
  settingsCache.set(member, ofMember);
  const settings = ofMember.get(component) ?? mergeSettings(topology, member, component);
  ofMember.set(component, settings);
  return settings;
}

// Cached because checks, the view and the endpoints of every other target read the same settings.
const settingsCache = new WeakMap<Member, Map<string, MergedSettings>>();

function mergeSettings(topology: Topology, member: Member, component: string): MergedSettings {
  const layers = layersOf(topology, member, component);
  const listed = originIn(member.file, ["components", component], member.layer);
  const values = (mergeLayers(layers)?.value ?? {}) as Record<string, unknown>;
  const parameters: Record<string, unknown> = {};
  for (const name of Object.keys(
    own(topology.application.value.components, component)?.parameters ?? {},
  )) {
    if (!Object.hasOwn(values, name)) continue;
    parameters[name] = own(values, name);
    setOrigin(parameters, name, originOf(values, name) ?? listed);
  }
  const patches = (values["patches"] ?? {}) as Record<string, Patch>;
  return {
    values,
    parameters,
    patches: Object.keys(patches)
      .sort()
      .map((name) => own(patches, name) as Patch),
    listed,
  };
}

function layersOf(
  { application, environment, system }: Topology,
  member: Member,
  component: string,
): LayerValue[] {
  const declared = own(application.value.components, component);
  const ofEnvironment = own(
    own(environment.value.applications, application.name)?.components,
    component,
  );
  return [
    {
      layer: "application",
      value: declared && defaultsOf(application, component, declared),
      origin: originIn(application, ["components", component], "application"),
    },
    {
      layer: "environment",
      value: ofEnvironment,
      origin: originIn(
        environment,
        ["applications", application.name, "components", component],
        "environment",
      ),
    },
    {
      layer: "system",
      value: own(system.value.components, component),
      origin: originIn(system, ["components", component], "system"),
    },
    {
      layer: member.layer,
      value: own(member.file.value.components, component),
      origin: originIn(member.file, ["components", component], member.layer),
    },
  ];
}

const defaultsCache = new WeakMap<ApplicationComponent, Record<string, unknown>>();

function defaultsOf(
  application: Named<Application>,
  name: string,
  component: ApplicationComponent,
): Record<string, unknown> {
  const known = defaultsCache.get(component);
  if (known) return known;
  const defaults: Record<string, unknown> = { ...component.defaults };
  for (const key of Object.keys(defaults)) {
    setOrigin(
      defaults,
      key,
      originIn(application, ["components", name, "defaults", key], "application"),
    );
  }
  for (const [parameter, schema] of Object.entries(component.parameters ?? {})) {
    if (!Object.hasOwn(schema, "default")) continue;
    defaults[parameter] = schema["default"];
    const origin = originIn(
      application,
      ["components", name, "parameters", parameter, "default"],
      "application",
    );
    setOrigin(defaults, parameter, origin);
  }
  defaultsCache.set(component, defaults);
  return defaults;
}
