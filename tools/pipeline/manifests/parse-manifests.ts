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

const mostBytes = 10 * 1024 * 1024;

/** Parses the Kubernetes objects of a YAML text, with the place of every value. Unpacks lists. Never throws. */
export function parseManifests(text: string, file: string): ParsedManifests {
  const diagnostics: Diagnostic[] = [];
  const refuse: Refuse = (code, at, args = {}) => diagnostics.push({ code, at, args });
  if (Buffer.byteLength(text) > mostBytes) {
    refuse("file-too-large", startOf(file), { size: Buffer.byteLength(text), most: mostBytes });
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

interface Surroundings {
  readonly placeOf: (offset: number) => Place;
  readonly refuse: Refuse;
}

function manifestsOf({ parsed, faults }: YamlDocument, around: Surroundings): Manifest[] {
  const { placeOf, refuse } = around;
  const [fault] = faults;
  if (fault) {
    const { code, offset, message } = fault;
    refuse(codeOf(code), placeOf(offset), { problem: code, detail: message });
    return [];
  }
  if (!parsed) return [];
  const { contents } = parsed;
  // Nothing but comments between two `---` is an empty document.
  if (contents === null || (isScalar(contents) && contents.value === null)) return [];
  if (!isSoundTree(contents, { ...around, depth: 0 })) return [];
  const value = toPlain(parsed);
  if (value === undefined) {
    refuse("yaml-alias-limit", placeOf(contents.range[0]));
    return [];
  }
  return unpack({ value, node: contents, path: [] }, { document: parsed, ...around });
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

function isSoundTree(node: unknown, around: Surroundings & { depth: number }): boolean {
  const { placeOf, refuse, depth } = around;
  if (!isMap(node) && !isSeq(node)) return true;
  const at = placeOf(node.range?.[0] ?? 0);
  if (depth > deepestNesting) {
    refuse("yaml-too-deep", at);
    return false;
  }
  const deeper = { ...around, depth: depth + 1 };
  if (isSeq(node)) return node.items.every((item) => isSoundTree(item, deeper));
  return node.items.every(({ key, value }) => {
    const problem = keyProblem(key);
    if (problem === undefined) return isSoundTree(value, deeper);
    const written = isScalar(key) && key.source !== undefined ? { key: key.source } : {};
    refuse("yaml-forbidden-key", placeOf((key as Node | null)?.range?.[0] ?? 0), {
      ...written,
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

interface Found {
  readonly value: unknown;
  readonly node: unknown;
  readonly path: Path;
}

type DocumentSurroundings = Surroundings & { readonly document: Document.Parsed };

/** `List` objects are replaced by their items. */
function unpack(found: Found, around: DocumentSurroundings): Manifest[] {
  const { value, node, path } = found;
  const at = around.placeOf((node as Node | undefined)?.range?.[0] ?? 0);
  if (!isRecord(value)) {
    around.refuse("manifest-not-an-object", at);
    return [];
  }
  const { kind, items } = value;
  if (typeof kind === "string" && kind.endsWith("List") && Array.isArray(items)) {
    return items.flatMap((item: unknown, index) => {
      const itemPath = [...path, "items", index];
      const itemNode = around.document.getIn(itemPath, true);
      return unpack({ value: item, node: itemNode, path: itemPath }, around);
    });
  }
  return [manifestOf({ value, node, path }, { at, around })];
}

function manifestOf(
  { value, path }: Found,
  { at, around }: { at: Place; around: DocumentSurroundings },
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
    sourceAt: (inside) => ({ template: placeIn([...path, ...inside], { at, around }) }),
  };
}

/** Returns the place of the value at a path, or of its nearest parent. */
function placeIn(path: Path, { at, around }: { at: Place; around: DocumentSurroundings }): Place {
  let node: unknown = around.document.contents;
  let place = at;
  for (const key of path) {
    if (isAlias(node)) node = node.resolve(around.document);
    if (!isMap(node) && !isSeq(node)) break;
    const next: unknown = node.get(key, true);
    if (next === undefined || next === null) break;
    node = next;
    const range = (next as Node).range;
    if (range) place = around.placeOf(range[0]);
  }
  return place;
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}
