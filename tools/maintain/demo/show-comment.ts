/**
 * Shows a comment's Markdown for the terminal, without markers, elements and escapes, and with long diffs left out.
 */
export function showComment(body: string): string {
  return body
    .replaceAll(/<!--[\s\S]*?-->\n?/g, "")
    .replaceAll(/^(`{4,})[a-z]*\n[\s\S]*?\n\1$/gm, "    (lines of the diff)")
    .replaceAll(/<\/?(?:details|summary|sub|b|code)>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .replaceAll(/\\([^A-Za-z0-9\s])/g, "$1")
    .replaceAll(/[\u2060]/g, "")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim()
    .replaceAll(/^/gm, "  | ");
}
