/** Whether standard output is a terminal that should get colours. */
export function wantsColour(): boolean {
  const { NO_COLOR: noColour = "", TERM: kind } = process.env;
  return isTerminal() && noColour === "" && kind !== "dumb";
}

/** Whether standard output is a terminal: only there times are shown, since they differ each time. */
export function isTerminal(): boolean {
  return process.stdout.isTTY;
}
