import type { Diagnostic } from "../model/results/diagnostic.ts";
import type { EstateFile } from "../model/estate/estate-files.ts";
import { namePattern } from "../model/estate/name-pattern.ts";
import { startOf } from "../model/origins/place.ts";

const allowed: Readonly<Record<string, RegExp>> = {
  minor: /^1\.[0-9]{1,3}$/,
  version: /^[0-9]+(\.[0-9]+)+([-+][A-Za-z0-9.-]+)?$/,
};
const name = new RegExp(namePattern);

/** Refuses folder and file names that are not valid names of Kubernetes objects; once per name, not per file. */
export function checkNames(files: readonly EstateFile[]): {
  files: readonly EstateFile[];
  diagnostics: readonly Diagnostic[];
} {
  const reported = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  const checked = files.map((file) => {
    const invalid = Object.entries(file.names).filter(
      ([what, text]) => !(allowed[what] ?? name).test(text),
    );
    for (const [what, text] of invalid) {
      const key = `${what}/${text}`;
      if (reported.has(key)) continue;
      reported.add(key);
      diagnostics.push({
        code: "name-invalid",
        at: startOf(file.path),
        args: { what, name: text },
      });
    }
    return invalid.length === 0 ? file : { ...file, unsound: "file" as const };
  });
  return { files: checked, diagnostics };
}
