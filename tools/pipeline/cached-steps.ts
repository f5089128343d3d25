import { loadEstate } from "./load/load-estate.ts";
import { readContent } from "./load/load-file.ts";
import type { EstateFile } from "./model/estate/estate-files.ts";
import { digestOf } from "./model/results/input-digests.ts";
import { createRunCache, type RunCache, type Store } from "./model/results/run-cache.ts";
import type { Evaluation } from "./policy/bundle/policy-bundle.ts";
import { namedFindings } from "./policy/findings/place-findings.ts";
import { checkSystems, resolveEstate } from "./resolve/resolve.ts";
import { plainSteps } from "./run.ts";
import { checkFile } from "./schema/check-file.ts";
import { checkFilesOfKind, checkSchema } from "./schema/check-schema.ts";
import { isYamlKind } from "./schema/validators.ts";
import type { EnvironmentRecord, ResolvedEstate, Steps } from "./steps.ts";

/**
 * Adds a cache to the steps of a run. Runs that share the steps repeat only work that depends on a changed file. A
 * store keeps plain data for later processes. The results are the same without a cache.
 */
export function cachedSteps(store?: Store, steps: Steps = plainSteps): Steps {
  const cache = createRunCache(store);
  return { ...steps, ...onFiles(cache), ...onTemplates(cache, steps), ...onRules(cache, steps) };
}

/** Caches the work on one file or environment. */
function onFiles(cache: RunCache): Pick<Steps, "load" | "checkSchema" | "resolve"> {
  return {
    load: (reader) =>
      loadEstate(reader, (content) =>
        cache.recall(["file", content.path, content.digest], () => readContent(content)),
      ),
    checkSchema: (loaded, options) =>
      checkSchema(loaded, {
        ...options,
        check: (files) => checkCached(cache, files),
      }),
    resolve: (desiredState, asOf, inputs) =>
      resolveEstate(desiredState, asOf, (systems) =>
        cached(cache, ["resolved", inputs.environments.get(systems.environment) ?? ""], () =>
          checkSystems(systems),
        ),
      ),
  };
}

/** Cached per kind, so that a process compiles only the definitions of kinds with a changed file. */
function checkCached(
  cache: RunCache,
  files: readonly EstateFile[],
): ReturnType<typeof checkFilesOfKind> {
  const kind = files[0]?.kind ?? "";
  if (!isYamlKind(kind)) return checkFilesOfKind(files);
  const inputs = files.flatMap(({ path, digest = "" }) => [path, digest]);
  return cached(cache, ["schema", kind, ...inputs], () =>
    files.map((file) =>
      cache.recall(["schema", file.path, file.digest ?? ""], () => checkFile(file)),
    ),
  );
}

function onTemplates(
  cache: RunCache,
  steps: Steps,
): Pick<Steps, "prepareApis" | "prepareRenderer" | "checkTemplates"> {
  return {
    prepareApis: (desiredState, inputs) =>
      cache.recall(["apis", inputs.definitions], () => steps.prepareApis(desiredState, inputs)),
    prepareRenderer: (desiredState, apis, inputs) =>
      cache.recall(["renderer", inputs.shared], () =>
        steps.prepareRenderer(desiredState, apis, inputs),
      ),
    checkTemplates: (estate) =>
      cached(cache, ["templates", estate.inputs.shared], () => steps.checkTemplates(estate)),
  };
}

/** Stores no result with a failed rule, so that the next process tries again. */
function onRules(
  cache: RunCache,
  steps: Steps,
): Pick<Steps, "runEnvironment" | "evaluateEstateRules" | "placeFindings"> {
  return {
    runEnvironment: async (estate, environment) => {
      const key = ["environment", ...keyOf(estate, environment)];
      const record = cache.find(key) as EnvironmentRecord | undefined;
      if (record) return { record };
      const result = await steps.runEnvironment(estate, environment);
      cache.keep(key, result.record, result.record.results.failures.length === 0);
      return result;
    },
    evaluateEstateRules: (policies, json) => {
      const key = ["estate", policies.digest, digestOf(json)];
      const known = cache.find(key) as Evaluation | undefined;
      if (known) return known;
      const result = steps.evaluateEstateRules(policies, json);
      cache.keep(key, result, result.failures.length === 0);
      return result;
    },
    placeFindings: (estate, request) => {
      const { environment } = request.found;
      if (environment === undefined) return steps.placeFindings(estate, request);
      const named = digestOf(namedFindings(request.found, request.prepared));
      return cached(cache, ["places", ...keyOf(estate, environment), named], () =>
        steps.placeFindings(estate, request),
      );
    },
  };
}

function cached<Value>(cache: RunCache, key: readonly string[], make: () => Value): Value {
  const known = cache.find(key) as Value | undefined;
  if (known !== undefined) return known;
  const value = make();
  cache.keep(key, value, true);
  return value;
}

/**
 * Lists all inputs of the results about one environment: its files, the shared files, the day, the rules and the
 * selected targets.
 */
function keyOf({ inputs, rules, targets }: ResolvedEstate, environment: string): readonly string[] {
  const own = targets.selected.filter((target) => target.environment === environment);
  return [
    inputs.environments.get(environment) ?? "",
    rules.policies.digest,
    ...own.map(({ target }) => target),
  ];
}
