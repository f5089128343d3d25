import type { NameKind } from "./secret-name.ts";

/** Keys that name the value beside them. */
export const nameKey =
  /^(?:name|key|id|field|parameter|parameter_?name|parameter_?key|property|variable|header|option|setting|entry|env|attribute|param-?name|n)$/i;
/** Keys of such values. */
export const valueKey =
  /^(?:value|val|values|content|contents|default|default_?value|parameter_?value|string_?value|literal|plain(?:[-_]?text)?|inline|raw|text|data|string|v|param-?value)$/i;

/** Name kinds below which every plain value counts as a credential. */
export function isHolder(kind: NameKind): boolean {
  return (
    kind === "secret" || kind === "likely" || kind === "anything" || kind === "names of secrets"
  );
}
