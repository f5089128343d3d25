/** Reads the estate from a work tree or a git ref. Paths are relative and use `/`. */
export interface EstateReader {
  /** Lists every entry in the estate's folders, in any order, and entries that are not folders but should be. */
  list(): Promise<readonly EstateEntry[]>;
  /** Returns the bytes of one file. */
  read(path: string): Promise<Uint8Array>;
}

/**
 * One entry of the estate. `link` is set for a symbolic link: whether it stays inside the estate; `unlisted` for a
 * folder that cannot be listed.
 */
export interface EstateEntry {
  readonly path: string;
  /** Size in bytes. */
  readonly size: number;
  readonly link?: "inside" | "outside" | "broken";
  readonly unlisted?: true;
}
