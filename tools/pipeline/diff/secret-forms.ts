import { isHarmless } from "./secret-name.ts";

/**
 * Forms of credentials that are recognised in any text: a private key block, a JSON Web Token, the user and password of an
 * address, and the prefixes that GitHub, GitLab, Slack, AWS, Google, Azure, Stripe and others publish for their tokens.
 */
const forms: readonly RegExp[] = [
  /-----BEGIN [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----[\s\S]*?(?:-----END [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----|$)/g,
  // The same block in base64: its first line is that of a private key, of whichever algorithm.
  /\bLS0tLS1CRUdJTi(?:B[A-Za-z0-9+/]{1,24})?(?:BQUklWQVRFIEtFWS|UFJJVkFURSBLRVk|QUklWQVRFIEtFWS)[A-Za-z0-9+/=]*/g,
  /\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}(?:\.[A-Za-z0-9_-]*)?/g,
  /\b(?:gh[pousr]_|github_pat_|gl(?:pat|rt|ptt|dt|ft|cbt)-|xox[abeprs]-|xapp-|sk_live_|rk_live_|whsec_|AIza|ya29\.|npm_|pypi-|dckr_pat_|hv[bsr]\.|shpat_|dop_v1_|ATATT3|sk-|SG\.)[A-Za-z0-9._-]{10,}/g,
  /\bAGE-SECRET-KEY-1[A-Z0-9]{10,}/g,
  /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g,
  /\b[A-Za-z0-9_-]{2,4}\dQ~[A-Za-z0-9_.~-]{20,}/g,
  /(?<=AccountKey=|SharedAccessKey=|SharedAccessSignature=|[?&]sig=)[A-Za-z0-9+/%=_-]{10,}/g,
  /(?<=\bhooks\.slack\.com\/(?:services|workflows)\/)[\w/-]+/g,
  /(?<=\bdiscord(?:app)?\.com\/api\/webhooks\/)[\w/-]+/g,
  /(?<=\bBearer\s|\bBasic\s)[A-Za-z0-9+/._~=-]{8,}/gi,
  /(?<=\b(?:PASSWORD|IDENTIFIED\s+BY)\s{1,4}')[^'\n]+(?=')/gi,
  // The key of a registry in a client's configuration: base64 of user and password.
  /(?<="auth"\s{0,4}:\s{0,4}")[A-Za-z0-9+/=]{4,}/g,
];

/** User and password of an address; a password may hold any sign, and what begins like a port is none. */
const addresses: readonly RegExp[] = [
  /(?<=\b[a-z][a-z0-9+.-]*:\/\/)[^\s/:@"'<>{}]{0,200}:(?!\d+[/?#])[^\s"'<>]{1,500}(?=@[\w.[-])/gi,
  /(?<=\bhttps?:\/\/)[A-Za-z0-9_.~-]{12,}(?=@)/gi,
  /(?<=(?:^|[\s"'=])[\w.-]{1,100}:)[^\s@"']{1,500}(?=@(?:tcp|udp|unix)\()/g,
];

/** Options of programs that take a password beside a user or alone. */
const options: readonly RegExp[] = [
  /(?<=\s(?:-u|--user)[\s=]["']?[^\s:"'$]{1,64}:)[^\s"']+/g,
  /(?<=\b(?:mysql|mysqldump|mysqladmin|mariadb)\b[^\n|;]{0,200}\s-p)[^\s"']+/g,
  /(?<=\b(?:sshpass\s+-p|redis-cli\b[^\n|;]{0,200}\s-a)\s{0,4}["']?)[^\s"']+/g,
];

/** Replaces credentials that are known by their own form by `tag(credential)`. */
export function replaceForms(text: string, tag: (secret: string) => string): string {
  const known = forms.reduce((current, form) => current.replace(form, tag), text);
  const addressed = known.includes("@")
    ? addresses.reduce((current, form) => current.replace(form, (login) => hide(login, tag)), known)
    : known;
  return addressed.includes("-")
    ? options.reduce((current, form) => current.replace(form, (word) => hide(word, tag)), addressed)
    : addressed;
}

/** A password that is a reference stays, and its user with it. */
function hide(login: string, tag: (secret: string) => string): string {
  const password = login.slice(login.indexOf(":") + 1);
  return isHarmless(password) ? login : tag(login);
}
