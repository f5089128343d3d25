import type { Target } from "@altostrata/pipeline";
import { editText } from "../../files/edit-text.ts";
import type { PlannedFile, SourceFile } from "./planned-file.ts";

/** The files of a new target: a copy of another one of the same provider with its own domain. */
export function planTarget(
  files: readonly SourceFile[],
  { name, like }: { name: string; like: string },
): PlannedFile[] {
  return files
    .filter((file) => file.path.startsWith("clouds/") && file.names["target"] === like)
    .map((file) => ({
      path: file.path.replace(`/targets/${like}.`, `/targets/${name}.`),
      text: file.kind === "target" ? planText(file, name) : file.source.replaceAll(like, name),
    }));
}

function planText(file: SourceFile, name: string): string {
  const [, ...parents] = (file.value as Target).domain.split(".");
  return editText(file.source, file, [
    { path: ["domain"], replacement: [name, ...parents].join(".") },
  ]);
}
