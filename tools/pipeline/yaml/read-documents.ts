import { parseAllDocuments, type Document, type Node, type YAMLError } from "yaml";
import { clusterTags } from "./cluster-tags.ts";
import { mergeConflict } from "./merge-conflict.ts";
import { readSimpleYaml } from "./simple-yaml/read-simple-yaml.ts";

/** The dialect: estate files, template output, or manifests as Kubernetes clients read them. */
export type Dialect = "estate" | "template" | "cluster";

/** A syntax error; `code` is an error code of the library in kebab case, or `merge-conflict`. */
export interface YamlSyntaxError {
  readonly code: string;
  readonly offset: number;
  readonly message: string;
}

export interface YamlDocument {
  readonly contents: Node | null;
  readonly errors: readonly YamlSyntaxError[];
  /** Whether directives (lines that start with %) precede it. */
  readonly hasDirectives: boolean;
  readonly offset: number;
  /** The library's document; absent for simple YAML, which bypasses the library. */
  readonly parsed?: Document.Parsed;
}

const strict = { version: "1.2", schema: "core", merge: false } as const;
const dialects = {
  // The estate reader reports duplicate keys itself, with both places.
  estate: { ...strict, uniqueKeys: false },
  template: { ...strict, uniqueKeys: true },
  cluster: { customTags: clusterTags, merge: true, uniqueKeys: true },
} as const;

/** Parses the documents of a YAML text; undefined if it is nested too deeply. */
export function readDocuments(text: string, dialect: Dialect): readonly YamlDocument[] | undefined {
  return (dialect === "cluster" ? undefined : readSimple(text, dialect)) ?? parse(text, dialect);
}

function readSimple(text: string, dialect: Dialect): readonly YamlDocument[] | undefined {
  const documents = readSimpleYaml(text)?.documents;
  // The estate reader reports the place of a second document, which only the library provides.
  if (dialect === "estate" && documents?.length !== 1) return undefined;
  return documents?.map((contents) => ({ contents, errors: [], hasDirectives: false, offset: 0 }));
}

function parse(text: string, dialect: Dialect): readonly YamlDocument[] | undefined {
  try {
    const documents = parseAllDocuments(text, { ...dialects[dialect], prettyErrors: false });
    return [...documents].map((parsed) => ({
      contents: parsed.contents,
      errors: syntaxErrors(parsed.errors, text),
      hasDirectives: parsed.directives?.yaml.explicit ?? false,
      offset: parsed.range[0],
      parsed,
    }));
  } catch (error) {
    // The library is recursive; only deep nesting exhausts the stack.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The library's errors, or a single error if the text has merge conflict markers. */
function syntaxErrors(errors: readonly YAMLError[], text: string): readonly YamlSyntaxError[] {
  const conflict = errors.length > 0 ? mergeConflict(text) : undefined;
  if (conflict !== undefined)
    return [{ code: "merge-conflict", offset: conflict, message: "unresolved merge conflict" }];
  return errors.map(({ code, pos, message }) => ({
    code: code.toLowerCase().replaceAll("_", "-"),
    offset: pos[0],
    message,
  }));
}
