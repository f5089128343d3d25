/**
 * The kind of a name. `secret` is clearly a password, `likely` another credential. Other kinds mention credentials but
 * name their location, lifetime or user; then the form of the value decides.
 */
export type NameKind =
  | "none"
  | "secret"
  | "likely"
  | "names of secrets"
  | "place"
  | "amount"
  | "choice"
  | "title"
  | "anything"
  | "digest";

const longestName = 160;
const mostKnown = 20_000;
const known = new Map<string, NameKind>();

/** Determines the kind of a name. Long names are judged by their end. */
export function kindOfName(name: string): NameKind {
  const end = name.length > longestName ? name.slice(-longestName) : name;
  const kind = known.get(end);
  if (kind !== undefined) return kind;
  if (known.size > mostKnown) known.clear();
  const judged = judge(end);
  known.set(end, judged);
  return judged;
}

/** Substrings of all such names, for a cheap check. */
export const soundsSecret =
  /pass|wort|secret|token|credential|connection|auth|key|pwd|pw|psk|cookie|signature|pin|otp|stringdata|salt|seed|mnemonic|community|(?:recovery|backup)[-_.]?code|docker/i;

/** The current and previous folder of a shell. */
const folders: ReadonlySet<string> = new Set(["PWD", "OLDPWD"]);
/** File names are paths, whatever words they contain. */
const fileName =
  /\.(?:ya?ml|json|toml|conf|properties|txt|pem|crt|csv|md|sh|hbs|rego|ini|xml|jks|p12|ts|js|py|go)$/i;

function judge(name: string): NameKind {
  if (folders.has(name)) return "none";
  const words = wordsOf(name);
  const whole = words.join("");
  const strength = strengthOf(words, whole);
  if (strength === "none") return "none";
  // A trailing number does not change the kind.
  const last = words.findLast((word) => !/^\d+$/.test(word)) ?? "";
  if (fileName.test(name) || words[0] === "existing" || namesSecret.test(whole)) return "place";
  if (words[0] === "checksum" || words[0] === "digest") return "digest";
  if (words[0] === "max" || words[0] === "min" || words[0] === "num") return "amount";
  // `auth` holds a login, but as often only a method.
  if (last === "auth" && strength === "likely" && !likely.test(whole)) return "choice";
  if (words.length === 1) return last === "secrets" ? "names of secrets" : strength;
  return kindOfEnding(last, strength);
}

/** Names whose value is the name of a secret or of a key in one. */
const namesSecret =
  /(?:ca|tls)secret$|pullsecrets?$|(?:password|username|token)key$|secret(?:password|token)keys?$|secretkeyref$/;

/** Last words that determine the kind. */
const endings: Readonly<
  Record<"amount" | "place" | "choice" | "anything" | "digest", readonly string[]>
> = {
  amount:
    "validity lifetime ttl expiry expires expiration in at timeout duration count size length limit period day days hour hours minute minutes second seconds millis ms interval version retries attempts iterations rounds min max age port rate quota cost strength enabled disabled required optional rotation refresh".split(
      " ",
    ),
  place:
    "name names ref refs reference references file filename path dir directory url uri urls uris endpoint endpoints location store storeref class keyref namespace audience audiences mount remotepath selector label labels annotation annotations template templates volume claim account accounts property region".split(
      " ",
    ),
  choice:
    "type types mode kind format header headers prefix suffix scope scopes policy policies algorithm algorithms method methods mechanism encoding encoder status state strategy source backend engine usage usages field fields validator provider providers driver validation generation generator issuer issuers signer style grant handler cache exchange".split(
      " ",
    ),
  anything:
    "host hosts hostname server manager operator controller reader readers writer writers role roles webhook injector agent image tag service client clients group groups config configuration settings options rule rules sync syncer watcher csi plugin sidecar proxy exporter".split(
      " ",
    ),
  digest: "hash digest checksum sha sha1 sha256 sha512 md5 fingerprint thumbprint".split(" "),
};
const kindOfWord: ReadonlyMap<string, keyof typeof endings> = new Map(
  Object.entries(endings).flatMap(([kind, words]) =>
    words.map((word) => [word, kind as keyof typeof endings] as const),
  ),
);
/** Settings about passwords that take a few words; other values are hidden. */
const passwordChoice =
  /^(?:polic|algorithm|type|format|kind|encod|method|mechanism|header|prefix|status|validat)/;

