/** A position in a user's file: path from the estate's root, line and column counted from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Returns the first character of a file, for problems of the whole file. */
export function startOf(file: string): Place {
  return { file, line: 1, column: 1 };
}

/** Formats a place for editors: `file:line:column`. */
export function placeText({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}

/** Orders places by file, line and column, by UTF-16 code units so that every machine sorts alike. */
export function comparePlaces(left: Place, right: Place): number {
  if (left.file !== right.file) return left.file < right.file ? -1 : 1;
  return left.line - right.line || left.column - right.column;
}
