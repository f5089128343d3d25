/** How the rules are read: a folder on disk or one of a git ref stands behind it. Paths are relative to it, with `/`. */
export interface FolderReader {
  /** Names of the entries of a folder below it, in any order. */
  list(folder: string): Promise<readonly string[]>;
  /** The bytes of one file; rejects when there is none. */
  read(path: string): Promise<Uint8Array>;
}

/** The same reader, one folder deeper. */
export function folderBelow(reader: FolderReader, folder: string): FolderReader {
  return {
    list: (path) => reader.list(path === "" ? folder : `${folder}/${path}`),
    read: (path) => reader.read(`${folder}/${path}`),
  };
}
