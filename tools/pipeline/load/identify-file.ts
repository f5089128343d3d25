import type { FileKind } from "../model/estate/estate-files.ts";
import { editDistance } from "../model/values/closest-word.ts";
import { filePatterns, ignoredFiles } from "./file-patterns.ts";

/** The identity of a file by its path: a kind with names, ignored, or unknown with the closest valid path. */
export type FileIdentity =
  | {
      readonly status: "known";
      readonly kind: FileKind;
      readonly names: Readonly<Record<string, string>>;
    }
  | { readonly status: "ignored" }
  | { readonly status: "unknown"; readonly suggestion?: string };

const matchers = filePatterns.map(({ kind, pattern }) => ({
  kind,
  expression: toExpression(pattern),
}));

/** Identifies an estate file by its path alone. */
export function identifyFile(path: string): FileIdentity {
  if (ignoredFiles.some((ignored) => ignored.test(path))) return { status: "ignored" };
  for (const { kind, expression } of matchers) {
    const match = expression.exec(path);
    if (match) return { status: "known", kind, names: { ...match.groups } };
  }
  const suggestion = suggestPath(path);
  return suggestion === undefined ? { status: "unknown" } : { status: "unknown", suggestion };
}

function toExpression(pattern: string): RegExp {
  const source = pattern
    .replaceAll(".", "\\.")
    .replaceAll("**", "[^/].*")
    .replaceAll(/\{([a-z]+)\}/g, "(?<$1>[^/]+?)");
  return new RegExp(`^${source}$`, "s");
}

function suggestPath(path: string): string | undefined {
  let best: { path: string; distance: number } | undefined;
  for (const { pattern } of filePatterns) {
    const candidate = fillPattern(pattern, path);
    if (candidate === undefined) continue;
    const distance = editDistance(path, candidate, 4);
    if (distance <= 4 && (!best || distance < best.distance)) best = { path: candidate, distance };
  }
  return best?.path;
}

/** Fills the names of a pattern from the same segments of `path`, if both have equally many. */
function fillPattern(pattern: string, path: string): string | undefined {
  const segments = path.split("/");
  const [head, tail] = pattern.split("**");
  if (head !== undefined && tail !== undefined) {
    const depth = head.split("/").length - 1;
    if (segments.length <= depth) return undefined;
    const filledHead = fillSegments(head.split("/").slice(0, -1), segments);
    const rest = segments.slice(depth).join("/");
    return `${filledHead}/${rest.endsWith(".yml") ? `${rest.slice(0, -4)}${tail}` : `${rest}${tail}`}`;
  }
  const patternSegments = pattern.split("/");
  return patternSegments.length === segments.length
    ? fillSegments(patternSegments, segments)
    : undefined;
}

function fillSegments(patternSegments: readonly string[], segments: readonly string[]): string {
  return patternSegments
    .map((segment, index) =>
      segment.replace(/\{[a-z]+\}/, () =>
        segment.endsWith("}") ? segments[index]! : segments[index]!.split(".")[0]!,
      ),
    )
    .join("/");
}
