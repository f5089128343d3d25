import type { RawSchema } from "./schema-node.ts";

/** Describes the limit of its schema that a value exceeds; undefined if it exceeds none. */
export function limitProblem(limits: RawSchema, value: unknown): string | undefined {
  if (typeof value === "number") return numberProblem(limits, value);
  if (typeof value === "string") {
    return sizeProblem(Array.from(value).length, limits.minLength, limits.maxLength, "characters");
  }
  if (Array.isArray(value)) {
    return sizeProblem(value.length, limits.minItems, limits.maxItems, "elements");
  }
  if (typeof value !== "object" || value === null) return undefined;
  return sizeProblem(
    Object.keys(value).length,
    limits.minProperties,
    limits.maxProperties,
    "fields",
  );
}

function numberProblem(limits: RawSchema, value: number): string | undefined {
  const { minimum, maximum, multipleOf } = limits;
  if (minimum !== undefined && value < minimum) return `it must be at least ${minimum}`;
  if (minimum === value && limits.exclusiveMinimum) return `it must be more than ${minimum}`;
  if (maximum !== undefined && value > maximum) return `it must be at most ${maximum}`;
  if (maximum === value && limits.exclusiveMaximum) return `it must be less than ${maximum}`;
  if (multipleOf !== undefined && value % multipleOf !== 0) {
    return `it must be a multiple of ${multipleOf}`;
  }
  return undefined;
}

function sizeProblem(
  size: number,
  least: number | undefined,
  most: number | undefined,
  unit: string,
): string | undefined {
  if (least !== undefined && size < least)
    return `it has ${size} ${unit}, but at least ${least} are required`;
  if (most !== undefined && size > most)
    return `it has ${size} ${unit}, but at most ${most} are allowed`;
  return undefined;
}
