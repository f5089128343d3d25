const short = "pw1x";
const pem = (kind: string) => `-----BEGIN ${kind}-----\nb3BlbnNzaC1rZXk\n-----END ${kind}-----\n`;

/**
 * Texts from config files, commands and addresses with the credential that must be hidden; most have little entropy.
 */
export const secretTexts: readonly (readonly [text: string, leak: string])[] = [
  // Addresses.
  [`postgres://app:${short}@db/x`, short],
  ["postgres://app:p@ss:w/rd@db/x", "ss:w/rd"],
  [`redis://:${short}@cache:6379`, short],
  ["https://ghtoken123456@git.example.com/x", "ghtoken123456"],
  [`app:${short}@tcp(db:3306)/x`, short],
  // Connection strings.
  [`jdbc:postgresql://db/x?user=app&password=${short}`, short],
  [`jdbc:sqlserver://db;user=sa;password=${short};encrypt=true`, short],
  [`host=db user=app password=${short} dbname=x`, short],
  ["host=db password='hun ter2' dbname=x", "ter2"],
  [`Server=db;Uid=sa;Pwd=${short};`, short],
  ["Endpoint=sb://x/;SharedAccessKeyName=k;SharedAccessKey=abc123XYZabc123XYZ=", "abc123XYZ"],
  // Config files.
  ["password=abc", "abc"],
  ['password = "$ecret1"', "ecret1"],
  ['password = "<3secret"', "3secret"],
  ['password = "correct horse battery"', "battery"],
  ["password: correct horse battery # of the shop", "battery"],
  ['password = "with \\" a quote"', "quote"],
  [`db:\n  password: |\n    ${short}\n    line2\n  user: x`, "line2"],
  [`password: >-\n  ${short}\n`, short],
  ['{\\"password\\": \\"hunter2\\"}', "hunter2"],
  [`{ user: a, password: ${short} }`, short],
  [`<Password>${short}</Password>`, short],
  [`<Property name="Password">${short}</Property>`, short],
  [`<user name="x" password="${short}"/>`, short],
  [`key.passphrase=${short}`, short],
  [`spring.datasource.password = ${short} ${short}`, short],
  [`db_pwd: ${short}`, short],
  [`SMTP_PASS=${short}`, short],
  ["password=hun,ter2;x", "ter2"],
  [`IDENTIFIED BY '${short}'`, short],
  // Commands.
  [`mysql --password ${short} -e x`, short],
  [`mysql -u root -p${short} x`, short],
  [`curl -u admin:${short} https://x`, short],
  [`sshpass -p ${short} ssh x`, short],
  [`redis-cli -h x -a ${short}`, short],
  [`export DB_PASSWORD=${short}; run`, short],
  [`curl -H 'x-api-key: ${short}' https://x`, short],
  [`helm upgrade --set=db.password=${short}`, short],
  [`JAVA_OPTS="-Xmx1g -Ddb.password=${short}"`, short],
  [`config: 'password = "two words"'`, "words"],
  // Headers and keys of services.
  ["Authorization: token hunter2hunter", "hunter2hunter"],
  ["encryption_key: 4e6f7468696e67206265617473206120676f6f64", "4e6f7468"],
  ["aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "wJalrXUtn"],
  ["https://x.blob.core.windows.net/c?sv=2020&sig=abcDEF123%2Bxyz%3D&se=1", "abcDEF123"],
  ["x8Q8Q~abcdefghij.KLMNOPQRSTUV_wx-yz012345", "abcdefghij.KLMN"],
  ["https://hooks.slack.com/services/T0001/B0001/abcdefghijkl", "abcdefghijkl"],
  ["npm_abcdefghijklmnopqrstuvwxyz0123456789", "abcdefghijklm"],
  ["SG.abcdefgh.ijklmnop_qrst", "ijklmnop"],
  ["hvs.CAESIabcdefghij", "CAESIabcdefghij"],
  ['{"auths":{"r":{"auth":"YWRtaW46aHVudGVyMg=="}}}', "YWRtaW46"],
  ["eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.", "eyJzdWIiOiJh"],
  // Key blocks, plain and in base64.
  ...["OPENSSH PRIVATE KEY", "ENCRYPTED PRIVATE KEY", "PGP PRIVATE KEY BLOCK"].map(
    (kind): [string, string] => [pem(kind), "b3BlbnNz"],
  ),
  ...["RSA PRIVATE KEY", "PRIVATE KEY", "EC PRIVATE KEY"].map((kind): [string, string] => {
    const encoded = Buffer.from(pem(kind)).toString("base64");
    return [encoded, encoded.slice(0, 60)];
  }),
];

/** Texts that reviewers must be able to read, although parts look like credentials. */
export const harmlessTexts: readonly string[] = [
  `registry.example.com/a@sha256:${"ab".repeat(32)}`,
  "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
  "SHA256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU",
  "b3b1c5de-90a2-4f39-8d0c-1d4b7f7f2a11",
  "-----BEGIN CERTIFICATE-----\nMIIDdzCCAl+gAwIBAgIEAgAAuTANBgkqhkiG9w0BAQUFADBaMQswCQYDVQQGEwJJ\n-----END CERTIFICATE-----",
  Buffer.from("-----BEGIN CERTIFICATE-----\nMIIDdzCCAl+gAwIBAgIEAgAAuTANBgkqhkiG9w0B\n").toString(
    "base64",
  ),
  "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIKx9mN2pQ7rT4vW8yZ1bC3dE5fG7hJ9kL0mN2pQ4rS6t",
  "arn:aws:kms:eu-central-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab",
  "encryptionKey: arn:aws:kms:eu-central-1:123456789012:key/1234abcd",
  "signing_key = projects/x/locations/eu/keyRings/r/cryptoKeys/k",
  "refresh_token_validity = 86400",
  "tokenExpirationSeconds: 3600",
  "secretName: apim-ca",
  "password_file=/run/secrets/db",
  "tokenPath: /var/run/secrets/token",
  'password = "$env{DB_PASSWORD}"',
  "password: ${DB_PASSWORD}",
  "export PGPASSWORD=$(cat /run/secrets/db)",
  'curl --user "janitor:$(cat /secrets/janitor-password)"',
  "amqp://$env{EVENT_HUB_USERNAME}:$env{EVENT_HUB_PASSWORD}@host",
  "https://registry.example.com:443/npm/@scope/package",
  "ssh://git@github.com/owner/estate",
  "docker run -p 8080:80 web",
  "the field spec.password: must be a string",
  "has no secret: name one in secrets.yaml",
  "StatefulSet/shop-production-001/traffic-manager",
  "PWD=/opt/app",
  "environments/production/shop/secrets.yaml:1:13",
  "image: ghcr.io/example/external-secrets:v0.9.13",
  "ghcr.io/example/vault-secrets@sha256:abc",
  "external-secrets: 1.3.2",
  "secret-reader: onprem-frankfurt-reader",
  "existingSecretPasswordKey: password",
  "password={{ .password }}",
  "NoUTF8EscapingWithSuffixes",
  "compassPoint: north, bypass: everything",
];
