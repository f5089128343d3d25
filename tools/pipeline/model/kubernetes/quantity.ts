const binary = {
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
} as const;
const decimal = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  "": 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
} as const;

/** Parses a Kubernetes quantity (cores, bytes, counts) into a number; undefined if it is invalid. */
export function parseQuantity(quantity: unknown): number | undefined {
  if (typeof quantity === "number") return Number.isFinite(quantity) ? quantity : undefined;
  if (typeof quantity !== "string") return undefined;
  const match =
    /^([+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+))(Ki|Mi|Gi|Ti|Pi|Ei|[numkMGTPE]|[eE][+-]?[0-9]+)?$/.exec(
      quantity,
    );
  if (!match) return undefined;
  const [, digits = "", suffix = ""] = match;
  if (suffix in binary) return Number(digits) * binary[suffix as keyof typeof binary];
  if (suffix in decimal) return Number(digits) * decimal[suffix as keyof typeof decimal];
  return Number(digits + suffix);
}
