import { digestOf } from "../model/results/input-digests.ts";
import type { EstateFile } from "../model/estate/estate-files.ts";
import { copyOrigin, rootOrigin, setRootOrigin, type Key } from "../model/origins/origin.ts";
import { closestBranches } from "./closest-branches.ts";
import { pointerSegments } from "./json-schema.ts";
import { isYamlKind, validatorOf } from "./validators.ts";

/** A file without its unknown keys, and the dotted paths of those keys. */
export interface CleanedFile {
  readonly file: EstateFile;
  readonly removedKeys: readonly string[];
}

/**
 * Removes keys from a file of an earlier state that today's definition of its kind no longer has, and that nothing
 * reads. Returns undefined if the file has other problems.
 */
export function removeUnknownKeys(file: EstateFile): CleanedFile | undefined {
  const { kind, value, digest } = file;
  if (file.unsound === "file" || value === undefined || !isYamlKind(kind)) return undefined;
  const { schema, validate } = validatorOf(kind);
  const removedKeys: string[] = [];
  let known: unknown = value;
  while (!validate(known)) {
    const errors = closestBranches(validate.errors ?? [], schema);
    const paths = errors.flatMap(({ keyword, instancePath, params }) =>
      keyword === "additionalProperties"
        ? [[...pointerSegments(instancePath), String(params["additionalProperty"])]]
        : [],
    );
    if (paths.length === 0 || paths.length < errors.length) return undefined;
    for (const path of paths) known = withoutKey(known, path);
    removedKeys.push(...paths.map((path) => path.join(".")));
  }
  return {
    // The result no longer follows from the bytes of the file.
    file: { ...file, value: known, ...(digest && { digest: digestOf(digest, "known keys") }) },
    removedKeys,
  };
}

/** Copies the value without the given path; all other values keep their origins. */
function withoutKey(container: unknown, [key, ...rest]: readonly Key[]): unknown {
  if (typeof container !== "object" || container === null) return container;
  const entries = Object.entries(container)
    .filter(([name]) => rest.length > 0 || name !== key)
    .map(([name, value]): [string, unknown] => [
      name,
      name === String(key) ? withoutKey(value, rest) : value,
    ]);
  const copy = Array.isArray(container)
    ? entries.map(([, value]) => value)
    : Object.fromEntries(entries);
  const root = rootOrigin(container);
  if (root) setRootOrigin(copy, root);
  for (const [name] of entries) {
    copyOrigin({ container, key: name }, { container: copy, key: name });
  }
  return copy;
}
