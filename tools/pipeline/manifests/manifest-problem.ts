import type { ManifestCode } from "../model/results/codes.ts";
import type { Diagnostic, MessageArgument } from "../model/results/diagnostic.ts";
import { objectName, userPlace, type Manifest } from "../model/kubernetes/manifest.ts";
import type { Path } from "../model/origins/origin.ts";
import { comparePlaces, type Place } from "../model/origins/place.ts";

/** A problem at a path of a manifest, not yet mapped to a place in a file. */
export interface ManifestProblem {
  readonly code: ManifestCode;
  readonly path: Path;
  readonly args: Readonly<Record<string, MessageArgument>>;
  readonly related?: readonly Place[];
}

/** Collects a problem; the check goes on. */
export type ReportProblem = (problem: ManifestProblem) => void;

/** The environment and target of the manifests, if known. */
export interface CheckedTarget {
  readonly environment?: string;
  readonly target?: string;
}

/** Converts a problem to a diagnostic at the user's own line, related to the template's line. */
export function diagnosticOf(
  problem: ManifestProblem,
  manifest: Manifest,
  { environment, target }: CheckedTarget,
): Diagnostic {
  const source = manifest.sourceAt(problem.path);
  const at = userPlace(source);
  const related = [...(problem.related ?? [])];
  if (comparePlaces(at, source.template) !== 0) related.unshift(source.template);
  const path = printPath(manifest.object, problem.path);
  return {
    code: problem.code,
    args: withoutSecrets(problem, manifest),
    at,
    ...(related.length > 0 ? { related } : {}),
    ...(environment === undefined ? {} : { environment }),
    ...(target === undefined ? {} : { target }),
    object: objectName(manifest.id),
    ...(path === "" ? {} : { path }),
  };
}

// Messages never contain values of a Secret.
function withoutSecrets(
  { args, path }: ManifestProblem,
  { id }: Manifest,
): ManifestProblem["args"] {
  const [field] = path;
  const secret = id.kind === "Secret" && (field === "data" || field === "stringData");
  return secret && "found" in args ? { ...args, found: "The value" } : args;
}

// Shows list elements by name if they have one, which is the form that `alto why` takes.
function printPath(object: unknown, path: Path): string {
  const parts: string[] = [];
  let current = object;
  for (const key of path) {
    current = (current as Record<string, unknown> | undefined | null)?.[String(key)];
    const name = (current as { name?: unknown } | undefined | null)?.name;
    parts.push(typeof key === "number" && typeof name === "string" ? name : String(key));
  }
  return parts.join(".");
}

const maxLength = 60;

/** Formats a value for messages: short, and never the content of a map or list. */
export function formatValue(value: unknown): string {
  if (value === null || value === undefined) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a map";
  const text = String(value as string | number | boolean);
  return text.length > maxLength ? `${text.slice(0, maxLength)}...` : text;
}
