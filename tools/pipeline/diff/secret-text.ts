import { replaceAssigned } from "./assigned-secrets.ts";
import { replaceForms } from "./secret-forms.ts";
import { isHarmless } from "./secret-name.ts";

const longWord = /[A-Za-z0-9+/_=-]{20,}/g;

/** Bits per character above which a mixed word of 20 characters or more is taken for a key; hexadecimal digests stay below 4. */
const randomBits = 4.1;

/** Blocks and words that look random and are for everybody: certificates, public keys, digests with their algorithm. */
const publicBlock =
  /(-----BEGIN (?:[A-Z0-9 ]*CERTIFICATE(?: REQUEST)?|[A-Z0-9 ]*PUBLIC KEY)-----[\s\S]*?-----END [A-Z0-9 ]+-----|\bssh-(?:rsa|ed25519) AAAA[A-Za-z0-9+/=]+|\becdsa-sha2-\S+ AAAA[A-Za-z0-9+/=]+|\bsha(?:1|256|384|512)[-:][A-Za-z0-9+/=]+|\bLS0tLS1CRUdJTiBDRVJUSUZJQ0FUR[A-Za-z0-9+/=]*)/i;

/** A text in which what looks like a credential is replaced by a word that says so, the same for all of them. */
export function withoutSecrets(text: string): string {
  return replaceSecrets(text, () => "(redacted)");
}

/** Replaces what looks like a credential inside a text by `tag(credential)`; all other text stays as it is. */
export function replaceSecrets(text: string, tag: (secret: string) => string): string {
  const once = (secret: string): string => (isHarmless(secret) ? secret : tag(secret));
  const known = replaceAssigned(replaceForms(text, once), once);
  if (known.search(longWord) === -1) return known;
  // Every other part is a public block.
  return known
    .split(publicBlock)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part.replace(longWord, (word) => (looksRandom(word) ? tag(word) : word)),
    )
    .join("");
}

function looksRandom(word: string): boolean {
  const mixed = /[a-z]/.test(word) && /[A-Z]/.test(word) && /[0-9]/.test(word);
  return mixed && !isSpelled(word) && bitsPerCharacter(word) > randomBits;
}

/** Paths and names put together from words, such as `HOME_2/bin/traffic-manager` or `StatefulSet/shop-001/traffic-manager`. */
function isSpelled(word: string): boolean {
  return word
    .split(/[/_=-]/)
    .every(
      (part) =>
        /^(?:[a-z0-9]*|[A-Z0-9]*|[A-Z]?[a-z]+(?:[A-Z][a-z]+)*[0-9]*)$/.test(part) || hasWords(part),
    );
}

/** Letters that change their case as seldom as in `NoUTF8EscapingWithSuffixes`; in a random word every second letter does. */
function hasWords(part: string): boolean {
  const runs = part.match(/[A-Z]+[a-z]*|[a-z]+|[0-9]+/g) ?? [];
  return part.length / runs.length > 4.3;
}

/** Shannon entropy of the characters of a word, in bits. */
function bitsPerCharacter(word: string): number {
  const counts = new Map<string, number>();
  for (const character of word) counts.set(character, (counts.get(character) ?? 0) + 1);
  const shares = [...counts.values()].map((count) => count / word.length);
  return -shares.reduce((bits, share) => bits + share * Math.log2(share), 0);
}
