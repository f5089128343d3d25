/** A folder with files that `npm run generate` writes. */
export interface GeneratedFolder {
  /** Relative to the root of the repository. */
  readonly folder: string;
  readonly files: ReadonlyMap<string, Buffer>;
  /** Whether all files in the folder are generated, so that others are removed. */
  readonly whole: boolean;
}

/** A folder in which the given files are generated. */
export function part(folder: string, texts: Readonly<Record<string, string>>): GeneratedFolder {
  return {
    folder,
    files: new Map(Object.entries(texts).map(([name, text]) => [name, Buffer.from(text)])),
    whole: false,
  };
}

/** JSON text in its committed form. */
export function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
