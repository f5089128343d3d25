/** A folder with files that are written by `npm run generate`. */
export interface GeneratedFolder {
  /** Below the root of the repository. */
  readonly folder: string;
  readonly files: ReadonlyMap<string, Buffer>;
  /** Whether the folder holds nothing else: what is not wanted any more is removed. */
  readonly whole: boolean;
}

/** A folder of which some files, given as text, are generated. */
export function part(folder: string, texts: Readonly<Record<string, string>>): GeneratedFolder {
  return {
    folder,
    files: new Map(Object.entries(texts).map(([name, text]) => [name, Buffer.from(text)])),
    whole: false,
  };
}

/** JSON text as it is committed. */
export function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
