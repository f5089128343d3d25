import {
  reportInvalidName,
  reportInvalid,
  reportMissing,
  reportViolation,
} from "../report-invalid.ts";
import { at, entries, isSet, pathOf, textValue, type Cursor } from "../cursor.ts";
import { dataKey } from "../name-rules.ts";
import type { ReportProblem } from "../manifest-problem.ts";

const maxBytes = 1024 * 1024;

/** Checks a ConfigMap: its keys and its total size. */
export function checkConfigMap(object: Cursor, report: ReportProblem): void {
  const data = at(object, "data");
  const binary = at(object, "binaryData");
  checkEntries(object, { plainText: data, base64: binary }, report);
  for (const entry of entries(binary)) {
    if (at(data, entry.key).value === undefined) continue;
    reportViolation(report, entry, `The key ${entry.key} is also in data`);
  }
}

/** Checks a Secret: its keys, its size, and the keys its type requires. Messages never contain its values. */
export function checkSecret(object: Cursor, report: ReportProblem): void {
  const keys = { base64: at(object, "data"), plainText: at(object, "stringData") };
  checkEntries(object, keys, report);
  checkType(object, report);
}

/** Checks the keys of two maps, and their total size. */
function checkEntries(
  object: Cursor,
  { plainText, base64 }: { plainText: Cursor; base64: Cursor },
  report: ReportProblem,
): void {
  for (const entry of [...entries(plainText), ...entries(base64)]) checkKey(entry, report);
  const size = sizeOf(plainText, "utf8") + sizeOf(base64, "base64");
  if (size <= maxBytes) return;
  report({ code: "manifest-too-large", path: pathOf(object), args: { size, most: maxBytes } });
}

function checkKey(entry: Cursor & { readonly key: string }, report: ReportProblem): void {
  const problem = dataKey(entry.key);
  if (problem !== undefined) reportInvalidName(report, { ...entry, value: entry.key }, problem);
}

function sizeOf(map: Cursor, encoding: "base64" | "utf8"): number {
  const texts = entries(map).map(({ value }) => (typeof value === "string" ? value : ""));
  return texts.reduce((size, text) => size + Buffer.byteLength(text, encoding), 0);
}

const keysByType: ReadonlyMap<string, readonly string[]> = new Map([
  ["kubernetes.io/tls", ["tls.crt", "tls.key"]],
  ["kubernetes.io/ssh-auth", ["ssh-privatekey"]],
  ["kubernetes.io/dockerconfigjson", [".dockerconfigjson"]],
  ["kubernetes.io/dockercfg", [".dockercfg"]],
]);

function checkType(object: Cursor, report: ReportProblem): void {
  const type = textValue(at(object, "type")) ?? "";
  const find = (key: string): Cursor | undefined =>
    [at(object, "stringData", key), at(object, "data", key)].find(isSet);
  for (const key of keysByType.get(type) ?? []) {
    const value = find(key);
    if (value === undefined) reportMissing(report, at(object, "data"), key);
    else if (key.startsWith(".docker")) checkJson(value, object, report);
  }
  if (type !== "kubernetes.io/basic-auth") return;
  if (!find("username") && !find("password")) reportMissing(report, at(object, "data"), "username");
}

function checkJson(value: Cursor, object: Cursor, report: ReportProblem): void {
  const encoded = value.parent?.value === at(object, "data").value;
  const text = Buffer.from(String(value.value), encoded ? "base64" : "utf8").toString();
  try {
    JSON.parse(text);
  } catch {
    reportInvalid(report, { ...value, value: "the content" }, "it must be JSON");
  }
}
