import type { Range } from "../text/read-value.ts";
import { charSet, indexFrom, runEnd, type Source } from "../text/source.ts";

const base64 = charSet(/[A-Za-z0-9+/=]/);

/** Key blocks of a text: private ones, and public ones. */
export interface KeyBlocks {
  readonly secret: readonly Range[];
  readonly open: readonly Range[];
}

/**
 * Finds blocks between `-----BEGIN ...-----` and `-----END ...-----`; an unterminated private block extends to the end
 * of the text.
 */
export function findKeyBlocks(source: Source): KeyBlocks {
  const { text } = source;
  const secret: Range[] = [];
  const open: Range[] = [];
  for (let at = indexFrom(source, "-----BEGIN ", 0); at !== -1;) {
    const label = /^[A-Z0-9 ]{0,60}(?=-----)/.exec(text.slice(at + 11, at + 80))?.[0] ?? "";
    const closing = indexFrom(source, "-----END ", at);
    const dashes = closing === -1 ? -1 : indexFrom(source, "-----", closing + 9);
    const end = dashes === -1 ? text.length : dashes + 5;
    if (/PRIVATE KEY|MESSAGE|SECRET/.test(label)) secret.push({ start: at, end });
    else if (dashes !== -1 && /CERTIFICATE|PUBLIC KEY|CRL|PARAMETERS/.test(label))
      open.push({ start: at, end });
    else {
      at = indexFrom(source, "-----BEGIN ", at + 11);
      continue;
    }
    at = indexFrom(source, "-----BEGIN ", end);
  }
  return { secret, open: [...open, ...findPublicWords(source)] };
}

const publicStart =
  /\bssh-(?:rsa|ed25519) AAAA|\becdsa-sha2-[a-z0-9]{1,20} AAAA|\bsk-(?:ssh|ecdsa)[a-z0-9@.-]{1,50} AAAA|\bsha(?:1|256|384|512)[-:]|\bLS0tLS1CRUdJTiBDRVJUSUZJQ0FUR/gi;

/** Public SSH keys, digests with their algorithm, and certificates in base64. */
function findPublicWords(source: Source): readonly Range[] {
  source.steps += source.text.length;
  const found: Range[] = [];
  let last = 0;
  for (const {
    0: { length },
    index,
  } of source.text.matchAll(publicStart)) {
    if (index < last) continue;
    last = runEnd(source, index + length, base64);
    found.push({ start: index, end: last });
  }
  return found;
}
