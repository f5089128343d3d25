/**
 * Forms of credentials that are recognised in any text: a private key block, a JSON Web Token, the user and password of an
 * address, and the prefixes that GitHub, GitLab, Slack, AWS, Google, Azure and Stripe publish for their tokens.
 */
const knownForms: readonly RegExp[] = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g,
  /\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}(?:\.[A-Za-z0-9_-]*)?/g,
  /(?<=\b[a-z][a-z0-9+.-]*:\/\/)[^\s/:@"'{]*:[^\s/@"'{]+(?=@)/gi,
  /\b(?:gh[pousr]_|github_pat_|glpat-|xox[abprs]-|sk_live_|rk_live_|AIza|ya29\.)[A-Za-z0-9_-]{10,}/g,
  /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g,
  /(?<=AccountKey=|SharedAccessKey=|SharedAccessSignature=|[?&]sig=)[A-Za-z0-9+/%=_-]{10,}/g,
  /(?<=\bBearer\s|\bBasic\s)[A-Za-z0-9+/._~=-]{8,}/gi,
  // Word and value in config text: password = "...", secret: ..., token=...
  /(?<=(?:password|passwd|secret|token|api[-_]?key|private[-_]?key)["']?\s{0,4}[:=]\s{0,4}["']?)(?![$@{<"'\s])[^\s"',;}]{4,}/gi,
];

const longWord = /[A-Za-z0-9+/_=-]{20,}/g;

/** Bits per character above which a mixed word of 20 characters or more is taken for a key; hexadecimal digests stay below 4. */
const randomBits = 4.1;

/** Replaces what looks like a credential inside a text by `tag(credential)`; all other text stays as it is. */
export function replaceSecrets(text: string, tag: (secret: string) => string): string {
  const known = knownForms.reduce((current, form) => current.replace(form, tag), text);
  return known.replace(longWord, (word) => (looksRandom(word) ? tag(word) : word));
}

function looksRandom(word: string): boolean {
  const mixed = /[a-z]/.test(word) && /[A-Z]/.test(word) && /[0-9]/.test(word);
  return mixed && !isSpelled(word) && bitsPerCharacter(word) > randomBits;
}

/** Paths and names put together from words, such as `HOME_2/bin/traffic-manager` or `StatefulSet/shop-001/traffic-manager`. */
function isSpelled(word: string): boolean {
  return word
    .split(/[/_=-]/)
    .every((part) => /^(?:[a-z0-9]*|[A-Z0-9]*|[A-Z]?[a-z]+(?:[A-Z][a-z]+)*[0-9]*)$/.test(part));
}

/** Shannon entropy of the characters of a word, in bits. */
function bitsPerCharacter(word: string): number {
  const counts = new Map<string, number>();
  for (const character of word) counts.set(character, (counts.get(character) ?? 0) + 1);
  const shares = [...counts.values()].map((count) => count / word.length);
  return -shares.reduce((bits, share) => bits + share * Math.log2(share), 0);
}
