/** A path as text that no other path has: in quotes with escapes, as git prints it, unless it is plain UTF-8. */
export function printablePath(path: Buffer): string {
  const text = path.toString("utf8");
  const isPlain = Buffer.from(text, "utf8").equals(path) && !/[\p{Cc}"\\]/u.test(text);
  return isPlain ? text : `"${[...path].map(escapeByte).join("")}"`;
}

function escapeByte(byte: number): string {
  const character = String.fromCharCode(byte);
  if (character === '"' || character === "\\") return `\\${character}`;
  return byte >= 0x20 && byte < 0x7f ? character : `\\${byte.toString(8).padStart(3, "0")}`;
}
