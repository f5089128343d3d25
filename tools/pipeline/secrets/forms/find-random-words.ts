import type { Range } from "../text/read-value.ts";
import { charSet, isIn, runEnd, type Source } from "../text/source.ts";

const wordChars = charSet(/[A-Za-z0-9+/_=-]/);
const shortest = 20;

/**
 * Bits per character above which a mixed word of at least 20 characters counts as a key; hexadecimal digests stay below
 * 4.
 */
const randomBits = 4.1;

/** Finds long words that look random. */
export function findRandomWords(source: Source): readonly Range[] {
  const { text } = source;
  const found: Range[] = [];
  for (let at = 0; at < text.length;) {
    if (!isIn(source, at, wordChars)) {
      at += 1;
      source.steps += 1;
      continue;
    }
    const end = runEnd(source, at, wordChars);
    if (end - at >= shortest && looksRandom(text.slice(at, end))) found.push({ start: at, end });
    source.steps += end - at;
    at = end;
  }
  return found;
}

function looksRandom(word: string): boolean {
  const mixed = /[a-z]/.test(word) && /[A-Z]/.test(word) && /[0-9]/.test(word);
  return mixed && !isSpelled(word) && bitsPerCharacter(word) > randomBits;
}

/**
 * Paths and names built from words, such as `HOME_2/bin/traffic-manager` or `StatefulSet/shop-001/traffic-manager`.
 */
function isSpelled(word: string): boolean {
  return word
    .split(/[/_=-]/)
    .every(
      (part) =>
        /^(?:[a-z0-9]*|[A-Z0-9]*|[A-Z]?[a-z]+(?:[A-Z][a-z]+)*[0-9]*)$/.test(part) || hasWords(part),
    );
}

/** Case changes as rarely as in `NoUTF8EscapingWithSuffixes`; in a random word it changes at every second letter. */
function hasWords(part: string): boolean {
  const runs = part.match(/[A-Z]+[a-z]*|[a-z]+|[0-9]+/g) ?? [];
  return part.length / runs.length > 4.3;
}

/** Shannon entropy of a word in bits per character. */
function bitsPerCharacter(word: string): number {
  const counts = new Map<string, number>();
  for (const character of word) counts.set(character, (counts.get(character) ?? 0) + 1);
  const shares = [...counts.values()].map((count) => count / word.length);
  return -shares.reduce((bits, share) => bits + share * Math.log2(share), 0);
}
