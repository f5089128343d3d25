import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { publishedFiles } from "../../pipeline/manifests/testing/published-apis.ts";

type Schema = Readonly<Record<string, unknown>>;

/**
 * Writes a strict, self-contained schema per kind and version for kubeconform, from the same descriptions that alto
 * checks with.
 */
export function writeKubeconformSchemas(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const { kubernetes, addons } = publishedFiles();
  for (const { text } of kubernetes) {
    const { definitions, kinds } = JSON.parse(text) as {
      definitions: Record<string, Schema>;
      kinds: { group: string; version: string; kind: string; definition: string }[];
    };
    const strict = Object.fromEntries(
      Object.entries(definitions).map(([name, schema]) => [name, strictSchema(schema, name)]),
    );
    for (const { group, version, kind, definition } of kinds) {
      const schema = { $ref: `#/definitions/${definition}`, definitions: strict };
      writeFileSync(join(folder, fileName({ group, version, kind })), JSON.stringify(schema));
    }
  }
  for (const { text } of addons) {
    const { kinds } = JSON.parse(text) as {
      kinds: { group: string; kind: string; versions: { name: string; schema?: Schema }[] }[];
    };
    for (const { group, kind, versions } of kinds) {
      for (const { name, schema } of versions) {
        if (schema === undefined) continue;
        const file = join(folder, fileName({ group, version: name, kind }));
        writeFileSync(file, JSON.stringify(strictSchema(schema, kind)));
      }
    }
  }
  return folder;
}

/** For the core group, kubeconform's template uses the version in place of the group. */
function fileName({ group, version, kind }: Record<"group" | "version" | "kind", string>): string {
  return `${group === "" ? version : group}_${kind.toLowerCase()}_${version}.json`;
}

/** Rejects unknown fields, and accepts both numbers and texts where Kubernetes does. */
function strictSchema(schema: unknown, name = ""): unknown {
  if (Array.isArray(schema)) return schema.map((item) => strictSchema(item));
  if (typeof schema !== "object" || schema === null) return schema;
  const given = schema as Schema;
  if (/(?:IntOrString|Quantity)$/.test(name) || given["x-kubernetes-int-or-string"] === true) {
    return { type: ["string", "number"] };
  }
  const inner = Object.fromEntries(
    Object.entries(given).map(([key, value]) => [key, strictSchema(value)]),
  );
  const open =
    given["additionalProperties"] !== undefined ||
    given["x-kubernetes-preserve-unknown-fields"] === true;
  return given["properties"] !== undefined && !Array.isArray(given["properties"]) && !open
    ? { ...inner, additionalProperties: false }
    : inner;
}
