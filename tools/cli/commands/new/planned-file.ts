import type { EstateFile } from "@altostrata/pipeline";

/** A file to create. */
export interface PlannedFile {
  readonly path: string;
  readonly text: string;
}

/** A loaded file with its text, to copy from. */
export interface SourceFile extends EstateFile {
  readonly source: string;
}
