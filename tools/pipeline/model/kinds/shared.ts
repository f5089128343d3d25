import { Type, type TProperties } from "typebox";
import { namePattern } from "../estate/name-pattern.ts";

const apiVersion = "altostrata.dev/v1alpha1";

/** The frame of every kind: apiVersion, kind and its own keys; no other keys are allowed. */
export function kindSchema<Kind extends string, Properties extends TProperties>(
  kind: Kind,
  properties: Properties,
) {
  return Type.Object(
    { apiVersion: Type.Literal(apiVersion), kind: Type.Literal(kind), ...properties },
    {
      additionalProperties: false,
      $id: `https://altostrata.dev/schemas/${kind.toLowerCase()}.json`,
      title: kind,
    },
  );
}

/** An object with exactly these keys. */
export function closed<Properties extends TProperties>(
  properties: Properties,
  description?: string,
) {
  return Type.Object(properties, {
    additionalProperties: false,
    ...(description === undefined ? {} : { description }),
  });
}

export const Name = Type.String({
  pattern: namePattern,
  description: "lower-case letters, digits and dashes, at most 40",
});
export const Duration = Type.String({
  pattern: "^[0-9]+(ms|s|m|h|d)$",
  description: "a number and a unit: ms, s, m, h or d",
});
export const Quantity = Type.Union(
  [
    Type.String({ pattern: "^[0-9]+(\\.[0-9]+)?(m|k|M|G|T|Ki|Mi|Gi|Ti)?$" }),
    Type.Number({ minimum: 0 }),
  ],
  { description: "a Kubernetes quantity such as 500m, 2 or 4Gi" },
);
export const Cidr = Type.String({
  pattern: "^([0-9]{1,3}\\.){3}[0-9]{1,3}/[0-9]{1,2}$",
  description: "an IPv4 range such as 10.20.0.0/16",
});
export const HostName = Type.String({
  pattern: "^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,}$",
  maxLength: 253,
  description: "a DNS name such as api.example.com",
});
export const Day = Type.String({
  pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
  description: "a day as YYYY-MM-DD",
});
export const Percent = Type.String({
  pattern: "^[0-9]{1,3}(\\.[0-9]+)?%$",
  description: "a percentage such as 99.95%",
});
export const Money = Type.String({
  pattern: "^[0-9]+(\\.[0-9]{1,2})? [A-Z]{3}$",
  description: "an amount and a currency: 18000 USD",
});
export const Country = Type.String({
  pattern: "^[A-Z]{2}$",
  description: "an ISO 3166 country code",
});
export const Owner = Type.String({
  pattern: "^@[A-Za-z0-9-]+(/[A-Za-z0-9._-]+)?$",
  description: "a GitHub user or team: @example/platform",
});
export const Owners = Type.Array(Owner, { minItems: 1, uniqueItems: true });
export const Text = Type.String({ minLength: 1, maxLength: 2000 });
export const LabelValue = Type.String({
  pattern: "^[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$",
  description: "a value of a Kubernetes label",
});
export const PortNumber = Type.Integer({ minimum: 1, maximum: 65535 });
export const KubernetesMinor = Type.String({
  pattern: "^1\\.[0-9]{1,2}$",
  description: 'a Kubernetes minor version such as "1.36"',
});
export const Version = Type.String({
  pattern: "^v?[0-9]+\\.[0-9]+(\\.[0-9]+)?([-+][A-Za-z0-9.-]+)?$",
});
export const Tier = Type.Enum(["development", "staging", "production"]);
export const Continent = Type.Enum([
  "africa",
  "antarctica",
  "asia",
  "europe",
  "north-america",
  "oceania",
  "south-america",
]);

/** A map from names to one kind of value. */
export const nameKey = Type.String({ pattern: namePattern });
