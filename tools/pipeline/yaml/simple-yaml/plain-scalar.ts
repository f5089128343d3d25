import { Scalar } from "yaml";

const integer = /^[-+]?[0-9]+$/;
const octal = /^0o[0-7]+$/;
const decimal = /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/;
/** Numbers of YAML's core schema in another notation. */
const otherNumber =
  /^(?:0x[0-9a-fA-F]+|[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+)$/;
const words: ReadonlyMap<string, boolean | null> = new Map([
  ["null", null],
  ["Null", null],
  ["NULL", null],
  ["~", null],
  ["true", true],
  ["True", true],
  ["TRUE", true],
  ["false", false],
  ["False", false],
  ["FALSE", false],
]);

/** Parses an unquoted scalar by YAML's core schema; undefined for numbers in unusual notations. */
export function plainScalar(source: string, offset: number): Scalar | undefined {
  const value = plainValue(source);
  return value === undefined ? undefined : scalar(value, { source, offset, type: Scalar.PLAIN });
}

/** Builds a scalar like the library's, with the properties that readers of nodes use. */
export function scalar(
  value: unknown,
  { source, offset, type }: { source: string; offset: number; type: Scalar.Type },
): Scalar {
  const node = new Scalar(value);
  const end = offset + source.length;
  node.source = source;
  node.type = type;
  node.range = [offset, end, end];
  return node;
}

function plainValue(source: string): string | number | boolean | null | undefined {
  const word = words.get(source);
  if (word !== undefined) return word;
  const first = source.charCodeAt(0);
  // Numbers begin with a sign, a point or a digit.
  if (first > 0x39 || first < 0x2b) return source;
  if (integer.test(source)) return Number.parseInt(source, 10);
  if (decimal.test(source)) return Number.parseFloat(source);
  if (octal.test(source)) return Number.parseInt(source.slice(2), 8);
  return otherNumber.test(source) ? undefined : source;
}
