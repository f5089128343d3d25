/** Whether standard output is a terminal that should get colours. */
export function wantsColour(): boolean {
  const { NO_COLOR: noColour = "", TERM: kind } = process.env;
  return isTerminal() && noColour === "" && kind !== "dumb";
}

/** Whether standard output is a terminal. Only terminals show times, which differ in every run. */
export function isTerminal(): boolean {
  return process.stdout.isTTY;
}

/** The text width: the width of the terminal, within readable limits. */
export function pageWidth(): number {
  const columns = isTerminal() ? process.stdout.columns : 100;
  return Math.min(100, Math.max(40, columns));
}
