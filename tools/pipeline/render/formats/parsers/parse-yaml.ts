import { isAlias, isMap, isScalar, isSeq, Scalar, type Node } from "yaml";
import type { RenderCode } from "../../../model/results/codes.ts";
import type { Diagnostic, MessageArgument } from "../../../model/results/diagnostic.ts";
import {
  readDocuments,
  type YamlDocument,
  type YamlSyntaxError,
} from "../../../yaml/read-documents.ts";
import type { Place } from "../../../model/origins/place.ts";
import { cutAtPlaceholders, onlyPlaceholder } from "../../tree/placeholders.ts";
import type { ParsedText, PrintedText } from "../../tree/parsed-text.ts";
import { listNode, mapNode, type SkeletonEntry, type SkeletonNode } from "../../tree/skeleton.ts";
import { isForbiddenKey } from "../../../model/values/forbidden-key.ts";

interface Reading {
  readonly placeOf: (offset: number) => Place;
  /** In vendored and checked files every character is literal. */
  readonly literal: boolean;
  readonly refuse: (
    code: RenderCode,
    offset: number,
    args?: Record<string, MessageArgument>,
  ) => undefined;
}

/** Parses the documents of a YAML text and skips empty ones; a broken document does not affect the others. */
export function parseYaml({ text, placeOf }: PrintedText, literal = false): ParsedText {
  const diagnostics: Diagnostic[] = [];
  const reading: Reading = {
    placeOf,
    literal,
    refuse: (code, offset, args = {}) => {
      diagnostics.push({ code, at: placeOf(offset), args });
      return undefined;
    },
  };
  const read = readDocuments(text, "template");
  if (read === undefined) {
    const detail = "it is nested too deeply";
    reading.refuse("template-output-syntax", 0, { language: "YAML", detail });
  }
  const documents = (read ?? []).flatMap((document) => readDocument(document, reading) ?? []);
  return { documents, diagnostics };
}

function readDocument(document: YamlDocument, reading: Reading): SkeletonNode | undefined {
  const { contents, errors, hasDirectives, offset } = document;
  const duplicates = errors.filter(({ code }) => code === "duplicate-key");
  for (const duplicate of duplicates)
    reading.refuse("template-output-duplicate-key", duplicate.offset);
  const [fault] = errors;
  if (fault && duplicates.length === 0) return refuseSyntax(fault, reading);
  if (fault) return undefined;
  if (hasDirectives) return reading.refuse("template-output-tag-refused", offset);
  return readContents(contents, reading);
}

function refuseSyntax({ code, offset, message }: YamlSyntaxError, { refuse }: Reading): undefined {
  const detail = message.replaceAll(/\s+/g, " ");
  return refuse("template-output-syntax", offset, { language: "YAML", detail, problem: code });
}

function readContents(contents: Node | null, reading: Reading): SkeletonNode | undefined {
  if (contents === null || (isScalar(contents) && contents.value === null)) return undefined;
  return readNode(contents, reading);
}

function readNode(node: Node, reading: Reading): SkeletonNode | undefined {
  const offset = node.range?.[0] ?? 0;
  if (isAlias(node) || node.tag !== undefined || ("anchor" in node && node.anchor !== undefined)) {
    return reading.refuse("template-output-tag-refused", offset);
  }
  if (isScalar(node)) return readScalar(node, offset, reading);
  if (isSeq<Node>(node)) {
    const items = node.items.flatMap((item) => readNode(item, reading) ?? []);
    return listNode(items, offset);
  }
  if (!isMap<Node, Node | null>(node)) return undefined;
  const entries = node.items.flatMap((pair) => {
    const key = readKey(pair.key, reading);
    const value =
      pair.value === null
        ? ({ kind: "literal", value: null, offset: pair.key.range?.[0] ?? offset } as const)
        : readNode(pair.value, reading);
    return key && value ? [{ ...key, value }] : [];
  });
  return mapNode(entries, offset);
}

function readScalar(
  node: Scalar,
  offset: number,
  { literal, refuse }: Reading,
): SkeletonNode | undefined {
  const { value, type } = node;
  if (typeof value === "string" && !literal) {
    const only = type === Scalar.PLAIN ? onlyPlaceholder(value) : undefined;
    if (only !== undefined) return { kind: "value", index: only, offset };
    const parts = cutAtPlaceholders(value);
    if (parts) return { kind: "text", parts, offset };
  }
  if (typeof value === "number" && (!Number.isFinite(value) || isInexact(value))) {
    const detail = `the number ${node.source ?? value} cannot be kept exactly`;
    return refuse("template-output-syntax", offset, { language: "YAML", detail });
  }
  return { kind: "literal", value, offset };
}

function isInexact(value: number): boolean {
  return Number.isInteger(value) && !Number.isSafeInteger(value);
}

function readKey(node: Node, reading: Reading): Omit<SkeletonEntry, "value"> | undefined {
  const offset = node.range?.[0] ?? 0;
  const key = readNode(node, reading);
  if (!key) return undefined;
  if (key.kind === "value" || key.kind === "text") return { key, offset };
  if (key.kind !== "literal" || typeof key.value !== "string" || isForbiddenKey(key.value)) {
    const shown = isScalar(node) ? (node.source ?? "") : "a map or list";
    return reading.refuse("template-key-invalid", offset, { key: shown });
  }
  if (key.value === "<<") return reading.refuse("template-output-tag-refused", offset);
  return { key: key.value, offset };
}
