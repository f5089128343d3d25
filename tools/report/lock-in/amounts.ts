import type { Score } from "@altostrata/topology";

/** A number for people: thousands apart, decimals only where they say something. */
export function amount(value: number): string {
  const digits = value >= 100 ? 0 : value >= 1 ? 1 : 2;
  const [whole = "", decimals = ""] = value.toFixed(digits).split(".");
  const grouped = whole.replace(/\B(?=([0-9]{3})+$)/g, ",");
  return /^0*$/.test(decimals) ? grouped : `${grouped}.${decimals}`;
}

/** Both bounds of an interval. */
export function range({ least, most }: { least: number; most: number }): string {
  return `${amount(least)} to ${amount(most)}`;
}

/** An interval of a score in its currency. What has no price makes a sum too low, and a sum of nothing but that is none. */
export function money(
  { currency, exposure: { unpriced } }: Score,
  interval: { least: number; most: number },
): string {
  if (currency === undefined) return "unknown";
  return `${unpriced > 0 ? "at least " : ""}${range(interval)} ${currency}`;
}
