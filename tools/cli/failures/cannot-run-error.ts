/** The command cannot do its work: wrong usage, or something it needs is not there. The message says what to do. */
export class CannotRunError extends Error {
  override readonly name = "CannotRunError";
}
