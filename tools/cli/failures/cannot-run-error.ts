import { escapeText } from "@altostrata/report/escape-text";

/**
 * The command cannot run: its usage is wrong or it lacks something. Each argument is one line of the message. Names are
 * escaped, so they can neither control the terminal nor add a line.
 */
export class CannotRunError extends Error {
  override readonly name = "CannotRunError";

  constructor(...lines: readonly string[]) {
    super(lines.map(escapeText).join("\n"));
  }
}
