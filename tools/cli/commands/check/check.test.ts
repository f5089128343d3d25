import { fileURLToPath } from "node:url";
import { createFixture } from "fs-fixture";
import { describe, expect, it } from "vitest";
import { runAlto, runShell } from "../../testing/run-alto.ts";
import { estateDay } from "@altostrata/maintain/estate/estate-day.ts";

const repository = fileURLToPath(new URL("../../../../", import.meta.url));

const deployment = (name: string, extra = ""): string => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  namespace: shop
spec:
  replicas: 2
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec:
      containers:
        - name: main
          image: registry.example.com/${name}:1.0${extra}
`;

async function check(files: Readonly<Record<string, string>>, args: readonly string[], input = "") {
  await using folder = await createFixture({ ...files });
  return await runAlto(folder.path, ["check", "--estate", repository, ...args], { input });
}

const onAws = ["--target", "aws-frankfurt", "--as-of", estateDay];

describe("alto check", () => {
  it("reports places in the given file, for schema and policy", async () => {
    const { exitCode, output } = await check(
      { "web.yaml": deployment("web", "\n          imagePullPolice: Always") },
      ["web.yaml", ...onAws],
    );
    expect(exitCode).toBe(1);
    expect(output).toContain("web.yaml:15:28  manifest-unknown-field");
    expect(output).toMatch(/web\.yaml:14:18 {2}SEC-0\d\d/);
    expect(output).toContain("(as production)");
  });

  it("reads standard input, several documents, comments, Windows line ends, a byte order mark and lists", async () => {
    const text = [
      "# from elsewhere",
      "---",
      "",
      "---",
      "apiVersion: v1",
      "kind: List",
      "items:",
      "  - { apiVersion: v1, kind: ConfigMap, metadata: { name: a, namespace: shop }, data: { a: 1 } }",
      "---",
      "apiVersion: v1",
      "kind: ConfigMap",
      "metadata: { name: b, namespace: shop }",
      "",
    ].join("\r\n");
    const { exitCode, output } = await check({}, ["-", ...onAws], `\uFEFF${text}`);
    expect(exitCode).toBe(1);
    expect(output).toContain("<standard input>:8:91  manifest-wrong-type");
    expect(output).toContain("2 manifests on 1 target");
  });

  it("reads the manifests of a folder, and treats other references as external", async () => {
    const service = `apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: elsewhere }, ports: [{ name: http, port: 80 }] }
`;
    const files = { "out/a/service.yaml": service, "out/index.json": "{}", "out/notes.txt": "x" };
    const { exitCode, output } = await check(files, ["out", ...onAws]);
    expect(output).toContain("Clean: 1 manifest on 1 target.");
    expect(exitCode).toBe(0);
  });

  it("reports missing objects only if the files are complete", async () => {
    const files = { "web.yaml": deployment("web") };
    const asPart = await check(files, ["web.yaml", ...onAws]);
    expect(asPart.output).toContain(
      "Skipped: LimitRange, Namespace, ResourceQuota, ServiceAccount, networking.k8s.io/NetworkPolicy, policy.sigstore.dev/ClusterImagePolicy, policy/PodDisruptionBudget may be defined in other files. Use --whole if these files are complete.",
    );
    const asWhole = await check(files, ["web.yaml", ...onAws, "--whole"]);
    expect(asWhole.output).not.toContain("Skipped");
    for (const rule of ["SEC-074", "SEC-080", "SEC-081", "SEC-113", "SEC-150"]) {
      expect(asPart.output).not.toContain(rule);
      expect(asWhole.output).toContain(rule);
    }
  });

  it("reports each fault of a file that is not a manifest", async () => {
    const files = {
      "list.yaml": "- a\n",
      "no-kind.yaml": "apiVersion: v1\nmetadata: { name: a }\n",
      "twice.yaml": "apiVersion: v1\napiVersion: v1\nkind: ConfigMap\n",
      "empty.yaml": "# nothing\n",
      "conflict.yaml": "a: 1\n<<<<<<< HEAD\nb: 2\n",
    };
    const { exitCode, output } = await check(files, [...Object.keys(files), ...onAws]);
    expect(exitCode).toBe(1);
    for (const place of [
      "list.yaml:1:1  manifest-not-an-object",
      "no-kind.yaml:1:1  manifest-missing-field",
      "twice.yaml:2:1  yaml-duplicate-key",
      "empty.yaml:1:1  file-empty",
      "conflict.yaml:2:1  yaml-syntax",
    ])
      expect(output).toContain(place);
    expect(output).not.toContain("environment.yaml");
    expect(output).toContain("Refused: 5 problems; 1 manifest on 1 target.");
  });

  it.for([
    [["gone.yaml", ...onAws], "There is no file gone.yaml."],
    [["a.yaml", "--target", "aws-frankfrut"], "Did you mean aws-frankfurt?"],
    [["a.yaml", ...onAws, "--environment", "prodution"], "Did you mean production?"],
    [["binary.yaml", ...onAws], "it is not UTF-8 text"],
    [["empty", ...onAws], "There is no .yaml, .yml or .json file in empty."],
    [["a.yaml"], "required option '--target <target>'"],
    [onAws, "missing required argument 'files'"],
  ] as const)("%j cannot run: %s", async ([args, message]) => {
    await using folder = await createFixture({
      "a.yaml": deployment("a"),
      "binary.yaml": Buffer.from([0xff, 0xfe, 0x00]),
      "empty/readme.txt": "nothing\n",
    });
    const outcome = await runAlto(folder.path, ["check", "--estate", repository, ...args]);
    expect(outcome.errors).toContain(message);
    expect(outcome.exitCode).toBe(2);
  });

  it.each([
    ["a producer that is slow to start", "(sleep 4; cat web.yaml)"],
    [
      "a producer that pauses in the middle",
      "(head -c 100 web.yaml; sleep 4; tail -c +101 web.yaml)",
    ],
    [
      "a producer of more than a pipe holds",
      `(cat web.yaml; for i in $(seq 40); do cat pad; done)`,
    ],
  ])("reads standard input from %s", async (_, producer) => {
    await using folder = await createFixture({
      "web.yaml": deployment("web", "\n          imagePullPolice: Always"),
      pad: `# ${"x".repeat(97)}\n`.repeat(2_000),
    });
    const { exitCode, output, errors } = await runShell(
      folder.path,
      `${producer} | alto check - --estate ${repository} ${onAws.join(" ")}`,
    );
    expect(errors).toBe("");
    expect(output).toContain("<standard input>:15:28  manifest-unknown-field");
    expect(exitCode).toBe(1);
  });

  it("refuses 60 MB from a pipe because of the size", async () => {
    await using folder = await createFixture();
    const { exitCode, output } = await runShell(
      folder.path,
      `head -c 60000000 /dev/zero | tr '\\0' '#' | alto check - --estate ${repository} ${onAws.join(" ")}`,
    );
    expect(output).toContain("<standard input>:1:1  file-too-large");
    expect(exitCode).toBe(1);
  });

  it("reads a process substitution, and stops at an endless stream", async () => {
    await using folder = await createFixture({ "web.yaml": deployment("web") });
    const options = `--estate ${repository} ${onAws.join(" ")}`;
    const [some, endless] = await Promise.all([
      runShell(folder.path, `alto check <(sleep 1; cat web.yaml) ${options}`),
      runShell(folder.path, `alto check /dev/zero ${options}`),
    ]);
    expect(some.output).toContain("(as production)");
    expect(endless).toMatchObject({
      exitCode: 2,
      errors: "Cannot read /dev/zero: it is larger than 256 MiB.\n",
    });
  });
});
