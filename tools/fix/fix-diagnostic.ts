import type { Diagnostic, DiagnosticCode } from "@altostrata/pipeline";
import { suggestedWord } from "@altostrata/report";
import { isMap, isScalar, type Scalar } from "yaml";
import type { YamlChange } from "./change.ts";
import { endOfNode, itemAround, startOfNode, type YamlText } from "./read-yaml-text.ts";
import { writeScalar } from "./write-scalar.ts";

type Fixer = (diagnostic: Diagnostic, source: YamlText) => YamlChange | undefined;

/** Diagnostics with a mechanical fix. */
export const diagnosticFixers: Readonly<Partial<Record<DiagnosticCode, Fixer>>> = {
  "schema-unknown-key": renameKey("key"),
  "schema-not-allowed": rename("found"),
  "schema-wrong-kind": rename("found", "allowed"),
  "schema-wrong-api-version": rename("found", "allowed"),
  "schema-wrong-type": changeQuotes,
  "schema-out-of-range": removeDuplicateItem,
  "yaml-duplicate-key": removeDuplicateKey,
  "reference-unknown": rename("name"),
  "parameter-unknown": renameKey("parameter"),
  "image-unknown": rename("image"),
  "template-helper-unknown": replaceInTag("helper"),
  "template-value-missing": replaceInTag("expression"),
  "manifest-version-deprecated": replaceVersion,
  "manifest-version-removed": replaceVersion,
  "manifest-unknown-field": renameKey("field"),
  "manifest-value-not-allowed": rename("found"),
  "waiver-rule-renamed": rename("rule", "now"),
  "waiver-expired": removeItem,
  "waiver-unused": removeItem,
  "waiver-too-broad": setObject,
};

/** Returns the change that fixes the cause of a diagnostic; undefined if a person must decide. */
export function fixDiagnostic(diagnostic: Diagnostic, source: YamlText): YamlChange | undefined {
  return diagnosticFixers[diagnostic.code]?.(diagnostic, source);
}

/** Replaces a word by the suggested one. */
function rename(from: string, to?: string): Fixer {
  return (diagnostic, source) => {
    const suggestion = singleWord(diagnostic, to);
    const node = scalarAt(source, diagnostic, String(diagnostic.args[from]));
    return node && suggestion !== undefined ? replaceScalar(source, node, suggestion) : undefined;
  };
}

/** The version that replaces an old one, if the kind is the same: `Deployment of apps/v1`. */
function replaceVersion(diagnostic: Diagnostic, source: YamlText): YamlChange | undefined {
  const { apiVersion, kind, replacement } = diagnostic.args;
  const [, newKind, version] = /^(\S+) of (\S+)$/.exec(String(replacement)) ?? [];
  const node = scalarAt(source, diagnostic, String(apiVersion));
  if (!node || version === undefined || newKind !== kind) return undefined;
  return replaceScalar(source, node, version);
}

/** Replaces a key by the suggested one, unless that key exists already. */
function renameKey(from: string): Fixer {
  return (diagnostic, source) => {
    const suggestion = singleWord(diagnostic);
    const offset = source.offsetOf(diagnostic.at);
    const found = source.pairs.find(
      ({ key }) => startOfNode(key) === offset && key.value === diagnostic.args[from],
    );
    const target = found ?? keyOfValue(source, offset, String(diagnostic.args[from]));
    if (!target || suggestion === undefined) return undefined;
    const exists = target.map.items.some(({ key }) => isScalar(key) && key.value === suggestion);
    return exists ? undefined : replaceScalar(source, target.key, suggestion);
  };
}

function keyOfValue({ pairs }: YamlText, offset: number, name: string) {
  return pairs.find(
    ({ key, value }) => key.value === name && value && startOfNode(value) === offset,
  );
}

function singleWord({ args }: Diagnostic, argument?: string): string | undefined {
  const given = argument === undefined ? suggestedWord(args) : args[argument];
  const [only, ...others] = Array.isArray(given) ? (given as string[]) : [given];
  return typeof only === "string" && others.length === 0 ? only : undefined;
}

