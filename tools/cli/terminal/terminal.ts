/** Whether standard output is a terminal that should get colours. */
export function wantsColour(): boolean {
  const { NO_COLOR: noColour = "", TERM: kind } = process.env;
  return isTerminal() && noColour === "" && kind !== "dumb";
}

/** Whether standard output is a terminal: only there times are shown, since they differ each time. */
export function isTerminal(): boolean {
  return process.stdout.isTTY;
}

/** Columns for text to read: those of the terminal, within what reads well. */
export function pageWidth(): number {
  const columns = isTerminal() ? process.stdout.columns : 100;
  return Math.min(100, Math.max(40, columns));
}
