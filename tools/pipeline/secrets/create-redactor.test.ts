import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRedactor } from "./create-redactor.ts";
import { secretPlaces } from "./testing/secret-places.ts";
import { harmlessTexts, secretTexts } from "./testing/secret-texts.ts";

const key = Buffer.alloc(32, 7);
const redactor = () => createRedactor(key);

describe("createRedactor", () => {
  it.each(Object.entries(secretPlaces))("hides %s", (_, [object, leak]) => {
    const text = JSON.stringify(redactor().object(object));
    expect(text).not.toContain(leak);
    expect(JSON.stringify(object)).toContain(leak);
  });

  it.each(secretTexts)("hides in %j what is %j", (text, leak) => {
    expect(text).toContain(leak);
    for (const written of [text, `${text}\n`, `first: 1\n${text}\nlast: 2`])
      expect(redactor().text(written)).not.toContain(leak);
    expect(JSON.stringify(redactor().object({ data: { file: text } }))).not.toContain(leak);
  });

  it.each(harmlessTexts)("shows %j", (text) => {
    expect(redactor().text(text)).toBe(text);
  });

  it("hides nothing beside what it hides", () => {
    const text = "host=db password=pw1x dbname=x";
    expect(redactor().text(text)).toMatch(/^host=db password=\(redacted [0-9a-f]{8}\) dbname=x$/);
    const yaml = "db:\n  password: |\n    one\n    two\n  user: app\n";
    expect(redactor().text(yaml)).toMatch(/\n  user: app\n$/);
  });

  it("hides once: what is hidden is not hidden again", () => {
    const { text } = redactor();
    for (const [secret] of secretTexts) expect(text(text(secret))).toBe(text(secret));
  });

  it.each([
    [
      "a Secret with a schema's type",
      { kind: "Secret", type: "string", stringData: { a: "pl4nted" } },
    ],
    ["a Secret with a reference", { kind: "Secret", $ref: "#/a", data: { a: "pl4nted" } }],
    ["data with a schema's type", { data: { type: "object", password: "pl4nted" } }],
    ["JSON with a schema's type", { data: { f: '{"type":"object","clientSecret":"pl4nted"}' } }],
    ["a named value with a type", { type: "string", name: "password", value: "pl4nted" }],
    ["a property that is no schema", { type: "object", properties: { password: "pl4nted" } }],
    [
      "a value inside a described object",
      { type: "object", properties: { login: { password: "pl4nted" } } },
    ],
  ])("hides %s", (_, object) => {
    expect(JSON.stringify(redactor().object(object))).not.toContain("pl4nted");
  });

  it("shows a schema whose properties are named like credentials", () => {
    const schema = {
      type: "object",
      required: ["password"],
      properties: { password: { type: "string", minLength: 8 }, secrets: { type: "array" } },
    };
    expect(redactor().object(schema)).toEqual(schema);
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
      object: "StatefulSet/shop-production-001/traffic-manager",
      uid: "b3b1c5de-90a2-4f39-8d0c-1d4b7f7f2a11",
      properties: { stringData: { type: "object" } },
      schema: { properties: { password: { type: "string", description: "of the user" } } },
      data: [{ secretKey: "password", remoteRef: { key: "shop/db", property: "password" } }],
      volume: { secret: { secretName: "keystores", items: [{ key: "a.jks", path: "a.jks" }] } },
      env: [{ name: "DB_PASSWORD", valueFrom: { secretKeyRef: { name: "login", key: "db" } } }],
      secrets: [{ name: "login" }],
      privateKey: { algorithm: "ECDSA", size: 256, rotationPolicy: "Always" },
      provider: { auth: { workloadIdentity: { clusterName: "gcp-belgium" } } },
      command: ["docker"],
      args: ["run", "-p", "8080:80", "-u", "1000:1000"],
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
