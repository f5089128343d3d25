/** Reads a folder of rules from disk or a git ref. Paths are relative to it and use `/`. */
export interface FolderReader {
  /** Lists the names in a folder, in any order. */
  list(folder: string): Promise<readonly string[]>;
  /** Returns the bytes of one file; rejects if it does not exist. */
  read(path: string): Promise<Uint8Array>;
}

/** Returns the same reader for a subfolder. */
export function folderBelow(reader: FolderReader, folder: string): FolderReader {
  return {
    list: (path) => reader.list(path === "" ? folder : `${folder}/${path}`),
    read: (path) => reader.read(`${folder}/${path}`),
  };
}
