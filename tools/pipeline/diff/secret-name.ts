/** Names of keys, environment variables, options and elements whose plain value is a credential. */
const secretName =
  /passwor[dt]|passwd|passphrase|passcode|kennwort|secret|token|credential|connection[-_.]?string|authorization|(?:api|access|private|account|shared|signing|encryption|hmac|master)[-_.]?key|basic[-_.]?auth$|(?:^|[-_.])(?:pass|pwd)$/i;
const camelName = /[a-z](?:Pass|Pwd)$/;

/** Names that only sound like it: they say where a credential is, how long it lives, which kind, or who reads it, never what it is. */
const referenceName =
  /(name|names|ref|refs|validity|lifetime|ttl|expir(?:y|es|ation)(?:[-_]?(?:in|at))?|timeout|duration|count|size|length|limit|period|days|enabled|format|header|prefix|scopes?|audiences?|endpoint|host|port|path|store|store_?ref|class|key_?ref|file|url|uri|issuer|type|mode|kind|namespace|interval|seconds|version|policy|algorithm|mount_?token|remote_?path|secret_?key|service_?account_?token|(ca|tls)secret|readers?|writers?|roles?|operator|controller|manager|driver|provider|external[-_]?secrets|\.(?:ya?ml|json|toml|conf|properties|txt|pem|crt|csv|md|sh|hbs|rego))$|^existing/i;

/** A shell's name for the folder it is in. */
const workingFolder = "PWD";

/** Whether a name says that its plain value is a credential. */
export function isSecretName(name: string): boolean {
  if (name === workingFolder || referenceName.test(name)) return false;
  return secretName.test(name) || camelName.test(name);
}

/** Parts of every such name, for a text that has none of them. */
export const soundsSecret =
  /pass|kennwort|secret|token|credential|connection|authorization|basic|key|pwd/i;

/** What is no credential even where one is expected: a reference to one, the name of a cloud's resource, a version, a switch, nothing. */
const harmless =
  /^(?:\$(?:env|secret|sys)?\{[^{}]*\}|\$\([^()]*\)?|\$[A-Z_][A-Z0-9_]*|\{\{.*\}\}|%[A-Z_]+%|<[a-z][a-z -]*>|(?:arn|urn):.*|v?\d+(?:\.\d+)+(?:[-+][\w.]+)?(?:@sha256:[0-9a-f]{64})?|projects\/.*|\/subscriptions\/.*|[Tt]rue|[Ff]alse|null|[Nn]one|~|\(redacted.*|\s*)$/;

/** Whether a value that stands where a credential is expected tells nothing that must not be known. */
export function isHarmless(value: string): boolean {
  return harmless.test(value);
}
