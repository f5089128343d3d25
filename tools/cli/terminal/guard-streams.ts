import { printError } from "./print.ts";

/**
 * Ends the program when its output cannot be written. A reader that leaves a pipe early (`alto list manifests | head`)
 * is not a failure. Other failures exit with 2, so that truncated output does not look like findings.
 */
export function guardStreams(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit();
    printError(`Cannot write to standard output: ${error.message}.\n`);
    process.exit(2);
  });
  process.stderr.on("error", () => process.exit(2));
}
