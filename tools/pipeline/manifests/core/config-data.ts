import { badName, invalid, missing, refused } from "../complain.ts";
import { at, entries, isSet, pathOf, textOf, type Cursor } from "../cursor.ts";
import { dataKey } from "../names.ts";
import type { Report } from "../problem.ts";

const mostBytes = 1024 * 1024;

/** Checks a ConfigMap: its keys and its total size. */
export function checkConfigMap(object: Cursor, report: Report): void {
  const data = at(object, "data");
  const binary = at(object, "binaryData");
  checkEntries(object, { plain: data, base64: binary }, report);
  for (const entry of entries(binary)) {
    if (at(data, entry.key).value === undefined) continue;
    refused(report, entry, `The key ${entry.key} is in data too`);
  }
}

/** Checks a Secret: its keys, its size, and the keys its type requires. Messages never contain its values. */
export function checkSecret(object: Cursor, report: Report): void {
  const held = { base64: at(object, "data"), plain: at(object, "stringData") };
  checkEntries(object, held, report);
  checkType(object, report);
}

/** Checks the keys of two maps, and their total size. */
function checkEntries(
  object: Cursor,
  { plain, base64 }: { plain: Cursor; base64: Cursor },
  report: Report,
): void {
  for (const entry of [...entries(plain), ...entries(base64)]) checkKey(entry, report);
  const size = sizeOf(plain, "utf8") + sizeOf(base64, "base64");
  if (size <= mostBytes) return;
  report({ code: "manifest-too-large", path: pathOf(object), args: { size, most: mostBytes } });
}

function checkKey(entry: Cursor & { readonly key: string }, report: Report): void {
  const problem = dataKey(entry.key);
  if (problem !== undefined) badName(report, { ...entry, value: entry.key }, problem);
}

function sizeOf(held: Cursor, encoding: "base64" | "utf8"): number {
  const texts = entries(held).map(({ value }) => (typeof value === "string" ? value : ""));
  return texts.reduce((size, text) => size + Buffer.byteLength(text, encoding), 0);
}

const keysByType: ReadonlyMap<string, readonly string[]> = new Map([
  ["kubernetes.io/tls", ["tls.crt", "tls.key"]],
  ["kubernetes.io/ssh-auth", ["ssh-privatekey"]],
  ["kubernetes.io/dockerconfigjson", [".dockerconfigjson"]],
  ["kubernetes.io/dockercfg", [".dockercfg"]],
]);

function checkType(object: Cursor, report: Report): void {
  const type = textOf(at(object, "type")) ?? "";
  const held = (key: string): Cursor | undefined =>
    [at(object, "stringData", key), at(object, "data", key)].find(isSet);
  for (const key of keysByType.get(type) ?? []) {
    const value = held(key);
    if (value === undefined) missing(report, at(object, "data"), key);
    else if (key.startsWith(".docker")) checkJson(value, object, report);
  }
  if (type !== "kubernetes.io/basic-auth") return;
  if (!held("username") && !held("password")) missing(report, at(object, "data"), "username");
}

function checkJson(value: Cursor, object: Cursor, report: Report): void {
  const encoded = value.parent?.value === at(object, "data").value;
  const text = Buffer.from(String(value.value), encoded ? "base64" : "utf8").toString();
  try {
    JSON.parse(text);
  } catch {
    invalid(report, { ...value, value: "the content" }, "JSON is wanted");
  }
}
