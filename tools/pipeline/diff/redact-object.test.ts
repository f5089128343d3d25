import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRedactor } from "./redact-object.ts";

const key = Buffer.alloc(32, 7);
const redactor = () => createRedactor(key);

/** One credential in every place where one has been found in manifests before. */
const secret = "Zq7-hunter2-Xy9Kp";
const random = "kJ8sQ2mN5vB7xC1zL4pW9tR3";
const pem = "-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEA\n-----END RSA PRIVATE KEY-----";
const token = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTYifQ.dBjftJeZ4CVPmB92K27uhbUJU1p1r";

const places: Readonly<Record<string, readonly [object: Record<string, unknown>, leak: string]>> = {
  "data of a Secret": [{ kind: "Secret", data: { x: "aHVudGVyMg==" } }, "aHVudGVyMg=="],
  "stringData of a Secret": [{ kind: "Secret", stringData: { x: secret } }, secret],
  "the last applied configuration": [
    {
      kind: "Secret",
      metadata: { annotations: { "kubectl.kubernetes.io/last-applied-configuration": secret } },
    },
    secret,
  ],
  "an environment variable": [{ env: [{ name: "DB_PASSWORD", value: secret }] }, secret],
  "an environment variable that is a number": [
    { env: [{ name: "API_TOKEN", value: 48151623 }] },
    "48151623",
  ],
  "the user part of an address": [{ data: { url: `amqp://admin:${secret}@queue:5672` } }, secret],
  "a private key in a ConfigMap": [
    { kind: "ConfigMap", data: { "a.pem": pem } },
    "MIIEowIBAAKCAQEA",
  ],
  "a private key without its end": [{ data: { a: pem.slice(0, 50) } }, "MIIEowIBAAK"],
  "a JSON Web Token in an argument": [{ args: ["--auth", `Bearer ${token}`] }, token.slice(0, 30)],
  "a token of a Git host": [
    { data: { a: "ghp_16C7e42F292c6912E7710c838347Ae178B4a" } },
    "16C7e42F292c69",
  ],
  "an access key": [
    { data: { a: "aws_access_key_id AKIAIOSFODNN7EXAMPLE" } },
    "AKIAIOSFODNN7EXAMPLE",
  ],
  "a random word in an annotation": [
    { metadata: { annotations: { note: `use ${random} here` } } },
    random,
  ],
  "a line of TOML": [{ data: { "deployment.toml": `[db]\npassword = "${secret}"\n` } }, secret],
  "a line of YAML": [{ data: { "a.yaml": `db:\n  password: ${secret}\n` } }, secret],
  "a line of JSON": [{ data: { "a.json": `{"client_secret": "${secret}"}` } }, secret],
  "a key that says so": [{ spec: { adminPassword: secret } }, secret],
  "a connection string": [{ data: { a: `AccountKey=${random}==;EndpointSuffix=x` } }, random],
};

describe("createRedactor", () => {
  it.each(Object.entries(places))("hides %s", (_, [object, leak]) => {
    const text = JSON.stringify(redactor().object(object));
    expect(text).not.toContain(leak);
    expect(JSON.stringify(object)).toContain(leak);
  });

  it("shows that a secret changed, and that it did not", () => {
    const { object, count } = redactor();
    const of = (value: string) => object({ kind: "Secret", data: { a: value } })["data"];
    expect(of("one")).toEqual(of("one"));
    expect(of("one")).not.toEqual(of("two"));
    expect(count()).toBe(4);
  });

  it("redacts an object once, however often it is shown", () => {
    const { object, count } = redactor();
    const secret = { kind: "Secret", data: { a: "one" } };
    expect(object(secret)).toBe(object(secret));
    expect(count()).toBe(1);
  });

  it("gives tags that mean nothing under another key", () => {
    const other = createRedactor(Buffer.alloc(32, 8));
    const object = { kind: "Secret", data: { a: "one" } };
    expect(other.object(object)).not.toEqual(redactor().object(object));
  });

  it("leaves alone what only sounds like a secret", () => {
    const object = {
      secretName: "apim-ca",
      tokenPath: "/var/run/token",
      clientCASecret: "apim-ca",
      passwordSecretRef: { name: "login", key: "password" },
      image: `registry.example.com/a@sha256:${"ab".repeat(32)}`,
      annotations: { "checksum/configuration": "cd".repeat(32) },
      script: '"$WSO2_SERVER_HOME/bin/traffic-manager.sh" stop',
      url: "amqp://$env{EVENT_HUB_USERNAME}:$env{EVENT_HUB_PASSWORD}@host",
      uid: "b3b1c5de-90a2-4f39-8d0c-1d4b7f7f2a11",
    };
    expect(redactor().object(object)).toEqual(object);
  });

  it("never changes the shape of an object", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (object) => {
        const shape = (value: unknown): unknown => {
          if (Array.isArray(value)) return value.map(shape);
          if (typeof value !== "object" || value === null) return 0;
          return Object.fromEntries(
            Object.entries(value).map(([name, item]) => [name, shape(item)]),
          );
        };
        expect(shape(redactor().object(object))).toEqual(shape(object));
      }),
    );
  });
});
