/** Owner and name of a repository on GitHub. */
export interface RepositoryName {
  readonly owner: string;
  readonly repo: string;
}

/** Splits `owner/name`. Throws for other texts. */
export function parseRepositoryName(text: string): RepositoryName {
  const match = /^([A-Za-z0-9._-]+)\/([A-Za-z0-9._-]+)$/.exec(text);
  if (!match?.[1] || !match[2])
    throw new Error(`${text} is not a repository name: write owner/name`);
  return { owner: match[1], repo: match[2] };
}
