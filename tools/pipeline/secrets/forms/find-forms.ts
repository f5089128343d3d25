import { isReference } from "../plain-value.ts";
import type { Range } from "../text/read-value.ts";
import { charSet, runEnd, type CharSet, type Source } from "../text/source.ts";

/** A credential with a recognisable form: its prefix and its remainder. */
interface Form {
  /** A pattern of bounded length, so that each position costs one attempt. */
  readonly start: RegExp;
  readonly rest: CharSet;
  /** Minimum length of the remainder. */
  readonly least: number;
  /** The public part of the prefix, such as a header's name. */
  readonly keepsStart?: boolean;
  /** A condition on the text after the public part. */
  readonly is?: (found: string) => boolean;
}

const tokenChars = charSet(/[A-Za-z0-9._-]/);
const base64 = charSet(/[A-Za-z0-9+/=]/);
const urlChars = charSet(/[A-Za-z0-9+/%=_.~-]/);
const upper = charSet(/[A-Z0-9]/);
const crypt = charSet(/[A-Za-z0-9./$+=,:{}*-]/);

/** Published token prefixes of services, and other forms that need no name. */
const forms: readonly Form[] = [
  {
    start:
      /\b(?:gh[pousr]_|github_pat_|gl(?:pat|rt|ptt|dt|ft|cbt|imt|agent|soat|ffct|oas)-|xox[abeoprs]-|xapp-|sk_live_|sk_test_|rk_live_|rk_test_|whsec_|AIza|ya29\.|npm_|pypi-|dckr_(?:pat|oat)_|hv[bsr]\.|shp(?:at|ca|pa|ss)_|do[opr]_v1_|ATATT3|ATCTT3|sk-|SG\.|GOCSPX-|glsa_|glc_|dapi(?=[0-9a-f])|lin_api_|pat-|PMAK-|rubygems_|NRAK-|nfp_|sbp_|pscale_(?:tkn|pw)_|tskey-|sntrys_|sntryu_|xkeysib-|key-(?=[0-9a-f]{8})|EAACEdEose0cBA|figd_|ops_eyJ|hf_|r8_|gsk_|phc_|phx_|pul-|doppler|dp\.(?:pt|st|ct|sa)\.|cio_|LTAI(?=[A-Za-z0-9]{12})|sq0(?:csp|atp)-)/g,
    rest: tokenChars,
    least: 10,
    is: (word) =>
      !/^(?:sk|pat|key|pul)-[a-z]+(?:-[a-z]+)*$|^(?:npm|hf|cio|glc)_[a-z]+(?:_[a-z]+)*$|^doppler/.test(
        word,
      ),
  },
  { start: /\bAGE-SECRET-KEY-1/g, rest: upper, least: 10 },
  { start: /\b(?:AKIA|ASIA|ABIA|ACCA)(?=[A-Z0-9]{16})/g, rest: upper, least: 16 },
  {
    start: /\beyJ(?=[A-Za-z0-9_-]{8})/g,
    rest: charSet(/[A-Za-z0-9_.-]/),
    least: 8,
    is: (word) => /^eyJ[^.]+\.[^.]{8}/.test(word),
  },
  { start: /[A-Za-z0-9_-]{3}\dQ~/g, rest: charSet(/[A-Za-z0-9_.~-]/), least: 20 },
  {
    start:
      /(?:AccountKey|SharedAccessKey|SharedAccessSignature|[?&](?:sig|signature|X-Amz-Signature|X-Amz-Credential|X-Goog-Signature|access_token|api_?key|token))=/gi,
    rest: urlChars,
    least: 4,
    keepsStart: true,
    is: (word) =>
      !isReference(word) &&
      (word.length > 9 || !/^[a-z]+$/i.test(word)) &&
      !/^(?:[a-z]+[._/-])*[a-z]+$/.test(word),
  },
  {
    start: /\bhooks\.slack\.com\/(?:services|workflows|triggers)\//g,
    rest: tokenSet("/"),
    least: 3,
    keepsStart: true,
  },
  {
    start: /\bdiscord(?:app)?\.com\/api\/webhooks\//g,
    rest: tokenSet("/"),
    least: 3,
    keepsStart: true,
  },
  {
    start: /\.webhook\.office\.com\/webhookb2\//g,
    rest: charSet(/[\w/@-]/),
    least: 3,
    keepsStart: true,
  },
  { start: /\bapi\.telegram\.org\/bot/g, rest: charSet(/[\w:-]/), least: 5, keepsStart: true },
  {
    start: /\bBearer[ \t]{1,4}/gi,
    rest: charSet(/[A-Za-z0-9+/._~=:-]/),
    least: 6,
    keepsStart: true,
    is: (word) => !/^[a-z]+(?:[.:_-][a-z]+)*[.:]?$/i.test(word),
  },
  {
    start: /\b(?:Basic|Negotiate|NTLM|Digest)[ \t]{1,4}/gi,
    rest: base64,
    least: 4,
    keepsStart: true,
    is: (word) => isLogin(word) || (/\d|[+/=]/.test(word) && word.length >= 8),
  },
  // Password hashes, as in htpasswd, shadow and databases.
  {
    start:
      /\$(?:2[abxy]?|1|5|6|7|y|apr1|argon2(?:id|i|d)|pbkdf2(?:-sha\d{1,3})?|scrypt|sha1|md5|P|H|S)\$/g,
    rest: crypt,
    least: 8,
    is: (word) =>
      /^\$(?:2[abxy]?\$\d\d\$[^$]{8}|[PHS]\$[\w./]{20}|[^$]{1,20}\$[^${}]+\$[^$]{8})/.test(word),
  },
  {
    start: /\b(?:pbkdf2_sha(?:1|256|512)|bcrypt_sha256|argon2|SCRAM-SHA-(?:1|256))\$/g,
    rest: crypt,
    least: 8,
  },
  {
    start:
      /\{(?:S?SHA(?:256|384|512)?|S?MD5|CRYPT|PBKDF2[A-Z0-9-]{0,10}|cipher|noop|bcrypt|xor|aes|ARGON2)\}/gi,
    rest: charSet(/[^\s"'`<>,;]/, true),
    least: 3,
  },
  { start: /\bmd5(?=[0-9a-f]{32})/g, rest: charSet(/[0-9a-f]/), least: 32 },
  { start: /\bSK(?=[0-9a-f]{32})/g, rest: charSet(/[0-9a-f]/), least: 32 },
  // The first line of a private key in base64, for any algorithm.
  {
    start:
      /\bLS0tLS1CRUdJTi(?:B[A-Za-z0-9+/]{1,24})?(?:BQUklWQVRFIEtFWS|UFJJVkFURSBLRVk|QUklWQVRFIEtFWS)/g,
    rest: base64,
    least: 0,
  },
  { start: /\bPrivate-(?:Lines: \d|MAC: )/g, rest: charSet(/[^\f]/, true), least: 1 },
];

function tokenSet(more: string): CharSet {
  return charSet(new RegExp(`[\\w${more}-]`));
}

/** base64 of `user:password`. */
function isLogin(word: string): boolean {
  return (
    word.length >= 4 &&
    word.length < 4096 &&
    /^[\x20-\x7e]{0,200}:[\x20-\x7e]+$/.test(Buffer.from(word, "base64").toString("latin1"))
  );
}

const anyStart = new RegExp(forms.map(({ start }) => start.source).join("|"), "i");

/** Returns whether a text contains the prefix of a recognisable credential. */
export function mayHoldForm(text: string): boolean {
  return anyStart.test(text);
}

/** Finds credentials with a recognisable form. */
export function findForms(source: Source): readonly Range[] {
  source.steps += source.text.length;
  if (!mayHoldForm(source.text)) return [];
  return forms.flatMap((form) => findForm(source, form));
}

function findForm(source: Source, { start, rest, least, keepsStart, is }: Form): readonly Range[] {
  source.steps += source.text.length;
  const found: Range[] = [];
  let last = 0;
  for (const { 0: beginning, index } of source.text.matchAll(start)) {
    if (index < last) continue;
    const from = index + beginning.length;
    const end = runEnd(source, from, rest);
    last = end;
    const begin = keepsStart === true ? from : index;
    if (end - from >= least && (is?.(source.text.slice(begin, end)) ?? true))
      found.push({ start: begin, end });
  }
  return found;
}
