import type { ValidateFunction } from "ajv";
import type { DesiredState, TargetState } from "../../model/estate/desired-state.ts";
import type { Diagnostic } from "../../model/results/diagnostic.ts";
import { placeAt } from "../../model/origins/origin.ts";
import { startOf } from "../../model/origins/place.ts";
import { compileSchema } from "../../model/estate/compile-schema.ts";
import { diagnose } from "../diagnose.ts";
import type { EstateIndex } from "../estate-index.ts";

/**
 * Reports missing outputs, outputs that violate the provider's schema, and Kubernetes or add-on versions without a
 * schema.
 */
export function checkTargets(desiredState: DesiredState, index: EstateIndex): Diagnostic[] {
  const known = desiredState.targets.filter(({ provider }) => index.providers.has(provider));
  const orphans = desiredState.targets.filter(({ provider }) => !index.providers.has(provider));
  const missing = [...Map.groupBy(orphans, ({ provider }) => provider)].flatMap(
    ([provider, [first, ...others]]) => {
      if (!first) return [];
      const args = { file: `clouds/${provider}/provider.yaml` };
      const related = others.map(({ file }) => startOf(file));
      const more = related.length > 0 ? { related } : {};
      return [diagnose("file-missing", startOf(first.file), { args, ...more })];
    },
  );
  const wrong = known.flatMap((target) => {
    const provider = index.providers.get(target.provider);
    if (!provider) return [];
    const schema = provider.value.infrastructure;
    return [
      ...checkOutputs(target, schema && compileSchema(schema).validate),
      ...checkVersion(target, desiredState),
    ];
  });
  return [...missing, ...wrong];
}

function checkOutputs(target: TargetState, validate: ValidateFunction | undefined): Diagnostic[] {
  if (!validate) return [];
  if (!target.infrastructure) {
    const file = target.file.replace(/\.yaml$/, ".outputs.json");
    return [
      diagnose("file-missing", startOf(target.file), { args: { file }, target: target.name }),
    ];
  }
  const { value, file } = target.infrastructure;
  if (validate(value)) return [];
  return (validate.errors ?? []).map((error) => {
    const path = error.instancePath.split("/").slice(1);
    const args = { output: path.join("."), problem: error.message ?? error.keyword };
    return diagnose("infrastructure-output-invalid", placeAt(value, path, startOf(file)), {
      args,
      target: target.name,
    });
  });
}

function checkVersion(target: TargetState, { kubernetesSchemas }: DesiredState): Diagnostic[] {
  const known = kubernetesSchemas.map((schema) => schema.name);
  const { version, next } = target.value.kubernetes;
  return (["version", "next"] as const).flatMap((key) => {
    const minor = key === "version" ? version : next;
    if (minor === undefined || known.includes(minor)) return [];
    const at = placeAt(target.value, ["kubernetes", key], startOf(target.file));
    return [
      diagnose("kubernetes-version-unknown", at, {
        args: { version: minor, known },
        target: target.name,
      }),
    ];
  });
}
