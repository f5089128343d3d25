import { isRecord } from "../model/values/json-record.ts";
import { readJson, type JsonNode } from "./read-json.ts";
import { redactRecord } from "./redact-record.ts";
import { mayHoldSecrets, replaceSecrets, type Tag } from "./replace-secrets.ts";

/** Maximum depth of texts inside texts that are parsed. */
const deepest = 4;
/** Maximum number of passes over a text. */
const mostRounds = 6;

/** Replaces everything that looks like a credential with the same marker. */
export function withoutSecrets(text: string): string {
  return replaceInText(text, () => "(redacted)");
}

/**
 * Replaces credentials in a text with `tag(credential)` and keeps the rest. Passes repeat until nothing more is found,
 * so redaction is idempotent; a text that never settles is hidden completely.
 */
export function replaceInText(text: string, tag: Tag): string {
  let current = text;
  for (let round = 0; round < mostRounds; round += 1) {
    const next = replaceOnce(current, { tag, depth: 0 });
    if (next === current) return current;
    current = next;
  }
  return tag(text);
}

/** One pass: JSON by its structure; any other text by escaped strings, names, signs and forms. */
function replaceOnce(text: string, { tag, depth }: Options): string {
  if (!mayHoldSecrets(text)) return text;
  if (depth >= deepest) return replaceSecrets(text, tag);
  const root = readJson(text);
  const replaced = root && replaceInJson(text, root, { tag, depth });
  return replaced ?? replaceSecrets(replaceInStrings(text, { tag, depth }), tag);
}

interface Options {
  readonly tag: Tag;
  readonly depth: number;
}

/** Quoted texts with escaped line ends are parsed in their unescaped form. */
function replaceInStrings(text: string, { tag, depth }: Options): string {
  if (!text.includes("\\n") && !text.includes('\\"')) return text;
  let at = 0;
  const parts: string[] = [];
  for (const { start, end } of escapedStrings(text)) {
    const inner = parseString(text.slice(start, end));
    const shown = inner === undefined ? undefined : replaceOnce(inner, { tag, depth: depth + 1 });
    if (shown === inner) continue;
    parts.push(text.slice(at, start), JSON.stringify(shown));
    at = end;
  }
  return parts.join("") + text.slice(at);
}

function parseString(json: string): string | undefined {
  try {
    return JSON.parse(json) as string;
  } catch {
    return undefined;
  }
}

/** Double-quoted strings on one line that contain an escape. */
function escapedStrings(text: string): readonly { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = [];
  let start = -1;
  let hasEscape = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === "\\") {
      hasEscape = true;
      at += 1;
    } else if (character === "\n") start = -1;
    else if (character === '"') {
      if (start !== -1 && hasEscape) found.push({ start, end: at + 1 });
      start = start === -1 ? at : -1;
      hasEscape = false;
    }
  }
  return found;
}

interface Edit {
  readonly node: JsonNode;
  readonly text: string;
}

function replaceInJson(json: string, root: JsonNode, { tag, depth }: Options): string | undefined {
  const value: unknown = JSON.parse(json);
  const inner = (text: string): string => replaceOnce(text, { tag, depth: depth + 1 });
  const { value: shown } = redactRecord({ value }, { tag, text: inner });
  const edits: Edit[] = [];
  if (!compare(json, { node: root, before: value, after: shown }, edits)) return undefined;
  let at = 0;
  const parts: string[] = [];
  for (const { node, text } of edits) {
    parts.push(json.slice(at, node.start), text);
    at = node.end;
  }
  return parts.join("") + json.slice(at);
}

interface Compared {
  readonly node: JsonNode;
  readonly before: unknown;
  readonly after: unknown;
}

/** Collects the differences; false if the text contains something the value lacks, such as a duplicate key. */
function compare(json: string, { node, before, after }: Compared, edits: Edit[]): boolean {
  if (node.kind === "list") {
    const [was, is] = [before as unknown[], after as unknown[]];
    return node.items.every((item, index) =>
      compare(json, { node: item, before: was[index], after: is[index] }, edits),
    );
  }
  if (node.kind === "object") return compareObject(json, { node, before, after }, edits);
  if (before !== after) edits.push({ node, text: JSON.stringify(after) });
  return true;
}

function compareObject(json: string, { node, before, after }: Compared, edits: Edit[]): boolean {
  if (!isRecord(before) || !isRecord(after)) return false;
  const keys = Object.keys(after);
  const texts = node.items.filter((_, index) => index % 2 === 0);
  const names = texts.map(({ start, end }) => JSON.parse(json.slice(start, end)) as string);
  // A numeric key, a duplicate key or a dropped annotation changes the order or the count.
  const was = Object.keys(before);
  if (was.length !== names.length || keys.length !== names.length) return false;
  if (was.some((key, index) => key !== names[index])) return false;
  return names.every((name, index) => {
    const shown = keys[index]!;
    if (shown !== name) edits.push({ node: texts[index]!, text: JSON.stringify(shown) });
    const value = node.items[index * 2 + 1]!;
    return compare(json, { node: value, before: before[name], after: after[shown] }, edits);
  });
}
