import type { Score } from "@altostrata/topology";

/** Formats a number for people: grouped thousands, and decimals only for small numbers. */
export function amount(value: number): string {
  const digits = value >= 100 ? 0 : value >= 1 ? 1 : 2;
  const [whole = "", decimals = ""] = value.toFixed(digits).split(".");
  const grouped = whole.replace(/\B(?=([0-9]{3})+$)/g, ",");
  return /^0*$/.test(decimals) ? grouped : `${grouped}.${decimals}`;
}

/** Formats the bounds of an interval. */
export function range({ least, most }: { least: number; most: number }): string {
  return `${amount(least)} to ${amount(most)}`;
}

/** Formats an interval of a score in its currency. A sum without all of its prices is a lower bound. */
export function money(
  { currency, exposure: { unpriced } }: Score,
  interval: { least: number; most: number },
): string {
  if (currency === undefined) return "unknown";
  return `${unpriced > 0 ? "at least " : ""}${range(interval)} ${currency}`;
}
