import { parseAllDocuments, type Document, type Node, type YAMLError } from "yaml";
import { clusterTags } from "./cluster-tags.ts";
import { mergeConflict } from "./merge-conflict.ts";
import { readSimpleYaml } from "./simple-yaml/read-simple-yaml.ts";

/** Whose YAML it is: files of the estate, what templates print, or manifests as the clients of a cluster read them. */
export type Dialect = "estate" | "template" | "cluster";

/** A fault of the text; `code` is one of the library's error codes, in lower case with dashes, or `merge-conflict`. */
export interface YamlFault {
  readonly code: string;
  readonly offset: number;
  readonly message: string;
}

export interface YamlDocument {
  readonly contents: Node | null;
  readonly faults: readonly YamlFault[];
  /** Whether lines that start with % come before it. */
  readonly hasDirectives: boolean;
  readonly offset: number;
  /** What the library read; absent in everyday YAML, which it does not read. */
  readonly parsed?: Document.Parsed;
}

const strict = { version: "1.2", schema: "core", merge: false } as const;
const dialects = {
  // The reader of the estate reports duplicate keys itself, with both places.
  estate: { ...strict, uniqueKeys: false },
  template: { ...strict, uniqueKeys: true },
  cluster: { customTags: clusterTags, merge: true, uniqueKeys: true },
} as const;

/** The documents of a YAML text; undefined when it is nested without end. */
export function readDocuments(text: string, dialect: Dialect): readonly YamlDocument[] | undefined {
  return (dialect === "cluster" ? undefined : readEveryday(text, dialect)) ?? parse(text, dialect);
}

function readEveryday(text: string, dialect: Dialect): readonly YamlDocument[] | undefined {
  const documents = readSimpleYaml(text)?.documents;
  // Of a second document the estate reports the place, which only the library tells.
  if (dialect === "estate" && documents?.length !== 1) return undefined;
  return documents?.map((contents) => ({ contents, faults: [], hasDirectives: false, offset: 0 }));
}

function parse(text: string, dialect: Dialect): readonly YamlDocument[] | undefined {
  try {
    const documents = parseAllDocuments(text, { ...dialects[dialect], prettyErrors: false });
    return [...documents].map((parsed) => ({
      contents: parsed.contents,
      faults: faultsOf(parsed.errors, text),
      hasDirectives: parsed.directives?.yaml.explicit ?? false,
      offset: parsed.range[0],
      parsed,
    }));
  } catch (error) {
    // The library recurses; only nesting without end exhausts the stack.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The library's complaints, or instead of them all that a merge was left open. */
function faultsOf(errors: readonly YAMLError[], text: string): readonly YamlFault[] {
  const conflict = errors.length > 0 ? mergeConflict(text) : undefined;
  if (conflict !== undefined)
    return [{ code: "merge-conflict", offset: conflict, message: "a merge was left open here" }];
  return errors.map(({ code, pos, message }) => ({
    code: code.toLowerCase().replaceAll("_", "-"),
    offset: pos[0],
    message,
  }));
}
