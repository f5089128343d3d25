/** Says which kinds were not missed, since only a part of what runs on a target was checked. */
export function skippedMessage(kinds: readonly string[]): string {
  return `Not asked, for other files may have it: ${kinds.join(", ")}. With --whole these files are all there is.`;
}
