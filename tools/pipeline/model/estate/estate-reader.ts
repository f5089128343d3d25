/** How a step reads the estate: a work tree or a git ref can stand behind it. Paths are relative, with `/`. */
export interface EstateReader {
  /** Every entry below the estate's folders, in any order, and what stands in the place of such a folder. */
  list(): Promise<readonly EstateEntry[]>;
  /** The bytes of one file. */
  read(path: string): Promise<Uint8Array>;
}

/**
 * One entry of the estate. `link` is set for a symbolic link: whether it stays inside the estate; `unlisted` for a folder
 * whose entries cannot be known.
 */
export interface EstateEntry {
  readonly path: string;
  /** Size in bytes. */
  readonly size: number;
  readonly link?: "inside" | "outside" | "broken";
  readonly unlisted?: true;
}
