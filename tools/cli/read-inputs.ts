import { readFileSync } from "node:fs";
import { CannotRunError } from "./cannot-run-error.ts";

/** A text to check, under the name that messages give it. */
export interface InputText {
  readonly name: string;
  readonly text: string;
}

const standardInput = 0;

/** The named files, `-` as standard input. Throws CannotRunError when one cannot be read. */
export function readInputs(files: readonly string[]): readonly InputText[] {
  return [...new Set(files)].map((file) => ({
    name: file === "-" ? "(standard input)" : file,
    text: readText(file),
  }));
}

function readText(file: string): string {
  try {
    return readFileSync(file === "-" ? standardInput : file, "utf8");
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? ` (${String(error.code)})` : "";
    throw new CannotRunError(`${file} cannot be read${reason}.`);
  }
}
