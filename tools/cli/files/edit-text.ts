import { placeAt, placeText, valueAt, type EstateFile, type Path } from "@altostrata/pipeline";
import { CannotRunError } from "../failures/cannot-run-error.ts";

/** A text value of a file to be replaced by another one. */
export interface ValueEdit {
  readonly path: Path;
  readonly replacement: string;
}

/** The text of a YAML file with some values replaced where they stand; comments and form stay as they are. */
export function editText(text: string, file: EstateFile, edits: readonly ValueEdit[]): string {
  const lines = text.split("\n");
  const placed = edits.map((edit) => ({
    ...edit,
    at: placeAt(file.value, edit.path, { file: file.path, line: 1, column: 1 }),
    old: String(valueAt(file.value, edit.path)),
  }));
  // From the end, so that places further up stay true.
  placed.sort((left, right) => right.at.line - left.at.line || right.at.column - left.at.column);
  for (const { at, old, replacement } of placed) {
    const line = lines[at.line - 1] ?? "";
    const before = line.slice(0, at.column - 1);
    const rest = line.slice(at.column - 1);
    const written = [old, `"${old}"`, `'${old}'`].find((form) => rest.startsWith(form));
    // Written in a form that this does not read, such as a block scalar: better no edit than a wrong one.
    if (written === undefined)
      throw new CannotRunError(
        `${placeText(at)} cannot be edited automatically. Set it to ${replacement} by hand.`,
      );
    lines[at.line - 1] = `${before}${replacement}${rest.slice(written.length)}`;
  }
  return lines.join("\n");
}
