/** The problem of a name, or undefined if it is valid. */
export type NameRule = (name: string) => string | undefined;

const label = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const label1035 = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;
const subdomain = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const qualified = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;
const labelValue = /^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$/;

/** DNS-1123 label: lower-case letters, digits and dashes, at most 63. */
export const labelName: NameRule = (name) =>
  tooLong(name, 63) ??
  (label.test(name)
    ? undefined
    : "it may only contain lower-case letters, digits and dashes, and must begin and end with a letter or digit");

/** DNS-1035 label: a DNS-1123 label that begins with a letter. */
export const letterLabelName: NameRule = (name) =>
  tooLong(name, 63) ??
  (label1035.test(name)
    ? undefined
    : "it may only contain lower-case letters, digits and dashes, and must begin with a letter");

/** DNS-1123 subdomain: labels joined by dots, at most 253 characters. */
export const subdomainName: NameRule = (name) =>
  tooLong(name, 253) ??
  (subdomain.test(name)
    ? undefined
    : "it may only contain lower-case letters, digits, dashes and dots, and must begin and end with a letter or digit");

/** Names that become a URL segment, such as those of roles. */
export const segmentName: NameRule = (name) =>
  name === "." || name === ".." || /[/%]/.test(name)
    ? "it must not be `.` or `..`, and must not contain `/` or `%`"
    : undefined;

/** A port's name: at most 15 lower-case letters, digits and single dashes, at least one letter. */
export const portName: NameRule = (name) =>
  tooLong(name, 15) ??
  (/^[-a-z0-9]+$/.test(name) && /[a-z]/.test(name) && !/^-|-$|--/.test(name)
    ? undefined
    : "it may only contain lower-case letters, digits and single dashes, and must contain a letter");

/** A label or annotation key: an optional prefix (a DNS name and `/`) and a name. */
export const qualifiedName: NameRule = (key) => {
  const parts = key.split("/");
  const name = parts.at(-1) ?? "";
  if (parts.length > 2) return "it may contain at most one `/`";
  const prefix = parts.length === 2 ? (parts[0] ?? "") : undefined;
  if (prefix === "") return "the part before `/` is empty";
  if (prefix !== undefined && subdomainName(prefix)) {
    return "the part before `/` must be a DNS name in lower case";
  }
  return (
    tooLong(name, 63) ??
    (qualified.test(name)
      ? undefined
      : "it may only contain letters, digits, `-`, `_` and `.`, and must begin and end with a letter or digit")
  );
};

/** A label value. */
export const labelValueRule: NameRule = (value) =>
  tooLong(value, 63) ??
  (labelValue.test(value)
    ? undefined
    : "it may only contain letters, digits, `-`, `_` and `.`, and must begin and end with a letter or digit");

/** A key of a ConfigMap or Secret. */
export const dataKey: NameRule = (key) =>
  tooLong(key, 253) ??
  (/^[-._a-zA-Z0-9]+$/.test(key) && key !== "." && !key.startsWith("..")
    ? undefined
    : "it may only contain letters, digits, `-`, `_` and `.`");

/** Limits the length. */
export function withMaxLength(max: number, rule: NameRule): NameRule {
  return (name) => tooLong(name, max) ?? rule(name);
}

function tooLong(name: string, max: number): string | undefined {
  return name.length > max
    ? `it has ${name.length} characters, but at most ${max} are allowed`
    : undefined;
}