function kindOfEnding(last: string, strength: "secret" | "likely"): NameKind {
  if (last === "secrets" && strength === "likely") return "names of secrets";
  const kind = kindOfWord.get(last);
  if (kind === undefined) return strength;
  if (kind === "anything") return strength === "likely" ? "title" : "anything";
  // A password digest is as sensitive as the password.
  if (kind === "digest" && strength === "secret") return "secret";
  return kind === "choice" && strength === "secret" && !passwordChoice.test(last)
    ? "anything"
    : kind;
}

const password =
  /passwor[dt]|passwd|passphrase|passcode|kennwort|pwd$|pwdhash|^psk$|^pw$|.{2}pw$|presharedkey/;
const pass = /pass(?:es)?$/;
/** Words with such an ending but another meaning, and proxy directives that name a server. */
const otherPass = /(?:by|com|encom|tres|over|under|sur|im)pass(?:es)?$/;
const otherNames = /^(?:proxy|fastcgi|uwsgi|grpc|scgi|memcached)pass$|passthrough|tokeni[sz]/;
const likely =
  /secret|token|credential|connectionstring|authorization|(?:master|redis|basic|http|proxy)auth$|requirepass|stringdata|(?:session|erlang|magic)cookie|shared(?:access)?signature|(?:otp|mfa|wallet)seed|seedphrase|mnemonic|(?:recovery|backup)codes?$|(?:ro|rw|snmp)community|dockerc(?:onfigjson|fg)|pincode/;
/** Last words that make a credential's name if other words precede them. */
const lastWords: ReadonlySet<string> = new Set(["auth", "psk", "pin", "pins", "salt", "otp"]);

function strengthOf(words: readonly string[], whole: string): "none" | "secret" | "likely" {
  if (otherNames.test(whole)) return "none";
  if (words.some((word) => pass.test(word) && !otherPass.test(word))) return "secret";
  if (words.some((word) => password.test(word)) || password.test(whole)) return "secret";
  if (likely.test(whole)) return /secret(?:access)?key$/.test(whole) ? "secret" : "likely";
  const last = words.at(-1) ?? "";
  if (last === "auth" || (words.length > 1 && lastWords.has(last))) return "likely";
  return isSecretKey(words) ? "likely" : "none";
}

/** Words before `key` that make it a credential. */
const keyOwners: ReadonlySet<string> = new Set(
  "api access private account shared sign signing signature encryption encrypt encrypted decryption enc hmac master secret jwt jws jwe jwk aes des rsa ecdsa ssh tls ssl keystore license licence licensing session cookie crypto cipher admin root storage auth deploy deployment app application subscription function webhook wg wireguard preshared psk stripe sendgrid mailgun twilio openai anthropic datadog dd newrelic pagerduty sentry algolia maps azure aws gcp minio consumer activation bot ingest ingestion instrumentation vapid dkim tsig rndc unseal seal recovery wep kms kek dek vault fernet nextauth salt nonce sas fcm apns gpg pgp client server in".split(
    " ",
  ),
);
/** Words after `key` that do not change its kind. */
const behindKey: ReadonlySet<string> = new Set(
  "data base64 b64 pem value id json primary secondary".split(" "),
);

function isSecretKey(words: readonly string[]): boolean {
  const parts = words.filter((word) => !/^\d+$/.test(word));
  while (behindKey.has(parts.at(-1) ?? "")) parts.pop();
  const last = parts.at(-1)?.replace(/\d+$/, "") ?? "";
  const glued = /^(?<owner>.*?)keys?$/.exec(last)?.groups?.["owner"];
  if (glued === undefined) return false;
  const owner = (glued === "" ? parts.at(-2) : glued)?.replace(/\d+$/, "");
  // Services also use keys for routing; only a longer name suggests a credential.
  return owner !== undefined && (keyOwners.has(owner) || (owner === "service" && parts.length > 2));
}

/** Splits a name into lower-case words: `apiKey`, `API_KEY` and `api-key` are equal. */
function wordsOf(name: string): readonly string[] {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replaceAll(/([A-Z])([A-Z][a-z])/g, "$1 $2")
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== "")
    .map((word) => word.toLowerCase());
}
