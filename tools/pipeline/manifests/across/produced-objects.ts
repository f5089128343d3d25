import type { Manifest } from "../../model/kubernetes/manifest.ts";
import { at, entries, items, textValue, type Cursor } from "../cursor.ts";

/** Keys of a ConfigMap or Secret, or "any" if they are unknown. */
export type Keys = ReadonlySet<string> | "any";

/** An object that a manifest produces: the object itself, or one that its controller creates. */
export interface ProducedObject {
  /** `group/kind`. */
  readonly type: string;
  readonly name: string;
  readonly keys: Keys;
}

/** Returns the objects that exist in the namespace once a manifest is applied and reconciled. */
export function producedObjects({ id, object, incomplete }: Manifest): ProducedObject[] {
  const type = `${id.group}/${id.kind}`;
  const root: Cursor = { value: object };
  const self = { type, name: id.name, keys: ownKeys(type, root) };
  const all = [self, ...(producers[type]?.(root, id.name) ?? [])];
  // A key with an unevaluated name may be any key.
  return incomplete ? all.map((one) => ({ ...one, keys: "any" })) : all;
}

function ownKeys(type: string, root: Cursor): Keys {
  if (type !== "/Secret" && type !== "/ConfigMap") return "any";
  return keysOf(root, ["data", "stringData", "binaryData"]);
}

function keysOf(root: Cursor, fields: readonly string[]): Keys {
  return new Set(fields.flatMap((field) => entries(at(root, field)).map(({ key }) => key)));
}

type Producer = (root: Cursor, name: string) => ProducedObject[];

const producers: Readonly<Record<string, Producer>> = {
  "external-secrets.io/ExternalSecret": producedByExternalSecret,
  "cert-manager.io/Certificate": producedByCertificate,
  "cert-manager.io/Issuer": producedByIssuer,
  "postgresql.cnpg.io/Cluster": producedByDatabase,
  "postgresql.cnpg.io/Pooler": (_root, name) => [{ type: "/Service", name, keys: "any" }],
};

function producedByExternalSecret(root: Cursor, name: string): ProducedObject[] {
  const spec = at(root, "spec");
  const target = at(spec, "target");
  const template = at(target, "template");
  const templated = entries(at(template, "data")).map(({ key }) => key);
  const fetched = items(at(spec, "data")).flatMap(
    (entry) => textValue(at(entry, "secretKey")) ?? [],
  );
  const hasUnknownKeys =
    items(at(spec, "dataFrom")).length > 0 || items(at(template, "templateFrom")).length > 0;
  // A template replaces the fetched data unless its merge policy is `Merge`.
  const merged = templated.length === 0 || textValue(at(template, "mergePolicy")) === "Merge";
  const keys = hasUnknownKeys ? "any" : new Set([...templated, ...(merged ? fetched : [])]);
  return [{ type: "/Secret", name: textValue(at(target, "name")) ?? name, keys }];
}

function producedByCertificate(root: Cursor): ProducedObject[] {
  const name = textValue(at(root, "spec", "secretName"));
  if (name === undefined) return [];
  const hasKeystores = at(root, "spec", "keystores").value !== undefined;
  const keys = new Set(["tls.crt", "tls.key", "ca.crt"]);
  return [{ type: "/Secret", name, keys: hasKeystores ? "any" : keys }];
}

function producedByIssuer(root: Cursor): ProducedObject[] {
  const name = textValue(at(root, "spec", "acme", "privateKeySecretRef", "name"));
  return name === undefined ? [] : [{ type: "/Secret", name, keys: "any" }];
}

function producedByDatabase(_root: Cursor, name: string): ProducedObject[] {
  const secrets = ["app", "superuser", "ca", "server", "replication"];
  return [
    ...secrets.map((suffix) => ({
      type: "/Secret",
      name: `${name}-${suffix}`,
      keys: "any" as const,
    })),
    ...["rw", "ro", "r"].map((suffix) => ({
      type: "/Service",
      name: `${name}-${suffix}`,
      keys: "any" as const,
    })),
    { type: "/ServiceAccount", name, keys: "any" },
  ];
}
