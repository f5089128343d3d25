import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createFixture } from "fs-fixture";
import { expect, it } from "vitest";
import { plantedTexts } from "../../tools/pipeline/secrets/testing/corpus.ts";
import { onEstateDay } from "@altostrata/maintain/estate/estate-day.ts";
import { estateRepository } from "@altostrata/maintain/estate/estate-repository.ts";

const alto = fileURLToPath(new URL("../../tools/cli/bin/alto.mjs", import.meta.url));
const shop = "artefacts/applications/storefront/manifests/web.yaml";
const development = "environments/development/storefront";

/** Credentials with unique numbers. No output may contain one of them. */
const planted = /PLANTED\d+|UExBTlRFRDAxaHVudGVy/g;

const manifests = `---
apiVersion: v1
kind: Secret
metadata: { name: planted }
stringData: { a: PLANTED00hunter }
data: { b: UExBTlRFRDAxaHVudGVy, c: "PLANTED02 is no base64" }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: planted, annotations: { note: "password=PLANTED03hunter", token: PLANTED04hunter } }
data:
  a.toml: |
    password = "PLANTED05hunter"
  b.yaml: |
    db:
      password: |
        PLANTED06hunter
  pem: |
    -----BEGIN RSA PRIVATE KEY-----
    PLANTED07hunter
    -----END RSA PRIVATE KEY-----
---
apiVersion: batch/v1
kind: Job
metadata: { name: planted }
spec:
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: a
          image: "registry.example.com/x?password=PLANTED08hunter"
          command: ["sh", "-c", "mysql --password PLANTED09hunter"]
          args: ["--password", "PLANTED10hunter", "--token=PLANTED11hunter"]
          env:
            - { name: DB_PASSWORD, value: PLANTED12hunter }
            - { name: DB_URL, value: "postgres://u:PLANTED13hunter@db/x" }
            - { name: DB_PASS, value: PLANTED14hunter }
          password: PLANTED15hunter
`;

/** Every place of the corpus in one ConfigMap, without the places that look like a template. */
const corpus = `---
apiVersion: v1
kind: ConfigMap
metadata: { name: corpus }
data:
${plantedTexts(["PLANTED90hunter"])
  .filter(({ text, leaks }) => leaks.includes("PLANTED90hunter") && !text.includes("{{"))
  .map(({ text }, index) => `  place-${index}: ${JSON.stringify(text)}`)
  .join("\n")}
`;

it(
  "writes no credential to a terminal, a report, a log or the cache",
  { timeout: 240_000 },
  async () => {
    await using estate = await estateRepository();
    await using outside = await createFixture();
    const { edit } = estate;
    await edit(shop, "---\n", `${manifests}${corpus}---\n`);
    await edit(
      `${development}/master.yaml`,
      "catalogueCacheSeconds: 0",
      "password: PLANTED20hunter",
    );
    await edit(`${development}/system.yaml`, "dns: gcp }", "dns: gcp, token: PLANTED21hunter }");
    await edit(
      `${development}/secrets.yaml`,
      "onChange: restart",
      'onChange: "password=PLANTED22hunter"',
    );
    await edit(
      "environments/staging/storefront/master.yaml",
      "components:",
      'components: { a: *ghp_PLANTED23C7e42F292c6912E7710c838347Ae178B4a }\npassword: "PLANTED24hunter',
    );
    await edit(
      "environments/production/waivers.yaml",
      "reason: ",
      "reason: password=PLANTED25hunter ",
    );
    const run = (...args: readonly string[]): string => {
      const { stdout, stderr, status } = spawnSync(process.execPath, [alto, ...args], {
        cwd: estate.path,
        encoding: "utf8",
        maxBuffer: 64 * 1024 * 1024,
        env: { ...onEstateDay(), CI: "", XDG_CACHE_HOME: outside.path },
      });
      expect(status).toBe(1);
      return stdout + stderr;
    };
    const files = (kind: string, formats: readonly string[]) =>
      formats.flatMap((format) => ["--output", `${format}=${outside.getPath(kind)}.${format}`]);
    const said = [
      run(
        "validate",
        "--all",
        ...files("validate", ["json", "sarif", "junit", "github", "markdown"]),
      ),
      run("validate", "--since", "HEAD~6"),
      run(
        "diff",
        "HEAD~6",
        "HEAD",
        "--full",
        ...files("diff", ["json", "markdown", "html", "summary"]),
      ),
    ];
    const written = readdirSync(outside.path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => [name, readFileSync(join(parentPath, name), "utf8")] as const);
    // Nine reports, and the files in the cache.
    expect(written.length).toBeGreaterThan(9);
    const all = [...said.map((text) => ["said", text] as const), ...written];
    expect(
      all.flatMap(([name, text]) => [...text.matchAll(planted)].map(([one]) => [name, one])),
    ).toEqual([]);
    expect(said.join()).toContain("redacted");
    // Values next to the credentials of the corpus are shown.
    const shown = written.filter(([name]) => /^diff\.(?:json|html)/.test(name));
    expect(shown).toHaveLength(2);
    for (const text of [said[2], ...shown.map(([, content]) => content)])
      expect(text).toContain("place-200");
  },
);
