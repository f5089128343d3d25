import { stringify } from "smol-toml";

/** Prints a TOML document; integers must be bigints, because a number means a float. */
export function printToml(value: unknown): string {
  const text = stringify(value, { numbersAsFloat: true });
  return text === "" || text.endsWith("\n") ? text : `${text}\n`;
}

/** Converts whole numbers to bigints, which is how the printer distinguishes 1 from 1.0. */
export function tomlNumbers(value: unknown): unknown {
  if (typeof value === "number" && Number.isInteger(value)) return BigInt(value);
  if (Array.isArray(value)) return value.map(tomlNumbers);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, tomlNumbers(child)]));
}
