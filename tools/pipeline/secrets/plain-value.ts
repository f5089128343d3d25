import { kindOfName, type NameKind } from "./secret-name.ts";

/** Longer values are never references; this also bounds the cost of the patterns below. */
const longest = 512;

/** Templates, expansions and markers: they stand for a credential and reveal nothing. */
const expansion = new RegExp(
  `^(?:${[
    String.raw`\$(?:env|secret|sys|file|ctx|vault)?\{(?<variable>[^{}]*)\}`,
    String.raw`\$\((?<command>[^()]*)\)?`,
    String.raw`\$(?<name>[A-Za-z_][A-Za-z0-9_]*)`,
    String.raw`\{\{(?<template>[^{}]*)\}\}`,
    String.raw`\{\{\{[^{}"']*\}\}\}`,
    String.raw`%[A-Z]+(?:_[A-Z0-9]+)+%`,
    String.raw`<[a-z]+(?:[ -][a-z]+)*>`,
    String.raw`\(redacted(?: [0-9a-f]{8})?\)`,
    String.raw`[Tt]rue|[Ff]alse|TRUE|FALSE|null|nil|[Nn]one|undefined|~|\*{3,}`,
  ].join("|")})$`,
);

/** Locations of a credential in a secret store or a cloud. */
const reference = new RegExp(
  `^(?:${[
    String.raw`arn:aws[a-z-]*:[a-z0-9-]+:[A-Za-z0-9:/_.-]*`,
    String.raw`urn:[a-z0-9-]+:[A-Za-z0-9:/_.-]+`,
    String.raw`projects/[a-z0-9-]+/(?:locations|secrets|serviceAccounts)/[A-Za-z0-9/_.@-]+`,
    String.raw`/subscriptions/[a-z0-9-]+/[A-Za-z0-9/_.-]+`,
    String.raw`(?:ref\+)?(?:vault|awssm|awsssm|gcpsm|azkv|op|secretref|sm|ssm|keyvault|file|env)(?:://|:)[A-Za-z0-9/_.-]*[/_][A-Za-z0-9/_.#-]*`,
    String.raw`@Microsoft\.KeyVault\([A-Za-z0-9=:/_.;-]+\)`,
    String.raw`https://[a-z0-9-]+\.vault\.azure\.net/[A-Za-z0-9/_-]*`,
    String.raw`/(?:run|var|etc|mnt|opt|home|usr|vault|secrets?|tmp|config|data|app|root|srv)(?:/[A-Za-z0-9_.-]+)+/?`,
    String.raw`\.{0,2}/(?:[a-z_.-]+/)+[a-z_.-]+`,
  ].join("|")})$`,
);

const version = /^v?\d+(?:\.\d+)+(?:[-+][\w.]+)?(?:@sha256:[0-9a-f]{64})?$/;
const amount =
  /^[-+]?\d{1,12}(?:[.,:]\d{1,4}){0,3}\s?[A-Za-z%]{0,10}$|^P[0-9DTHMSYW.]{1,20}$|^v\d{1,3}(?:(?:alpha|beta)\d)?$/;
const image =
  /^[a-z0-9.-]+\.[a-z]{2,}(?::\d+)?(?:\/[a-z0-9._-]+)+(?::[A-Za-z0-9._-]{1,60})?(?:@sha256:[0-9a-f]{1,64})?$|^[a-z]+(?:[-/][a-z]+)*:v?\d+(?:\.\d+)+(?:-[a-z]+)?(?:@sha256:[0-9a-f]{64})?$/;
const address = /^(?:[a-z][a-z0-9+.-]{1,20}:)?\/\/[A-Za-z0-9._[\]:-]+(?:\/[A-Za-z0-9._~/-]*)?$/;
const machine =
  /^(?:[a-z0-9-]+\.)+[a-z][a-z0-9-]*(?::\d{1,5})?$|^localhost(?::\d+)?$|^\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?$|^[a-z]+(?:-[a-z]+)*:\d{2,5}$/;
const identifier = /^[A-Za-z0-9][A-Za-z0-9_.-]*$/;
const path = /^[.~]{0,2}\/?[A-Za-z0-9_.@:-]+(?:\/[A-Za-z0-9_.@:*-]+)*\/?$/;
/** Words without digits, such as choices and identifiers: `client_credentials`, `PlainLoginModule`. */
const wording = /^[A-Za-z]+(?:[-_./ :][A-Za-z]+)*$/;
const algorithm =
  /^(?:hs|rs|es|ps|sha|md|aes|rsa|ed|pbkdf|bcrypt|scrypt|argon|pkcs|v|oauth|http|x)[-_]?\d[\w-]{0,16}$/i;
const digest =
  /^(?:sha(?:1|256|384|512)[-:])?[0-9a-f]{32,128}$|^sha(?:1|256|384|512)[-:][A-Za-z0-9+/=]{20,}$/i;
const openBlock =
  /^-----BEGIN (?:[A-Z0-9 ]{0,40}CERTIFICATE(?: REQUEST)?|[A-Z0-9 ]{0,20}PUBLIC KEY)-----(?![^]*PRIVATE)|^LS0tLS1CRUdJTiBDRVJUSUZJQ0FUR|^(?:ssh-(?:rsa|ed25519)|ecdsa-sha2-\S{1,40}) AAAA[A-Za-z0-9+/=]+(?: [\w.@-]+)?$/;

/** Returns whether a value is only a placeholder for a credential. */
export function isReference(value: string): boolean {
  if (value.length > longest) return openBlock.test(value);
  const text = value.trim();
  if (text === "" || /^(?:\\[nrt])+$/.test(text)) return true;
  if (openBlock.test(text) || reference.test(text)) return true;
  const groups = expansion.exec(text)?.groups;
  return groups !== undefined && tellsNothing(groups);
}

/** An expansion can contain a credential as its default. */
function tellsNothing(groups: Readonly<Record<string, string | undefined>>): boolean {
  const { variable, template, name, command } = groups;
  if (variable !== undefined) return isReference(fallbackOf(variable));
  if (template !== undefined) return !/\bdefault\b[^]*["'`]|\|\|\s*["'`]|^\s*["'`]/.test(template);
  if (name !== undefined) return name.includes("_") || kindOfName(name) !== "none";
  return command === undefined || !/\b(?:echo|printf)\b/.test(command);
}

/**
 * Returns the default in `${NAME:-fallback}`, `${NAME-fallback}` or `${name:fallback}`; a source such as `env:` is not
 * a default.
 */
function fallbackOf(variable: string): string {
  const source =
    /^(?:env|file|secret|secrets|vault|sys|ssm|sm|aws|base64File|configmap):[\w./:#-]+$/;
  if (source.test(variable)) return "";
  return (
    /^(?:[A-Z0-9_]+-|[^:]*:(?!\?)[-=+]?)(?<fallback>[^]*)$/.exec(variable)?.groups?.["fallback"] ??
    ""
  );
}

/** Returns whether a value may be shown although its name suggests a credential, depending on the name's kind. */
export function isPlain(kind: NameKind, value: string): boolean {
  const text = value.trim();
  if (kind === "none" || isReference(text)) return true;
  if (text.length > longest) return false;
  switch (kind) {
    case "secret":
      return false;
    case "likely":
      return isOpen(text);
    case "names of secrets":
      return isOpen(text) || wording.test(text);
    case "digest":
      return digest.test(text) || amount.test(text);
    case "amount":
      return isOpen(text) || amount.test(text);
    case "place":
      return isPlace(text);
    case "choice":
      return isOpen(text) || wording.test(text) || algorithm.test(text) || amount.test(text);
    case "title":
      return isOpen(text) || /^[a-z]+(?:-[a-z]+)+$/.test(text);
    case "anything":
      return isOpen(text);
  }
}

/** A name, a path or an address, or a template that builds one. */
function isPlace(text: string): boolean {
  const filled = text.replaceAll(/\{\{[^{}"'`]{1,200}\}\}|\$\{[\w.]{1,100}\}/g, "x");
  return isOpen(filled) || identifier.test(filled) || path.test(filled);
}

function isOpen(text: string): boolean {
  return (
    version.test(text) ||
    image.test(text) ||
    (text.startsWith("sha") && digest.test(text)) ||
    (address.test(text) && !text.includes("@")) ||
    machine.test(text)
  );
}

/** Keys beside a credential that hold no credential themselves. */
const besides: ReadonlySet<string> = new Set(
  "name names uuid arn kind type types user users username usernames userid login email mail realm region domain host hostname port url uri server issuer audience audiences file path mountpath subpath dir namespace version apiversion algorithm size encoding format mode defaultmode optional required enabled disabled create readonly provider engine role roles scope scopes ttl expiry expirationseconds duration rotationpolicy refreshinterval labels annotations description title comment createdat updatedat database dbname schema client clientid tenant tenantid store class property items remoteref from valuefrom restartpolicy onchange minlength maxlength minimum maximum".split(
    " ",
  ),
);
/** Keys that hold a credential as often as the name of one; only names without digits are shown. */
const titles: ReadonlySet<string> = new Set(["key", "keys", "id", "ids"]);
const title = /^[A-Za-z]+(?:[-._/][A-Za-z]+)*$/;

/** Returns whether a key below a credential name marks its value as harmless; the value must look like it. */
export function isBeside(key: string, value: string): boolean {
  const kind = kindOfName(key);
  if (kind !== "none") return isPlain(kind, value);
  const bare = key.replaceAll(/[-_]/g, "").toLowerCase();
  if (titles.has(bare)) return title.test(value.trim()) || isReference(value);
  return besides.has(bare) && (isPlain("place", value) || isPlain("choice", value));
}
