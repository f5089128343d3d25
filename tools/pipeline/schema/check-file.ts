import type { Diagnostic } from "../model/results/diagnostic.ts";
import type { EstateFile } from "../model/estate/estate-files.ts";
import { mostPerFile } from "../model/estate/most-per-file.ts";
import { startOf } from "../model/origins/place.ts";
import { closestBranches } from "./closest-branches.ts";
import { describeError } from "./describe-error.ts";
import { isYamlKind, kindNames, validatorOf } from "./validators.ts";

/** Checks one file against the definition of its kind and returns every problem at its own place. */
export function checkFile(file: EstateFile): Diagnostic[] {
  if (file.value === undefined) return [];
  if (file.kind === "infrastructure") return checkIsMap(file);
  if (!isYamlKind(file.kind)) return [];
  const { schema, validate } = validatorOf(file.kind);
  if (validate(file.value)) return [];
  const errors = closestBranches(validate.errors ?? [], schema);
  const checked = { file: file.path, value: file.value, schema };
  return dropRedundant(errors.slice(0, mostPerFile).map((error) => describeError(error, checked)));
}

/** The provider declares the content of outputs; here they only need to be a map. */
function checkIsMap({ path, value }: EstateFile): Diagnostic[] {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return [];
  return [{ code: "schema-wrong-type", at: startOf(path), args: { where: "", expected: "a map" } }];
}

/** One mistake, one message: a misspelled key is not also missing, and a file of another kind is only that. */
function dropRedundant(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const otherKind = diagnostics.find(isOtherKind);
  if (otherKind) return [otherKind];
  const suggested = new Set(
    diagnostics
      .filter(({ code }) => code === "schema-unknown-key")
      .map(({ args }) => `${String(args["where"])}\0${String(args["suggestion"])}`),
  );
  return diagnostics.filter(
    ({ code, args }) =>
      code !== "schema-missing-key" ||
      !suggested.has(`${String(args["where"])}\0${String(args["key"])}`),
  );
}

function isOtherKind({ code, args }: Diagnostic): boolean {
  return code === "schema-wrong-kind" && kindNames.has(String(args["found"]));
}
