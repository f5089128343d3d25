import { CommanderError } from "@commander-js/extra-typings";
import { CannotRunError } from "./cannot-run-error.ts";

/** Says on standard error why the command could not run, and gives the exit code. A stack is shown only when asked for. */
export function reportFailure(error: unknown, argv: readonly string[]): number {
  // Commander has printed its own message; help and version are no failures.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  process.stderr.write(isExpected(error) ? `${error.message}\n` : internalError(error, argv));
  return 2;
}

/** Errors whose message is meant for the user; that of git is known by name, since its package loads late. */
function isExpected(error: unknown): error is Error {
  return error instanceof CannotRunError || (error instanceof Error && error.name === "GitError");
}

function internalError(error: unknown, argv: readonly string[]): string {
  const { name, message, stack = "" } = error instanceof Error ? error : new Error(String(error));
  const debug = argv.includes("--debug");
  return [
    `alto failed by a fault of its own: ${name}: ${message}`,
    `This is not your mistake. Please report it with this text, the command (alto ${argv.join(" ")}) and the versions`,
    `(Node ${process.versions.node}, ${process.platform} ${process.arch})${debug ? ":" : "; --debug shows where it happened."}`,
    ...(debug ? [stack] : []),
    "",
  ].join("\n");
}
