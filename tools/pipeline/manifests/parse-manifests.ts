import { isAlias, isMap, isScalar, isSeq, type Document, type Node } from "yaml";
import type { LoadCode } from "../model/results/codes.ts";
import {
  sortDiagnostics,
  type Diagnostic,
  type MessageArgument,
} from "../model/results/diagnostic.ts";
import { deepestNesting } from "../model/values/deepest-nesting.ts";
import { isForbiddenKey } from "../model/values/forbidden-key.ts";
import { isRecord } from "../model/values/json-record.ts";
import type { Manifest } from "../model/kubernetes/manifest.ts";
import type { Path } from "../model/origins/origin.ts";
import { startOf, type Place } from "../model/origins/place.ts";
import { linePlaces } from "../model/origins/line-places.ts";
import { readDocuments, type YamlDocument } from "../yaml/read-documents.ts";
import { isBounded } from "./is-bounded.ts";

export interface ParsedManifests {
  readonly manifests: readonly Manifest[];
  readonly diagnostics: readonly Diagnostic[];
}

const maxBytes = 10 * 1024 * 1024;

/** Parses the Kubernetes objects of a YAML text, with the place of every value. Unpacks lists. Never throws. */
export function parseManifests(text: string, file: string): ParsedManifests {
  const diagnostics: Diagnostic[] = [];
  const refuse: Refuse = (code, at, args = {}) => diagnostics.push({ code, at, args });
  if (Buffer.byteLength(text) > maxBytes) {
    refuse("file-too-large", startOf(file), { size: Buffer.byteLength(text), most: maxBytes });
    return { manifests: [], diagnostics };
  }
  const placeOf = linePlaces(text, file);
  const documents = readDocuments(text, "cluster");
  if (documents === undefined) refuse("yaml-too-deep", startOf(file));
  const manifests = (documents ?? []).flatMap((document) =>
    manifestsOf(document, { placeOf, refuse }),
  );
  if (manifests.length === 0 && diagnostics.length === 0) refuse("file-empty", startOf(file));
  return { manifests, diagnostics: sortDiagnostics(diagnostics) };
}

type Refuse = (code: LoadCode | "manifest-not-an-object", at: Place, args?: Args) => void;
type Args = Readonly<Record<string, MessageArgument>>;

interface ParseContext {
  readonly placeOf: (offset: number) => Place;
  readonly refuse: Refuse;
}

function manifestsOf({ parsed, errors }: YamlDocument, context: ParseContext): Manifest[] {
  const { placeOf, refuse } = context;
  const [fault] = errors;
  if (fault) {
    const { code, offset, message } = fault;
    refuse(codeOf(code), placeOf(offset), { problem: code, detail: message });
    return [];
  }
  if (!parsed) return [];
  const { contents } = parsed;
  // Nothing but comments between two `---` is an empty document.
  if (contents === null || (isScalar(contents) && contents.value === null)) return [];
  if (!isValidTree(contents, { ...context, depth: 0 })) return [];
  const value = toPlain(parsed);
  if (value === undefined) {
    refuse("yaml-alias-limit", placeOf(contents.range[0]));
    return [];
  }
  return unpack({ value, node: contents, path: [] }, { document: parsed, ...context });
}

function codeOf(code: string): LoadCode {
  if (code === "duplicate-key") return "yaml-duplicate-key";
  return code === "resource-exhaustion" ? "yaml-too-deep" : "yaml-syntax";
}

function toPlain(document: Document.Parsed): unknown {
  try {
    const value: unknown = document.toJS({ maxAliasCount: -1 });
    return isBounded(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isValidTree(node: unknown, context: ParseContext & { depth: number }): boolean {
  const { placeOf, refuse, depth } = context;
  if (!isMap(node) && !isSeq(node)) return true;
  const at = placeOf(node.range?.[0] ?? 0);
  if (depth > deepestNesting) {
    refuse("yaml-too-deep", at);
    return false;
  }
  const deeper = { ...context, depth: depth + 1 };
  if (isSeq(node)) return node.items.every((item) => isValidTree(item, deeper));
  return node.items.every(({ key, value }) => {
    const problem = keyProblem(key);
    if (problem === undefined) return isValidTree(value, deeper);
    const keyText = isScalar(key) && key.source !== undefined ? { key: key.source } : {};
    refuse("yaml-forbidden-key", placeOf((key as Node | null)?.range?.[0] ?? 0), {
      ...keyText,
      problem,
    });
    return false;
  });
}

/** Returns why a key is invalid. Numbers are valid, since clients read them as texts, and so are merge keys. */
function keyProblem(key: unknown): string | undefined {
  if (!isScalar(key)) return "not-a-scalar";
  const { value } = key;
  if (typeof value === "boolean") return "not-text-but-boolean";
  if (value === null) return "empty";
  return typeof value === "string" && isForbiddenKey(value) ? "reserved" : undefined;
}

interface FoundNode {
  readonly value: unknown;
  readonly node: unknown;
  readonly path: Path;
}

type DocumentContext = ParseContext & { readonly document: Document.Parsed };

/** `List` objects are replaced by their items. */
function unpack(found: FoundNode, context: DocumentContext): Manifest[] {
  const { value, node, path } = found;
  const at = context.placeOf((node as Node | undefined)?.range?.[0] ?? 0);
  if (!isRecord(value)) {
    context.refuse("manifest-not-an-object", at);
    return [];
  }
  const { kind, items } = value;
  if (typeof kind === "string" && kind.endsWith("List") && Array.isArray(items)) {
    return items.flatMap((item: unknown, index) => {
      const itemPath = [...path, "items", index];
      const itemNode = context.document.getIn(itemPath, true);
      return unpack({ value: item, node: itemNode, path: itemPath }, context);
    });
  }
  return [manifestOf({ value, node, path }, { at, context })];
}

function manifestOf(
  { value, path }: FoundNode,
  { at, context }: { at: Place; context: DocumentContext },
): Manifest {
  const object = value as Readonly<Record<string, unknown>>;
  const metadata = isRecord(object["metadata"]) ? object["metadata"] : {};
  const [version = "", ...group] = text(object["apiVersion"]).split("/").reverse();
  return {
    id: {
      group: group.reverse().join("/"),
      version,
      kind: text(object["kind"]),
      namespace: text(metadata["namespace"]),
      name: text(metadata["name"]),
    },
    object,
    layer: "provider",
    at,
    sourceAt: (innerPath) => ({ template: placeIn([...path, ...innerPath], { at, context }) }),
  };
}

/** Returns the place of the value at a path, or of its nearest parent. */
function placeIn(path: Path, { at, context }: { at: Place; context: DocumentContext }): Place {
  let node: unknown = context.document.contents;
  let place = at;
  for (const key of path) {
    if (isAlias(node)) node = node.resolve(context.document);
    if (!isMap(node) && !isSeq(node)) break;
    const next: unknown = node.get(key, true);
    if (next === undefined || next === null) break;
    node = next;
    const range = (next as Node).range;
    if (range) place = context.placeOf(range[0]);
  }
  return place;
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}
