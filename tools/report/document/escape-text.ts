// Controls, and characters that reorder, hide or break text: a value must not be able to repaint the terminal.
const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** Makes a text from the estate safe to print on one line: control and reordering characters become escapes. */
export function escapeText(text: string): string {
  return text.replace(unsafe, escapeCharacter);
}

/** Escapes a text for HTML, in elements and in attributes. */
export function htmlText(text: string): string {
  return escapeText(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

function escapeCharacter(character: string): string {
  if (character === "\n") return "\\n";
  if (character === "\t") return "\\t";
  return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`;
}
