import type { ErrorObject } from "ajv";
import { schemasAlong, type JsonSchema } from "./json-schema.ts";

/**
 * The errors without the noise of unions: where a value fits none of several forms, only the complaints of the form it
 * resembles most stay; where it resembles none, one error that names them all (keyword `anyOf`) stays.
 */
export function bestBranches(errors: readonly ErrorObject[], root: JsonSchema): ErrorObject[] {
  const unions = errors.filter((error) => error.keyword === "anyOf");
  // Outer unions first: what they drop needs no look inside.
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
  const fitting = branches.filter((branch) => !branch.some((error) => isAboutWhole(error, union)));
  const candidates = fitting.length > 0 ? fitting : literalBranches(branches, union);
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

/** A branch that refuses the whole value, by its type or as another word, or an object by the word that says its form. */
function isAboutWhole(error: ErrorObject, union: ErrorObject): boolean {
  if (error.instancePath === union.instancePath) {
    return ["type", "const", "enum"].includes(error.keyword);
  }
  return (
    error.keyword === "const" &&
    error.instancePath.split("/").length === union.instancePath.split("/").length + 1
  );
}

/** Branches that take a value of this type, but another one: "unknown", or { kind: single }. */
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

/** The shortest branch; where several branches differ by one word only, one error that allows all these words. */
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
