const secret = "Zq7-hunter2-Xy9Kp";
const random = "kJ8sQ2mN5vB7xC1zL4pW9tR3";
const pem = "-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEA\n-----END RSA PRIVATE KEY-----";
const token = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTYifQ.dBjftJeZ4CVPmB92K27uhbUJU1p1r";

/** One credential in every kind of place found in manifests before, and the part that must be hidden. */
export const secretPlaces: Readonly<
  Record<string, readonly [object: Record<string, unknown>, leak: string]>
> = {
  "data of a Secret": [{ kind: "Secret", data: { x: "aHVudGVyMg==" } }, "aHVudGVyMg=="],
  "stringData of a Secret": [{ kind: "Secret", stringData: { x: secret } }, secret],
  "a Secret in a list of objects": [
    { kind: "List", items: [{ kind: "Secret", stringData: { x: secret } }] },
    secret,
  ],
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
  "an option before its value": [{ args: ["--password", "pw1x"] }, "pw1x"],
  "an environment variable called pass": [{ env: [{ name: "DB_PASS", value: "pw1x" }] }, "pw1x"],
  "a reference that is none": [{ env: [{ name: "DB_PWD", value: "$ecret" }] }, "$ecret"],
  "values of a chart": [{ values: { db: { auth: { password: "pw1x" } } } }, "pw1x"],
  "a parameter with a key": [{ parameters: [{ key: "db.password", value: "pw1x" }] }, "pw1x"],
  "a list of passwords": [{ passwords: ["pw1x"] }, "pw1x"],
  "an object that holds one": [{ credentials: { user: "u", value: "pw1x" } }, "pw1x"],
  "a literal below a name": [{ password: { literal: "pw1x" } }, "pw1x"],
  "stringData of another kind": [{ kind: "Sealed", stringData: { a: "pw1x" } }, "pw1x"],
  "the name of a key": [{ data: { ghp_16C7e42F292c6912E7710c838347Ae178B4a: "x" } }, "16C7e42F"],
  "credentials with a pin": [{ credentials: { pin: "pw1x" } }, "pw1x"],
  "a list of tokens": [{ tokens: ["pw1x"] }, "pw1x"],
  "a list below a password": [{ password: { values: [{ x: "pw1x" }] } }, "pw1x"],
  "the key of a token": [{ token: { key: "pw1x" } }, "pw1x"],
  "the password of a host": [{ env: [{ name: "DB_PASSWORD_HOST", value: "pw1x" }] }, "pw1x"],
  "a secret key": [{ env: [{ name: "DJANGO_SECRET_KEY", value: "pw1x" }] }, "pw1x"],
  "a password that is a version": [{ password: "4.11.1987" }, "4.11.1987"],
  "a password like a variable": [{ password: "$UPPER" }, "$UPPER"],
  "a user in an argument": [{ args: ["-u", "admin:pw1x"] }, "pw1x"],
  "a joined argument": [{ command: ["mysql", "-pw1x"] }, "w1x"],
  "an argument of sshpass": [{ command: ["sshpass", "-p", "pw1x"] }, "pw1x"],
  "an argument of Redis": [{ command: ["redis-cli", "-a", "pw1x"] }, "pw1x"],
  "an argument of a command": [{ command: ["redis-cli"], args: ["-a", "pw1x"] }, "pw1x"],
  "a password of a server": [{ args: ["redis-server", "--requirepass", "pw1x"] }, "pw1x"],
  "a header": [{ args: ["-H", "X-Api-Key: pw1x"] }, "pw1x"],
  "a variable of docker": [{ args: ["-e", "MYSQL_PWD=pw1x"] }, "pw1x"],
  "an option of Java": [{ args: ["-Ddb.password=pw1x"] }, "pw1x"],
  "the default of a schema": [
    { properties: { password: { type: "string", default: "pw1x" } } },
    "pw1x",
  ],
  "a text in a text": [
    { data: { a: JSON.stringify({ b: JSON.stringify({ password: "pw1x" }) }) } },
    "pw1x",
  ],
  "an annotation": [{ metadata: { annotations: { "example.com/token": "pw1x" } } }, "pw1x"],
  "a name below a key": [{ parameters: [{ field: "db.password", content: "pw1x" }] }, "pw1x"],
};
