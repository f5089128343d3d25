import type { ErrorObject } from "ajv";
import { schemasAlong, type JsonSchema } from "./json-schema.ts";

/**
 * Drops the noise of unions: if a value matches no branch, only the errors of the closest branch stay. If no branch is
 * close, one error with all of them (keyword `anyOf`) stays.
 */
export function closestBranches(errors: readonly ErrorObject[], root: JsonSchema): ErrorObject[] {
  const unions = errors.filter((error) => error.keyword === "anyOf");
  // Outer unions first: the inner ones they drop need no check.
  unions.sort((left, right) => left.schemaPath.length - right.schemaPath.length);
  let remaining = [...errors];
  for (const union of unions) {
    if (remaining.includes(union)) remaining = condense(union, remaining, root);
  }
  return remaining;
}

function condense(
  union: ErrorObject,
  errors: readonly ErrorObject[],
  root: JsonSchema,
): ErrorObject[] {
  const inside = errors.filter((error) => error !== union && isInside(error, union));
  const outside = errors.filter((error) => error !== union && !isInside(error, union));
  const branches = groupByBranch(inside, union);
  const matching = branches.filter(
    (branch) => !branch.some((error) => refusesWholeValue(error, union)),
  );
  const candidates = matching.length > 0 ? matching : literalBranches(branches, union);
  if (candidates.length === 0) return [...outside, union];
  return [...outside, ...mergeLiterals(candidates, union, root)];
}

function isInside(error: ErrorObject, union: ErrorObject): boolean {
  const { instancePath, schemaPath } = error;
  const sameValue =
    instancePath === union.instancePath || instancePath.startsWith(`${union.instancePath}/`);
  return sameValue && schemaPath.startsWith(`${union.schemaPath}/`);
}

function groupByBranch(errors: readonly ErrorObject[], union: ErrorObject): ErrorObject[][] {
  const branches = new Map<string, ErrorObject[]>();
  for (const error of errors) {
    const branch = error.schemaPath.slice(union.schemaPath.length + 1).split("/")[0] ?? "";
    branches.set(branch, [...(branches.get(branch) ?? []), error]);
  }
  return [...branches.values()];
}

/** A branch that refuses the whole value by its type, by another word, or by the word that selects its form. */
function refusesWholeValue(error: ErrorObject, union: ErrorObject): boolean {
  if (error.instancePath === union.instancePath) {
    return ["type", "const", "enum"].includes(error.keyword);
  }
  return (
    error.keyword === "const" &&
    error.instancePath.split("/").length === union.instancePath.split("/").length + 1
  );
}

/** Branches of the value's type, but with other values: "unknown", or { kind: single }. */
function literalBranches(branches: readonly ErrorObject[][], union: ErrorObject): ErrorObject[][] {
  return branches
    .filter(
      (branch) =>
        !branch.some(
          (error) => error.keyword === "type" && error.instancePath === union.instancePath,
        ),
    )
    .map((branch) =>
      branch.filter((error) => error.keyword === "const" || error.keyword === "enum"),
    );
}

/** The branch with the fewest errors; if several differ in one word only, one error that allows all their words. */
function mergeLiterals(
  candidates: readonly ErrorObject[][],
  union: ErrorObject,
  root: JsonSchema,
): ErrorObject[] {
  const [first, ...others] = [...candidates].sort((left, right) => left.length - right.length);
  if (first === undefined) return [union];
  const word = first[0];
  if (word?.keyword !== "const" || others.length === 0) return first;
  const allowedValues = candidates.flatMap((branch) =>
    branch
      .filter((error) => error.instancePath === word.instancePath)
      .map((error) => schemasAlong(root, error.schemaPath).at(-1)?.["const"]),
  );
  return [{ ...word, keyword: "enum", params: { allowedValues } }];
}
