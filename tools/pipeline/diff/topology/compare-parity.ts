import { isRecord } from "../../model/values/json-record.ts";
import { objectName, type Manifest } from "../../model/kubernetes/manifest.ts";
import type { ParityChange } from "../../model/comparison/comparison.ts";
import type { RenderedTarget } from "../../model/results/rendered-target.ts";
import { canonicalText } from "../values/canonical-text.ts";
import type { PlacedChange } from "../objects/placed-change.ts";
import { identity } from "../objects/pair-objects.ts";
import { nameItems } from "../values/list-keys.ts";
import type { Redactor } from "../../secrets/create-redactor.ts";

/**
 * Lists fields of changed objects that became different between the targets of an environment, or became equal.
 * Existing differences are not repeated.
 */
export function compareParity(
  changes: readonly PlacedChange[],
  { base, head, redactor }: ComparedSides,
): readonly ParityChange[] {
  const [before, after] = [objectsOf(base), objectsOf(head)];
  const asked = changes.filter(({ change }) => change === "changed").flatMap(questionsOf);
  const unique = new Map(asked.map((question) => [canonicalText(question), question]));
  const found = [...unique.values()].flatMap(({ environment, key, path }): ParityChange[] => {
    const was = valuesOf(before.get(key) ?? [], path, redactor);
    const is = valuesOf(after.get(key) ?? [], path, redactor);
    if (was.length < 2 || is.length < 2 || isEqual(was) === isEqual(is)) return [];
    const parity = isEqual(is) ? "gained" : "lost";
    const object = after.get(key)?.[0]?.manifest;
    return object ? [{ environment, object: objectName(object.id), path, parity, values: is }] : [];
  });
  return found.sort((left, right) => (sortKey(left) < sortKey(right) ? -1 : 1));
}

interface ComparedSides {
  readonly base: readonly RenderedTarget[];
  readonly head: readonly RenderedTarget[];
  readonly redactor: Redactor;
}

interface Question {
  readonly environment: string;
  readonly key: string;
  readonly path: string[];
}

function questionsOf({ object, place, fields }: PlacedChange): readonly Question[] {
  const { environment } = place;
  const key = identity(object);
  // A checksum follows from its content, and a position does not name the same item on other targets.
  const paths = fields
    .map(({ path }) => path)
    .filter((path) => !path.includes("annotations") && !path.some((step) => /^[0-9]+$/.test(step)));
  return paths.map((path) => ({ environment, key, path }));
}

interface Placed {
  readonly target: string;
  readonly manifest: Manifest;
}

function objectsOf(results: readonly RenderedTarget[]): ReadonlyMap<string, readonly Placed[]> {
  const placed = results.flatMap(({ target, manifests }) =>
    manifests.map((manifest) => ({ target, manifest })),
  );
  return Map.groupBy(placed, ({ manifest }) => identity(manifest.id));
}

function valuesOf(
  placed: readonly Placed[],
  path: readonly string[],
  redactor: Redactor,
): { target: string; value: string }[] {
  return placed.map(({ target, manifest }) => ({
    target,
    value: wordOf(valueAt(redactor.object(manifest.object), path)),
  }));
}

/** Formats a string with quotes; a missing value has none. */
function wordOf(value: unknown): string {
  return value === undefined ? "absent" : canonicalText(value);
}

/** Returns the value at a path that names list items. */
function valueAt(root: unknown, path: readonly string[]): unknown {
  let current = root;
  const walked: string[] = [];
  for (const step of path) {
    if (Array.isArray(current)) {
      const [names] = nameItems(walked, [current]) ?? [];
      current = current[names ? names.indexOf(step) : Number(step)];
    } else if (isRecord(current) && Object.hasOwn(current, step)) current = current[step];
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
