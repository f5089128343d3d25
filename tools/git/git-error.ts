/** A repository, commit or file that git cannot give. The message is for users and is one line. */
export class GitError extends Error {
  override name = "GitError";

  constructor(message: string, options?: ErrorOptions) {
    super(
      message.replace(/\s*\n\s*/g, " ").replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, escape),
      options,
    );
  }
}

/** The program called git gave an answer that git never gives. */
export function unexpectedAnswer(command: string, answer: string): GitError {
  const start = JSON.stringify(answer.slice(0, 60));
  return new GitError(
    `The answer of git ${command} is not readable: ${start}. Check which git is on the PATH (git --version).`,
  );
}

/** Names and what git prints come from anyone, and must not control a terminal. */
function escape(character: string): string {
  return `\\u{${character.codePointAt(0)?.toString(16)}}`;
}
