import { expect, it } from "vitest";
import { kindOfName } from "./secret-name.ts";

const secretNames =
  "password PASSWORD db_passwd SMTP_PASS smtpPass rootpw bindPW db_pw PGPASSWORD MYSQL_PWD password_2 passphrase PSK wifi_psk presharedKey client_secret appSecret SECRET_KEY DJANGO_SECRET_KEY MINIO_SECRET_KEY secretKey STRIPE_SECRETKEY secret_access_key access_key apiKey apikey X-Api-Key private-key signingKey ENCRYPTION_KEY master_key AES256_KEY JWT_KEY LICENSE_KEY licence.key account_key GITHUB_TOKEN tokens credentials connectionString Proxy-Authorization REDIS_AUTH basicAuth masterauth requirepass keyPass client-key-data SSH_PRIVATE_KEY WG_PSK wep_key0 FERNET_KEY ERLANG_COOKIE PASSWORD_SALT LOGGED_IN_KEY totp_secret mfa_seed seed_phrase recovery_codes PASSWORD_HASH kennwort .dockerconfigjson".split(
    " ",
  );

it.each(secretNames)("%s is the name of a credential", (name) => {
  expect(["secret", "likely"]).toContain(kindOfName(name));
});

const otherNames =
  "name key username PWD OLDPWD compass bypass pass-through proxy_pass passenger passive primaryKey partition_key routingKey cacheKey publicKey keyName keyspace keyboard monkey turkey tokenizer authors authority oauth topologyKey idempotency_key object_key messageKey hash_key code barcode exit_code signatureAlgorithm apiVersion connections".split(
    " ",
  );

it.each(otherNames)("%s is the name of no credential", (name) => {
  expect(kindOfName(name)).toBe("none");
});

it.each([
  ["secretName", "place"],
  ["tokenPath", "place"],
  ["PASSWORD_FILE", "place"],
  ["imagePullSecrets", "place"],
  ["existingSecret", "place"],
  ["clientCASecret", "place"],
  ["token_ttl", "amount"],
  ["password_min_length", "amount"],
  ["automountServiceAccountTokenEnabled", "amount"],
  ["token_type", "choice"],
  ["passwordPolicy", "choice"],
  ["ADMIN_PASSWORD_MANAGER", "anything"],
  ["DB_PASSWORD_HOST", "anything"],
  ["GATEWAY_TOKEN_OPERATOR", "title"],
  ["checksum/secret", "digest"],
] as const)("the value of %s is judged by its look: %s", (name, kind) => {
  expect(kindOfName(name)).toBe(kind);
});
