import { stringify } from "yaml";

/** Formats a scalar like the one it replaces: the same quotes, or none if none are needed. */
export function writeScalar(value: string | boolean, old = ""): string {
  if (typeof value === "boolean") return String(value);
  if (old.startsWith('"')) return JSON.stringify(value);
  if (old.startsWith("'") && !value.includes("'")) return `'${value}'`;
  return stringify(value, { lineWidth: 0 }).trimEnd();
}
