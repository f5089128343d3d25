/** Something that git could not give: no repository, no such ref, a file that is not there. The message is for users. */
export class GitError extends Error {
  override name = "GitError";
}
