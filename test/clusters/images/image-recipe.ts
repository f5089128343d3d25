/** How one image is built from Debian packages and files. */
export interface ImageRecipe {
  /** Path in the registry. */
  readonly repository: string;
  readonly tag: string;
  /** The image below this one. */
  readonly base?: ImageRecipe;
  /** Debian packages with what they depend on; none gives an image of files alone. */
  readonly packages: readonly string[];
  /** Shell patterns of what the packages contain and nobody here needs, from the root. */
  readonly remove?: readonly string[];
  /** Files and folders of this machine, by their absolute path in the image. */
  readonly files: Readonly<Record<string, string>>;
  /** Text files, by their absolute path in the image. */
  readonly texts?: Readonly<Record<string, string>>;
  /** Targets of symbolic links, by the link's absolute path. */
  readonly links?: Readonly<Record<string, string>>;
  readonly entrypoint?: readonly string[];
  /** User and group, as numbers. */
  readonly user?: string;
}
