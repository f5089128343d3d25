import { CommanderError } from "@commander-js/extra-typings";
import { printError } from "../terminal/print.ts";
import { CannotRunError } from "./cannot-run-error.ts";
import { describeSystemError } from "./describe-system-error.ts";

/** Prints why the command could not run on standard error and returns the exit code. --debug adds the stack. */
export function reportFailure(error: unknown, argv: readonly string[]): number {
  // Commander has already printed its message; help and version are not failures.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  printError(`${messageOf(error, argv)}\n`);
  return 2;
}

function messageOf(error: unknown, argv: readonly string[]): string {
  if (isExpected(error)) return error.message;
  // Rules can fail to end in the middle of a run, long after they were loaded.
  if (isNamed(error, "PolicyBundleError")) return `The rules cannot be used: ${error.message}.`;
  const stack = argv.includes("--debug") && error instanceof Error ? [error.stack ?? ""] : [];
  const lines = describeSystemError(error) ?? describeInternalError(error, argv);
  return [...lines, ...stack].join("\n");
}

/** Errors with a message for the user. GitError is matched by name, because its package loads lazily. */
function isExpected(error: unknown): error is Error {
  return error instanceof CannotRunError || isNamed(error, "GitError");
}

function isNamed(error: unknown, name: string): error is Error {
  return error instanceof Error && error.name === name;
}

function describeInternalError(error: unknown, argv: readonly string[]): readonly string[] {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return [
    `Internal error in alto: ${name}: ${message}`,
    `Please report this text, the command (alto ${argv.join(" ")}) and the versions`,
    `(Node ${process.versions.node}, ${process.platform} ${process.arch}). --debug adds the stack trace.`,
  ];
}
