import { escapeText } from "./escape-text.ts";

/** Longer lines make a page scroll sideways and hide what follows. */
const longestLine = 500;

/** Puts a text on one line, with escapes for invisible and reordering characters, and cuts it at `longestLine`. */
export function safeLine(text: string): string {
  // An escape is never shorter than its character.
  const shown = escapeText(text.slice(0, longestLine + 1).replaceAll("\t", "    "));
  return shown.length > longestLine ? `${shown.slice(0, longestLine)} ...` : shown;
}

/** An invisible character that keeps GitHub from making a mention, reference or link. */
const joint = "\u2060";

/** Escapes a text for Markdown: no markup, HTML, mention, link, or reference to an issue or commit. */
export function markdownText(text: string): string {
  return unlinked(
    withoutElements(oneLine(text))
      .replaceAll(/[\\`*_{}[\]()~|^$!#]/g, (sign) => `\\${sign}`)
      .replace(/^(\s*)([-+=])/, "$1\\$2")
      .replace(/^(\s*\d+)([.)])/, "$1\\$2"),
  );
}

/** Escapes a text inside an HTML element of Markdown, where GitHub makes mentions and links but shows backslashes. */
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

/** Prints a text as a code span that it cannot end, in tables too. */
export function markdownCode(text: string): string {
  const line = oneLine(text) || " ";
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const ticks = "`".repeat(longest + 1);
  const padded = line.startsWith("`") || line.endsWith("`") ? ` ${line} ` : line;
  // A bar ends a table cell even inside code, and outside of tables its escape would be visible.
  return ticks + padded.replaceAll("|", "\u00A6") + ticks;
}
