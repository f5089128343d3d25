import { placeAt, placeText, valueAt, type EstateFile, type Path } from "@altostrata/pipeline";
import { CannotRunError } from "../failures/cannot-run-error.ts";

/** A text value of a file and its replacement. */
export interface ValueEdit {
  readonly path: Path;
  readonly replacement: string;
}

/** Replaces values of a YAML file in place. Comments and layout stay as they are. */
export function editText(text: string, file: EstateFile, edits: readonly ValueEdit[]): string {
  const lines = text.split("\n");
  const placed = edits.map((edit) => ({
    ...edit,
    at: placeAt(file.value, edit.path, { file: file.path, line: 1, column: 1 }),
    old: String(valueAt(file.value, edit.path)),
  }));
  // Last place first, so that earlier places stay valid.
  placed.sort((left, right) => right.at.line - left.at.line || right.at.column - left.at.column);
  for (const { at, old, replacement } of placed) {
    const line = lines[at.line - 1] ?? "";
    const before = line.slice(0, at.column - 1);
    const rest = line.slice(at.column - 1);
    const written = [old, `"${old}"`, `'${old}'`].find((form) => rest.startsWith(form));
    // An unsupported form, such as a block scalar: no edit is better than a wrong one.
    if (written === undefined)
      throw new CannotRunError(
        `${placeText(at)} cannot be edited automatically. Set it to ${replacement} by hand.`,
      );
    lines[at.line - 1] = `${before}${replacement}${rest.slice(written.length)}`;
  }
  return lines.join("\n");
}
