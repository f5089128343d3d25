import { escapeText } from "../escape-text.ts";

/** A text as HTML that shows exactly it, in elements and in attributes; invisible characters as escapes. */
export function htmlText(text: string): string {
  return escapeText(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
