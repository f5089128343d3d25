import { isRecord } from "../model/json-record.ts";
import { objectName, type Manifest } from "../model/manifest.ts";
import type { ObjectChange, ParityChange } from "../model/comparison.ts";
import type { TargetResult } from "../model/run-result.ts";
import { canonicalText } from "./canonical-text.ts";
import { identity } from "./pair-objects.ts";
import { nameItems } from "./list-keys.ts";
import type { Redactor } from "./redact-object.ts";

/**
 * Fields of changed objects that were the same on all targets of an environment and no longer are, or the reverse. Only what
 * changes is asked, so differences that were there before and stay are not repeated.
 */
export function compareParity(
  changes: readonly ObjectChange[],
  { base, head, redactor }: ComparedSides,
): readonly ParityChange[] {
  const before = objectsByEnvironment(base);
  const after = objectsByEnvironment(head);
  const asked = changes.filter(({ change }) => change === "changed").flatMap(questionsOf);
  const unique = new Map(asked.map((question) => [canonicalText(question), question]));
  const found = [...unique.values()].flatMap(({ environment, key, path }): ParityChange[] => {
    const was = valuesOf(before.get(environment)?.get(key) ?? [], path, redactor);
    const is = valuesOf(after.get(environment)?.get(key) ?? [], path, redactor);
    if (was.length < 2 || is.length < 2 || isEqual(was) === isEqual(is)) return [];
    const parity = isEqual(is) ? "gained" : "lost";
    const object = after.get(environment)?.get(key)?.[0]?.manifest;
    return object ? [{ environment, object: objectName(object.id), path, parity, values: is }] : [];
  });
  return found.sort((left, right) => (sortKey(left) < sortKey(right) ? -1 : 1));
}

interface ComparedSides {
  readonly base: readonly TargetResult[];
  readonly head: readonly TargetResult[];
  readonly redactor: Redactor;
}

interface Question {
  readonly environment: string;
  readonly key: string;
  readonly path: string[];
}

function questionsOf({ object, places, fields }: ObjectChange): readonly Question[] {
  const key = identity(object);
  const environments = [...new Set(places.map(({ environment }) => environment))];
  // A checksum follows from what it hashes, and a position names no item that other targets have too.
  const paths = fields
    .map(({ path }) => path)
    .filter((path) => !path.includes("annotations") && !path.some((step) => /^[0-9]+$/.test(step)));
  return environments.flatMap((environment) => paths.map((path) => ({ environment, key, path })));
}

interface Placed {
  readonly target: string;
  readonly manifest: Manifest;
}

type ObjectsByEnvironment = ReadonlyMap<string, ReadonlyMap<string, readonly Placed[]>>;

function objectsByEnvironment(results: readonly TargetResult[]): ObjectsByEnvironment {
  const environments = new Map<string, Map<string, Placed[]>>();
  for (const { environment, target, manifests } of results) {
    const objects = environments.get(environment) ?? new Map<string, Placed[]>();
    environments.set(environment, objects);
    for (const manifest of manifests) {
      const key = identity(manifest.id);
      objects.set(key, [...(objects.get(key) ?? []), { target, manifest }]);
    }
  }
  return environments;
}

function valuesOf(
  placed: readonly Placed[],
  path: readonly string[],
  redactor: Redactor,
): { target: string; value: string }[] {
  return placed.map(({ target, manifest }) => ({
    target,
    value: canonicalText(valueAt(redactor.object(manifest.object), path) ?? "absent"),
  }));
}

/** The value at a path whose list items stand by name. */
function valueAt(root: unknown, path: readonly string[]): unknown {
  let current = root;
  const walked: string[] = [];
  for (const step of path) {
    if (Array.isArray(current)) {
      const [names] = nameItems(walked, [current]) ?? [];
      current = current[names ? names.indexOf(step) : Number(step)];
    } else if (isRecord(current)) current = current[step];
    else return undefined;
    walked.push(step);
  }
  return current;
}

function isEqual(values: readonly { value: string }[]): boolean {
  return new Set(values.map(({ value }) => value)).size === 1;
}

function sortKey({ environment, object, path }: ParityChange): string {
  return [environment, object, ...path].join("\0");
}
