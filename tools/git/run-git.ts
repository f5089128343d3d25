import { simpleGit, type SimpleGit, type SimpleGitOptions } from "simple-git";
import { gitEnvironment, type NetworkSettings } from "./git-environment.ts";
import { GitError } from "./git-error.ts";

export interface GitOptions {
  /** Standard input. */
  readonly input?: string;
  /** Allows the network, with further settings of git. */
  readonly network?: NetworkSettings;
}

/** The result of one git command. */
export interface GitResult {
  readonly code: number;
  /** Standard output, byte for byte. */
  readonly output: Buffer;
  /** Standard error. */
  readonly complaint: string;
}

/** Runs one git command; every git process of the product starts here. A refusal is a result. Throws GitError when git cannot start. */
export async function runGit(
  folder: string,
  command: readonly string[],
  { input, network }: GitOptions = {},
): Promise<GitResult> {
  let result: GitResult = { code: -1, output: Buffer.alloc(0), complaint: "" };
  const environment = gitEnvironment(network);
  const git = openGit(folder, {
    ...(input === undefined ? {} : { input: () => input }),
    allowEnvironment: Object.keys(environment).filter((name) => name.startsWith("GIT_")),
    // The only place where simple-git hands out the exit code and the bytes.
    errors: (_, { exitCode, stdOut, stdErr }) => {
      const complaint = Buffer.concat(stdErr).toString("utf8").trim();
      result = { code: exitCode, output: Buffer.concat(stdOut), complaint };
      return undefined;
    },
  }).env(environment);
  const [name, ...rest] = command;
  // `raw` decodes what it returns, and no string holds more than 512 MiB.
  await (name === "cat-file" ? git.binaryCatFile(rest) : git.raw([...command]));
  refuseFailedStart(result);
  return result;
}

/** Runs one git command that must succeed. Throws GitError when it does not. */
export async function runGitOrThrow(
  folder: string,
  command: readonly string[],
  options: GitOptions = {},
): Promise<Buffer> {
  const { code, output, complaint } = await runGit(folder, command, options);
  if (code === 0) return output;
  throw new GitError(`git ${command[0]} failed: ${complaint || `exit code ${code}`}`);
}

function openGit(baseDir: string, plugins: Partial<SimpleGitOptions>): SimpleGit {
  try {
    return simpleGit({ baseDir, ...simpleGitOptions, ...plugins });
  } catch (error) {
    throw new GitError(`git cannot read ${baseDir}: the folder does not exist.`, { cause: error });
  }
}

const simpleGitOptions: Partial<SimpleGitOptions> = {
  // The exit event may come before the last bytes.
  completion: { onClose: true, onExit: false },
  // simple-git refuses these settings in general; ours are constants that switch programs off.
  unsafe: {
    allowUnsafeAskPass: true,
    allowUnsafeConfigEnvCount: true,
    allowUnsafeCredentialHelper: true,
    allowUnsafeFsMonitor: true,
    allowUnsafeHooksPath: true,
    allowUnsafePack: true,
    allowUnsafeSshCommand: true,
  },
};

/** simple-git reports a failed start as a stack trace on standard error. */
function refuseFailedStart({ complaint }: GitResult): void {
  const [, problem] = /^Error: spawn (.*)/.exec(complaint) ?? [];
  if (problem === undefined) return;
  throw new GitError(
    problem.endsWith("ENOENT")
      ? "git is not installed or not on the PATH. Install git and run the command again."
      : `git cannot start: ${problem}.`,
  );
}
