import { escapeText } from "@altostrata/report/escape-text";

/**
 * The command cannot run: wrong usage, or something it needs is missing. Each argument is one line of the message. Names in it
 * can neither control the terminal nor start a line of their own.
 */
export class CannotRunError extends Error {
  override readonly name = "CannotRunError";

  constructor(...lines: readonly string[]) {
    super(lines.map(escapeText).join("\n"));
  }
}
