import fc from "fast-check";

const everyday =
  "password passwd DB_PASSWORD db-password dbPassword adminPassword DB_PASS SMTP_PASS db.pwd LDAP_BINDPW apiKey API_KEY api-key client_secret clientSecret SECRET_KEY DJANGO_SECRET_KEY MINIO_SECRET_KEY STRIPE_SECRETKEY JWT_KEY AES_KEY WG_PSK LICENSE_KEY REDIS_PASSWORD accessToken GITHUB_TOKEN refresh_token privateKey private-key encryptionKey ENCRYPTION_KEY passphrase key_passphrase credentials dbCredentials MYSQL_PWD signing_key hmac_key webhookSecret ADMIN_PASSWORD_MANAGER DB_PASSWORD_HOST spring.datasource.password javax.persistence.jdbc.password keystorePassword truststore_password storePass connectionString sharedAccessKey accountKey master_key secretAccessKey".split(
    " ",
  );

/** Names under which people store credentials. */
export const secretNames = fc.constantFrom(...everyday);

const letters = "abcdefghijkmnpqrstuvwxyz";

/** Word-like passwords; each has a digit and a mark to find it again. */
export const secrets = fc
  .tuple(
    fc.string({
      unit: fc.constantFrom(...`${letters}ABCXYZ`.split("")),
      minLength: 1,
      maxLength: 8,
    }),
    fc.nat(9999),
    fc.string({
      unit: fc.constantFrom(...`${letters}0123456789+/!%^*_~.-`.split("")),
      minLength: 4,
      maxLength: 16,
    }),
  )
  .map(([start, number, rest]) => `${start}${number}q${rest}Z7`);

type Writer = (name: string, secret: string) => string;

/** How files and commands write a name and its value. */
const writers: Readonly<Record<string, Writer>> = {
  yaml: (name, secret) => `${name}: ${secret}`,
  "quoted YAML": (name, secret) => `"${name}": "${secret}"`,
  "YAML with apostrophes": (name, secret) => `${name}: '${secret}' # of the shop`,
  "block of YAML": (name, secret) => `${name}: |\n  ${secret}\n  more`,
  "folded block": (name, secret) => `${name}: >-\n    first\n    ${secret}`,
  "YAML flow": (name, secret) => `{ a: 1, ${name}: ${secret}, b: 2 }`,
  "list below": (name, secret) => `${name}:\n  - a\n  - ${secret}`,
  "map below": (name, secret) => `${name}:\n  first: ${secret}\n  other: x`,
  "list in brackets": (name, secret) => `${name}: [a, "${secret}"]`,
  "pair of YAML": (name, secret) => `- name: ${name}\n  value: ${secret}`,
  "quoted pair": (name, secret) => `- name: "${name}"\n  value: "${secret}"`,
  "pair, value first": (name, secret) => `- value: "${secret}"\n  name: ${name}`,
  "pair in a flow": (name, secret) => `[{ name: ${name}, value: "${secret}" }]`,
  json: (name, secret) => JSON.stringify({ [name]: secret, a: 1 }),
  "JSON over lines": (name, secret) => JSON.stringify({ a: 1, [name]: { x: [secret] } }, null, 2),
  "JSON object": (name, secret) => JSON.stringify({ [name]: { value: secret } }),
  "JSON list": (name, secret) => JSON.stringify({ [name]: [secret] }),
  "JSON pair": (name, secret) => JSON.stringify([{ name, value: secret }]),
  "JSON in JSON": (name, secret) => JSON.stringify({ a: JSON.stringify({ [name]: secret }) }),
  "JSON that is cut off": (name, secret) => `{"${name}":{"a":["${secret}`,
  properties: (name, secret) => `${name}=${secret}`,
  "properties with blanks": (name, secret) => `${name} = ${secret} and more`,
  "continued properties": (name, secret) => `${name}=a\\\n  ${secret}`,
  toml: (name, secret) => `[db]\n${name} = "${secret}"`,
  "TOML with three quotes": (name, secret) => `${name} = """\n${secret}\nmore"""`,
  "inline table": (name, secret) => `db = { a = "x", ${name} = "${secret}" }`,
  hcl: (name, secret) => `  ${name} = "${secret}"`,
  export: (name, secret) => `export ${name}="${secret}"; run`,
  "before a command": (name, secret) => `${name}=${secret} psql -h db`,
  "of docker": (name, secret) => `docker run -e ${name}=${secret} web`,
  option: (name, secret) => `run --${name} ${secret} --more`,
  "option with a sign": (name, secret) => `run --${name}=${secret} --more`,
  "option in a list": (name, secret) => `["run", "--${name}", "${secret}"]`,
  "option of helm": (name, secret) => `helm upgrade x --set a.b=c,db.${name}=${secret}`,
  "option of Java": (name, secret) => `JAVA_OPTS="-Xmx1g -D${name}=${secret} -Dx=y"`,
  element: (name, secret) => `<a><${name}>${secret}</${name}></a>`,
  attribute: (name, secret) => `<user a="b" ${name}="${secret}"/>`,
  "named element": (name, secret) => `<property name="${name}">${secret}</property>`,
  "pair of elements": (name, secret) => `<p><name>${name}</name><value>${secret}</value></p>`,
  "pair of attributes": (name, secret) => `<add key="${name}" value="${secret}"/>`,
  query: (name, secret) => `jdbc:x://db/y?user=a&${name}=${secret}&ssl=true`,
  "connection string": (name, secret) => `Server=db;${name}=${secret};Encrypt=true`,
  go: (name, secret) => `${name} := "${secret}"`,
  ruby: (name, secret) => `:${name} => "${secret}",`,
  php: (name, secret) => `$config['${name}'] = '${secret}';`,
  call: (name, secret) => `put("${name}", "${secret}");`,
  comment: (name, secret) => `# ${name}: ${secret}`,
};

