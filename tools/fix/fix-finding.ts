import type { Finding, Images, Manifest, ManifestSource, Path } from "@altostrata/pipeline";
import { isScalar } from "yaml";
import type { FileChange, FixValue } from "./change.ts";
import { endOfNode, mapAt, pairAt, startOfNode, type YamlText } from "./read-yaml-text.ts";
import { writeScalar } from "./write-scalar.ts";

/** The context that a fix of a finding may read. */
export interface FixContext {
  /** The manifest of the finding. */
  readonly manifest: Manifest;
  readonly images: Images | undefined;
  readonly textOf: (file: string) => YamlText | undefined;
}

type Fixer = (finding: Finding, context: FixContext) => FileChange | undefined;

/** Rules with a mechanical fix: their remediation sets one value or removes something. */
export const findingFixers: Readonly<Record<string, Fixer>> = {
  "SEC-001": remove("privileged"),
  "SEC-002": remove("hostNetwork", "hostPID", "hostIPC"),
  "SEC-005": set({ allowPrivilegeEscalation: false }),
  "SEC-006": set({ runAsNonRoot: true }),
  "SEC-010": set({ drop: ["ALL"] }),
  "SEC-014": set({ type: "RuntimeDefault" }),
  "SEC-016": remove("procMount"),
  "SEC-024": remove("hostPort"),
  "SEC-026": remove("host"),
  "SEC-027": set({ readOnlyRootFilesystem: true }),
  "SEC-029": remove("shareProcessNamespace"),
  "SEC-033": remove("stdin", "tty"),
  "SEC-050": pinTag,
  "SEC-054": set({ imagePullPolicy: "Always" }),
  "SEC-074": set({ automountServiceAccountToken: false }),
  "SEC-085": remove("externalIPs"),
};

/**
 * Returns the change of the template or manifest that follows the rule's remediation; undefined if a person must
 * decide.
 */
export function fixFinding(finding: Finding, context: FixContext): FileChange | undefined {
  return findingFixers[finding.rule]?.(finding, context);
}

function set(values: Readonly<Record<string, FixValue>>): Fixer {
  return ({ path }, context) => {
    const value = values[String(path.at(-1))];
    return value === undefined ? undefined : setValue(path, value, context);
  };
}

/** Sets a value at a path of a manifest, if the template itself contains the nearest parent map. */
function setValue(path: Path, value: FixValue, context: FixContext): FileChange | undefined {
  const depth = existingDepth(context.manifest.object, path);
  if (depth === path.length) return replaceValue(path, value, context);
  const parent = path.slice(0, depth);
  const keys = path.slice(depth).filter((key) => typeof key === "string");
  const source = literalSource(context.manifest.sourceAt(parent));
  const text = source && context.textOf(source.file);
  if (!source || !text || keys.length !== path.length - depth) return undefined;
  const map = mapAt(text, text.offsetOf(source), parent.at(-1) ?? "");
  if (!map) return undefined;
  return { file: source.file, change: { kind: "set", map: startOfNode(map), keys, value } };
}

function replaceValue(path: Path, value: FixValue, context: FixContext): FileChange | undefined {
  const source = literalSource(context.manifest.sourceAt(path));
  const text = source && context.textOf(source.file);
  const found = text && pairAt(text, text.offsetOf(source));
  if (!source || !text || !found?.value || found.key.value !== path.at(-1)) return undefined;
  const [from, to] = [startOfNode(found.value), endOfNode(found.value)];
  const replacement = Array.isArray(value)
    ? `[${(value as readonly string[]).map((item) => writeScalar(item)).join(", ")}]`
    : writeScalar(value as string | boolean, text.text.slice(from, to));
  // Replacing a block by one line would orphan the lines below it.
  if (text.text.slice(from, to).trimEnd().includes("\n")) return undefined;
  return { file: source.file, change: { kind: "replace", from, to, text: replacement } };
}

function remove(...keys: readonly string[]): Fixer {
  return ({ path }, context) => {
    const last = path.at(-1);
    if (typeof last !== "string" || !keys.includes(last)) return undefined;
    const source = literalSource(context.manifest.sourceAt(path));
    const text = source && context.textOf(source.file);
    const found = text && pairAt(text, text.offsetOf(source));
    if (!source || found?.key.value !== last) return undefined;
    return { file: source.file, change: { kind: "remove-key", key: startOfNode(found.key) } };
  };
}

/** Pins a literal image to the catalogue's tag of its repository. */
function pinTag({ path }: Finding, context: FixContext): FileChange | undefined {
  const source = literalSource(context.manifest.sourceAt(path));
  const text = source && context.textOf(source.file);
  const found = text && pairAt(text, text.offsetOf(source));
  if (!source || !found || !isScalar(found.value)) return undefined;
  const image = String(found.value.value);
  const known = Object.values(context.images?.images ?? {}).find(({ repository }) =>
    [repository, `${repository}:`].some(
      (start) => image === start || image.startsWith(`${repository}:`),
    ),
  );
  if (!known || known.tag === "latest") return undefined;
  const reference = `${known.repository}:${known.tag}${known.digest === null ? "" : `@${known.digest}`}`;
  if (reference === image) return undefined;
  const [from, to] = [startOfNode(found.value), endOfNode(found.value)];
  const replacement = writeScalar(reference, text.text.slice(from, to));
  return { file: source.file, change: { kind: "replace", from, to, text: replacement } };
}

/** Returns the length of the longest existing prefix of a path. */
function existingDepth(object: unknown, path: Path): number {
  let current = object;
  for (const [depth, key] of path.entries()) {
    if (typeof current !== "object" || current === null) return depth;
    const child = (current as Record<string, unknown>)[String(key)];
    if (child === undefined || child === null) return depth;
    current = child;
  }
  return path.length;
}

/**
 * Returns the place of a value that a template or manifest contains literally; undefined if a value, patch or `set`
 * wrote it.
 */
function literalSource(source: ManifestSource): ManifestSource["template"] | undefined {
  return source.patch || source.expression !== undefined ? undefined : source.template;
}
