import type { UnsoundFile } from "../model/estate/desired-state.ts";
import type { Diagnostic } from "../model/results/diagnostic.ts";
import type { FileKind } from "../model/estate/estate-files.ts";
import { placeText } from "../model/origins/place.ts";
import { followsFrom } from "./follows-from.ts";

/**
 * Drops diagnostics that only follow from another one, or from an invalid file: that file has its own message, and
 * "there is no such target" would be wrong.
 */
export function dropConsequences(
  diagnostics: readonly Diagnostic[],
  unsound: readonly UnsoundFile[] = [],
): readonly Diagnostic[] {
  const follows = followsFrom(diagnostics);
  const unreadablePlaces = new Set(
    diagnostics.filter(({ code }) => code.startsWith("yaml-")).map(({ at }) => placeText(at)),
  );
  return diagnostics.filter(
    (diagnostic) =>
      !follows(diagnostic) &&
      !unsound.some((file) => isConsequenceOf(diagnostic, file)) &&
      // Invalid YAML is read as null, which then breaks the definition of the kind, too.
      !(diagnostic.code.startsWith("schema-") && unreadablePlaces.has(placeText(diagnostic.at))),
  );
}

function isConsequenceOf(
  { code, args, at }: Diagnostic,
  { file, kind, names }: UnsoundFile,
): boolean {
  const inSameFolder = folderOf(at.file) === folderOf(file);
  switch (code) {
    case "file-missing":
      return args["file"] === file;
    case "reference-unknown":
      return args["what"] === kind && args["name"] === names[kind];
    case "image-unknown":
      return kind === "images";
    case "pattern-arbitrage-price-unfit":
      return args["file"] === file;
    case "kubernetes-version-unknown":
      return kind === "kubernetes-schema" && names["minor"] === args["version"];
    case "manifest-schema-missing":
      return args["what"] === describedBy(kind, names);
    case "datasource-missing":
    case "pattern-standby-without-replica":
    case "pattern-promotes-misplaced":
      return kind === "datasources" && inSameFolder;
    case "secret-not-declared":
      return kind === "secrets" && inSameFolder;
    case "pattern-target-not-in-system":
    case "datasource-target-not-in-system":
      return kind === "worker" && inSameFolder && names["target"] === args["target"];
    case "pattern-pre-production-elsewhere":
      return namesWorkerOf(String(args["production"]), { file, kind, names });
    default:
      return false;
  }
}

/** Returns what a broken description describes, in the wording of `manifest-schema-missing`. */
function describedBy(kind: FileKind, names: UnsoundFile["names"]): string | undefined {
  if (kind === "kubernetes-schema") return `Kubernetes ${names["minor"]}`;
  return kind === "addon-schema" ? `the add-on ${names["addon"]} ${names["version"]}` : undefined;
}

function namesWorkerOf(environment: string, { kind, names }: UnsoundFile): boolean {
  const kinds: readonly FileKind[] = ["worker", "system"];
  return kinds.includes(kind) && names["environment"] === environment;
}

/** Returns `environments/<environment>/<system>` for files of a system, and the file's folder for others. */
function folderOf(path: string): string {
  const system = /^environments\/[^/]+\/[^/]+(?=\/)/.exec(path)?.[0];
  return system ?? path.replace(/\/[^/]*$/, "");
}