function scalarAt(source: YamlText, { at }: Diagnostic, value: string): Scalar | undefined {
  const offset = source.offsetOf(at);
  const scalars = [
    ...source.pairs.flatMap((pair) => [pair.value, pair.key]),
    ...source.items.map(({ item }) => item),
  ];
  return scalars.find(
    (node): node is Scalar =>
      isScalar(node) && startOfNode(node) === offset && String(node.value) === value,
  );
}

function replaceScalar({ text }: YamlText, node: Scalar, value: string): YamlChange {
  const [from, to] = [startOfNode(node), endOfNode(node)];
  return { kind: "replace", from, to, text: writeScalar(value, text.slice(from, to)) };
}

/** Adds or removes quotes: a number instead of a text, or a text instead of a number. */
function changeQuotes({ at, args }: Diagnostic, source: YamlText): YamlChange | undefined {
  const offset = source.offsetOf(at);
  const node = source.pairs.find(({ value }) => value && startOfNode(value) === offset)?.value;
  if (!isScalar(node)) return undefined;
  const [from, to] = [offset, endOfNode(node)];
  const written = source.text.slice(from, to);
  const expected = String(args["expected"]);
  if (expected === "a text" && /^-?[0-9.]+$|^(true|false)$/.test(written))
    return { kind: "replace", from, to, text: JSON.stringify(written) };
  const inner = /^(["'])(-?[0-9]+|true|false)\1$/.exec(written)?.[2];
  if (inner === undefined) return undefined;
  const isWord = inner === "true" || inner === "false";
  const matches = isWord ? expected === "true or false" : /^a (whole )?number$/.test(expected);
  return matches ? { kind: "replace", from, to, text: inner } : undefined;
}

function removeDuplicateItem({ at, args }: Diagnostic, source: YamlText): YamlChange | undefined {
  if (args["problem"] !== "uniqueItems") return undefined;
  return removeItemAt(source, source.offsetOf(at));
}

function removeItem({ at }: Diagnostic, source: YamlText): YamlChange | undefined {
  return removeItemAt(source, source.offsetOf(at));
}

function removeItemAt(source: YamlText, offset: number): YamlChange | undefined {
  const found = itemAround(source, offset);
  return found && { kind: "remove-item", item: startOfNode(found.item) };
}

/** A duplicate key with the same value is redundant. */
function removeDuplicateKey({ at, args }: Diagnostic, source: YamlText): YamlChange | undefined {
  const offset = source.offsetOf(at);
  const second = source.pairs.find(({ key }) => startOfNode(key) === offset);
  const first = source.pairs.find(
    ({ key, map }) => map === second?.map && key.value === args["key"] && key !== second.key,
  );
  if (!second?.value || !first?.value) return undefined;
  const sourceOf = (node: typeof second.value): string =>
    source.text.slice(startOfNode(node), endOfNode(node)).trim();
  if (sourceOf(first.value) !== sourceOf(second.value)) return undefined;
  return { kind: "remove-key", key: offset };
}

/** Replaces the name in a template expression. */
function replaceInTag(argument: string): Fixer {
  return (diagnostic, { text, offsetOf }) => {
    const wrong = String(diagnostic.args[argument]);
    const suggestion = singleWord(diagnostic);
    const from = offsetOf(diagnostic.at);
    const last = argument === "expression" ? (wrong.split(".").at(-1) ?? wrong) : wrong;
    if (suggestion === undefined || !text.startsWith(wrong, from)) return undefined;
    const to = from + wrong.length;
    return { kind: "replace", from: to - last.length, to, text: suggestion };
  };
}

function setObject({ at, args }: Diagnostic, source: YamlText): YamlChange | undefined {
  const found = itemAround(source, source.offsetOf(at))?.item;
  const object = args["object"];
  if (!isMap(found) || typeof object !== "string") return undefined;
  return { kind: "set", map: startOfNode(found), keys: ["object"], value: object };
}
