import type { EstateFile } from "@altostrata/pipeline";

/** A file that a scaffold will write. */
export interface PlannedFile {
  readonly path: string;
  readonly text: string;
}

/** A loaded file with its text, as scaffolds copy it. */
export interface SourceFile extends EstateFile {
  readonly source: string;
}
