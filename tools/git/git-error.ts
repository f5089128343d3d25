/** A repository, commit or file that git cannot give. The message is for users. */
export class GitError extends Error {
  override name = "GitError";
}

/** The program called git gave an answer that git never gives. */
export function unexpectedAnswer(command: string, answer: string): GitError {
  const start = JSON.stringify(answer.slice(0, 60));
  return new GitError(
    `The answer of git ${command} is not readable: ${start}. Check which git is on the PATH (git --version).`,
  );
}
