import type { GitHubClient } from "../github/github-client.ts";
import type { RepositoryName } from "../github/repository-name.ts";

/** What the run does not take for its own code: data, rules that run apart from everything, tests, and what is read by people and GitHub. */
const noCode = /^(?:artefacts|clouds|environments|policies|docs|test)\/|^CODEOWNERS$|\.md$/;

/** GitHub lists no more files than that. */
const mostListed = 3000;

/** Files of a pull request that are code of the run that reports on it, so that the report says whatever they make it say. */
export interface ChangedCode {
  /** Sorted. */
  readonly files: readonly string[];
  /** Whether the pull request has more files than GitHub lists. */
  readonly more: boolean;
}

/** Asks GitHub which code a pull request changes; the report itself would not tell. */
export async function changedCode(
  client: GitHubClient,
  repository: RepositoryName,
  number: number,
): Promise<ChangedCode> {
  const files = await client.paginate(client.rest.pulls.listFiles, {
    ...repository,
    pull_number: number,
    per_page: 100,
  });
  const names = files.flatMap(({ filename, previous_filename: before }) =>
    before === undefined ? [filename] : [filename, before],
  );
  return {
    files: [...new Set(names.filter((name) => !noCode.test(name)))].sort(),
    more: files.length >= mostListed,
  };
}
