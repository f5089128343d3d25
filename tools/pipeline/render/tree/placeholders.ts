/**
 * A printed expression stands in the text as its number between two private-use characters: no syntax of the languages
 * we print gives them a meaning, so a parser carries them through as part of a plain text.
 */
const open = "\uE000";
const close = "\uE001";
const pattern = /\uE000([0-9]+)\uE001/;
const everywhere = /\uE000([0-9]+)\uE001/g;

/** The text that stands for the value with a number. */
export function placeholder(index: number): string {
  return `${open}${index}${close}`;
}

/** The position of a character that only placeholders may use, or -1. */
export function reservedCharacter(text: string): number {
  return text.search(/[\uE000\uE001]/);
}

/** The number of the value when the text is one placeholder and nothing else. */
export function onlyPlaceholder(text: string): number | undefined {
  const match = pattern.exec(text);
  return match && match[0].length === text.length ? Number(match[1]) : undefined;
}

/** The text cut at its placeholders: literal pieces and value numbers, or undefined when it holds none. */
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
