/**
 * A printed expression appears in the text as its number between two private-use characters. They have no meaning in
 * any printed language, so every parser treats them as plain text.
 */
const open = "\uE000";
const close = "\uE001";
const pattern = /\uE000([0-9]+)\uE001/;
const everywhere = /\uE000([0-9]+)\uE001/g;

/** Returns the placeholder of a value's number. */
export function placeholder(index: number): string {
  return `${open}${index}${close}`;
}

/** Returns the position of a character reserved for placeholders, or -1. */
export function reservedCharacter(text: string): number {
  return text.search(/[\uE000\uE001]/);
}

/** Returns the number of the value if the text is exactly one placeholder. */
export function onlyPlaceholder(text: string): number | undefined {
  const match = pattern.exec(text);
  return match && match[0].length === text.length ? Number(match[1]) : undefined;
}

/** Splits a text at its placeholders into literals and numbers; undefined if it has none. */
export function cutAtPlaceholders(text: string): (string | number)[] | undefined {
  if (!text.includes(open)) return undefined;
  const parts: (string | number)[] = [];
  let end = 0;
  for (const match of text.matchAll(everywhere)) {
    if (match.index > end) parts.push(text.slice(end, match.index));
    parts.push(Number(match[1]));
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push(text.slice(end));
  return parts;
}
