import { own } from "../../model/values/own.ts";
import type { ErrorObject } from "ajv";
import type { Diagnostic } from "../../model/results/diagnostic.ts";
import type { ApplicationComponent } from "../../model/kinds/application.ts";
import { originOf, placeAt } from "../../model/origins/origin.ts";
import { parseQuantity } from "../../model/kubernetes/quantity.ts";
import { compileProperties } from "../../model/estate/compile-schema.ts";
import { componentSettings, type MergedSettings } from "../layers/component-settings.ts";
import { diagnose } from "../diagnose.ts";
import type { Topology } from "../topology.ts";

/** Reports invalid merged settings of components: parameter values, replicas, quantities and node classes. */
export function checkSettings(topology: Topology, asOf: string): Diagnostic[] {
  return topology.members.flatMap((member) =>
    member.components.flatMap((name) => {
      const component = own(topology.application.value.components, name);
      if (!component) return [];
      const settings = componentSettings(topology, member, name);
      const where = { environment: topology.environment.name, target: member.target.name };
      return [
        ...checkParameters(settings, { name, component, where }),
        ...checkReplicas(settings, { name, component, where }),
        ...checkQuantities(settings, { name, component, where }),
        ...checkNodeClass(
          settings,
          { name, component, where },
          Object.keys(member.provider.value.capabilities["node-classes"] ?? {}),
        ),
        ...checkPatches(settings, asOf),
      ];
    }),
  );
}

interface Checked {
  readonly name: string;
  readonly component: ApplicationComponent;
  readonly where: { readonly environment: string; readonly target: string };
}

function checkParameters(
  settings: MergedSettings,
  { name, component, where }: Checked,
): Diagnostic[] {
  const missing = Object.keys(component.parameters ?? {})
    .filter((parameter) => !Object.hasOwn(settings.parameters, parameter))
    .map((parameter) =>
      diagnose("parameter-missing", settings.listed.keyPlace ?? settings.listed.place, {
        args: { parameter, component: name },
        ...where,
      }),
    );
  const { validate } = compileProperties(component.parameters ?? {});
  if (!validate || validate(settings.parameters)) return missing;
  const invalid = (validate.errors ?? []).map((error) =>
    invalidParameter(settings, error, { name, component, where }),
  );
  return [...missing, ...invalid];
}

function invalidParameter(
  settings: MergedSettings,
  error: ErrorObject,
  { name, where }: Checked,
): Diagnostic {
  const path = error.instancePath.split("/").slice(1);
  const args = { parameter: path.join("."), component: name, problem: problemOf(error) };
  return diagnose("parameter-invalid", placeAt(settings.parameters, path, settings.listed.place), {
    args,
    ...where,
  });
}

function problemOf(error: ErrorObject): string {
  const allowed: unknown = (error.params as { allowedValues?: unknown }).allowedValues;
  return Array.isArray(allowed)
    ? `must be one of ${allowed.join(", ")}`
    : (error.message ?? error.keyword);
}

function checkReplicas(
  settings: MergedSettings,
  { name, component, where }: Checked,
): Diagnostic[] {
  const replicas = settings.values["replicas"];
  const place = originOf(settings.values, "replicas")?.place ?? settings.listed.place;
  if (typeof replicas !== "object" || replicas === null) return [];
  const { min, max } = replicas as { min?: number; max?: number };
  const refuse = (problem: string) => [
    diagnose("replicas-invalid", place, { args: { component: name, problem }, ...where }),
  ];
  if (min === undefined || max === undefined)
    return refuse("min and max must both be known after all layers");
  if (min > max) return refuse(`min ${min} is greater than max ${max}`);
  if (component.addressed && min !== max)
    return refuse("each replica has an address of its own, so min and max must be equal");
  return [];
}

function checkQuantities(settings: MergedSettings, { name, where }: Checked): Diagnostic[] {
  const resources = (settings.values["resources"] ?? {}) as Record<string, unknown>;
  const request = parseQuantity(resources["memory"]);
  const limit = parseQuantity(resources["memoryLimit"] ?? resources["memory"]);
  if (request === undefined || limit === undefined || request <= limit) return [];
  const place = originOf(resources, "memoryLimit")?.place ?? settings.listed.place;
  const problem = `memoryLimit ${String(resources["memoryLimit"])} is less than memory ${String(resources["memory"])}`;
  return [diagnose("quantity-invalid", place, { args: { component: name, problem }, ...where })];
}

function checkNodeClass(
  settings: MergedSettings,
  { where }: Checked,
  known: readonly string[],
): Diagnostic[] {
  const nodeClass = settings.values["nodeClass"];
  if (typeof nodeClass !== "string" || known.includes(nodeClass)) return [];
  const place = originOf(settings.values, "nodeClass")?.place ?? settings.listed.place;
  return [
    diagnose("reference-unknown", place, {
      args: { what: "node class", name: nodeClass, known: [...known].sort() },
      ...where,
    }),
  ];
}

function checkPatches(settings: MergedSettings, asOf: string): Diagnostic[] {
  return settings.patches
    .filter((patch) => patch.expires < asOf)
    .map((patch) =>
      diagnose("patch-expired", placeAt(patch, ["expires"], settings.listed.place), {
        args: { expires: patch.expires, owner: patch.owner },
      }),
    );
}
