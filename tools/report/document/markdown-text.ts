/** Longer lines make a page scroll sideways and hide what comes after them. */
const longestLine = 500;

// Controls but the tab, bidirectional marks and isolates, zero-width characters, byte order marks, line separators.
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** A text on one line, invisible and reordering characters shown as escapes, cut where nobody would read on. */
export function safeLine(text: string): string {
  // What is shown of a character is never shorter than itself.
  const shown = text
    .slice(0, longestLine + 1)
    .replace(invisible, (character) =>
      character === "\t"
        ? "    "
        : `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`,
    );
  return shown.length > longestLine ? `${shown.slice(0, longestLine)} ...` : shown;
}

/** Between a sign and what GitHub would make a mention, a reference or a link of: it looks like nothing. */
const joint = "\u2060";

/** A text as Markdown that shows exactly it: no markup, no HTML, no mention, no reference to an issue or commit, no link. */
export function markdownText(text: string): string {
  return unlinked(
    withoutElements(oneLine(text))
      .replaceAll(/[\\`*_{}[\]()~|^$!#]/g, (sign) => `\\${sign}`)
      .replace(/^(\s*)([-+=])/, "$1\\$2")
      .replace(/^(\s*\d+)([.)])/, "$1\\$2"),
  );
}

/** A text inside an HTML element of Markdown: there GitHub still makes mentions and links, but an escape would be shown. */
export function markdownElementText(text: string): string {
  return unlinked(withoutElements(oneLine(text)));
}

function oneLine(text: string): string {
  return safeLine(text.replaceAll(/\r?\n/g, " "));
}

function withoutElements(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function unlinked(text: string): string {
  return text
    .replaceAll(/@(?=\w)/g, `@${joint}`)
    .replaceAll(/#(?=\w)/g, `#${joint}`)
    .replaceAll(/\b(GH)-(?=\d)/gi, `$1${joint}-`)
    .replaceAll(/(https?|ftp|mailto):/gi, `$1${joint}:`)
    .replaceAll(/\bwww\./gi, `www${joint}.`)
    .replaceAll(/\b[0-9a-f]{7,40}\b/g, (word) => word.replaceAll(/.{6}/g, `$&${joint}`));
}

/** A text as a code span that nothing in it can end; in tables too. */
export function markdownCode(text: string): string {
  const line = oneLine(text) || " ";
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const ticks = "`".repeat(longest + 1);
  const padded = line.startsWith("`") || line.endsWith("`") ? ` ${line} ` : line;
  // A bar ends a table's cell even inside code, and its escape is shown only there.
  return ticks + padded.replaceAll("|", "\u00A6") + ticks;
}
