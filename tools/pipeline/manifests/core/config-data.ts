import { badName, invalid, missing, refused } from "../complain.ts";
import { at, entries, isSet, pathOf, textOf, type Cursor } from "../cursor.ts";
import { dataKey } from "../names.ts";
import type { Report } from "../problem.ts";

const mostBytes = 1024 * 1024;

/** A ConfigMap: its keys, and the size of what it holds. */
export function checkConfigMap(object: Cursor, report: Report): void {
  const data = entries(at(object, "data"));
  const binary = entries(at(object, "binaryData"));
  let size = 0;
  for (const entry of [...data, ...binary]) {
    checkKey(entry, report);
    size += sizeOf(entry, binary.includes(entry));
  }
  for (const entry of binary) {
    if (data.some(({ key }) => key === entry.key)) {
      refused(report, entry, `The key ${entry.key} is in data too`);
    }
  }
  checkSize(object, size, report);
}

/** A Secret: its keys, its size, and what its type promises. Its values never appear in a message. */
export function checkSecret(object: Cursor, report: Report): void {
  const data = entries(at(object, "data"));
  const plain = entries(at(object, "stringData"));
  let size = 0;
  for (const entry of [...data, ...plain]) {
    checkKey(entry, report);
    size += sizeOf(entry, data.includes(entry));
  }
  checkSize(object, size, report);
  checkType(object, report);
}

function checkKey(entry: Cursor & { readonly key: string }, report: Report): void {
  const problem = dataKey(entry.key);
  if (problem !== undefined) badName(report, { ...entry, value: entry.key }, problem);
}

function sizeOf({ value }: Cursor, isBase64: boolean): number {
  if (typeof value !== "string") return 0;
  return Buffer.byteLength(value, isBase64 ? "base64" : "utf8");
}

function checkSize(object: Cursor, size: number, report: Report): void {
  if (size <= mostBytes) return;
  report({ code: "manifest-too-large", path: pathOf(object), args: { size, most: mostBytes } });
}

const keysByType: Readonly<Record<string, readonly string[]>> = {
  "kubernetes.io/tls": ["tls.crt", "tls.key"],
  "kubernetes.io/ssh-auth": ["ssh-privatekey"],
  "kubernetes.io/dockerconfigjson": [".dockerconfigjson"],
  "kubernetes.io/dockercfg": [".dockercfg"],
};

function checkType(object: Cursor, report: Report): void {
  const type = textOf(at(object, "type")) ?? "";
  const held = (key: string): Cursor | undefined =>
    [at(object, "stringData", key), at(object, "data", key)].find(isSet);
  for (const key of keysByType[type] ?? []) {
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