/** Ways to nest a text in another one. */
const wrappers: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `first: 1\n${text}\nlast: 2\n`,
  (text) => text.replaceAll("\n", "\r\n"),
  (text) => `a:\n${text.replaceAll(/^/gm, "  ")}\nb: 1\n`,
  (text) => `file: |\n${text.replaceAll(/^/gm, "    ")}\n`,
  (text) => JSON.stringify({ file: text }),
  (text) => JSON.stringify([1, { deep: { file: text } }], null, 2),
  (text) => `x: ${JSON.stringify(text)}\n`,
  (text) => `before it's said\n\n${text}`,
];

/** Generates a text with a secret under a secret name, in a common notation, nested in other texts. */
export const plantings = fc
  .tuple(
    secretNames,
    secrets,
    fc.constantFrom(...Object.keys(writers)),
    fc.array(fc.nat(wrappers.length - 1), { maxLength: 3 }),
  )
  .map(([name, secret, writer, wraps]) => ({
    secret,
    writer,
    text: wraps.reduce((text, wrap) => wrappers[wrap]!(text), writers[writer]!(name, secret)),
  }));

const pieces =
  'password|DB_PASSWORD|token_ttl|secretRef|name|value|key|data|kind: Secret|:|: |=|:=|=>|"|\'|`|\\|\\"|\\n|\n|\n  |\n- | |  |{|}|[|]|(|)|<|>|</|<password>|</password>|,|;|&|&pw |*pw|#| # |||-|--|--password|-u |-p|mysql |a|x1y2|hunter2|${|}|{{|}}|$(|(redacted 1f0c9a2b)|(redacted|-----BEGIN |PRIVATE KEY-----|-----END |CERTIFICATE-----|ghp_|eyJ|//|://|@|\r\n|\t|"""|\'\'\'|[secrets]|!tag |?|%22|&quot;|<<A|A|user |>pw1|\u{1F511}|\ud800|\0'.split(
    "|",
  );

/** Generates texts of fragments that mean something to a scanner, in random order. */
export const soups = fc
  .array(fc.constantFrom(...pieces, "|", "|-"), { maxLength: 60 })
  .map((parts) => parts.join(""));
