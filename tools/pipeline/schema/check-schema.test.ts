import { describe, expect, it } from "vitest";
import type { EstateFile, FileKind } from "../model/estate/estate-files.ts";
import { cachedSteps } from "../cached-steps.ts";
import { digestOf } from "../model/results/input-digests.ts";
import { parseEstateYaml } from "../load/parse-estate-yaml.ts";
import { checkSchema } from "./check-schema.ts";

const frame = "apiVersion: altostrata.dev/v1alpha1\n";

function file(
  path: string,
  kind: FileKind,
  text: string,
  names: Record<string, string> = {},
): EstateFile {
  return { path, kind, names, value: parseEstateYaml(text, path).value };
}

function problems(kind: FileKind, text: string): string[] {
  // A single file lacks the main file of its folder; another test covers that.
  const { diagnostics } = checkSchema([file("f.yaml", kind, frame + text)]);
  return diagnostics
    .filter(({ code }) => code !== "file-missing")
    .map(({ code, at, args }) => {
      const detail =
        args["suggestion"] ??
        args["wanted"] ??
        args["expected"] ??
        args["allowed"] ??
        args["limit"] ??
        args["key"] ??
        args["detail"] ??
        "";
      return `${at.line}:${at.column} ${code} ${String(detail)}`;
    });
}

const environment =
  "kind: Environment\ntier: staging\nowners: ['@example/a']\nresidency: [europe]\n";
const datasource = `kind: Datasources
datasources:
  shop:
    engine: { kind: postgresql, version: 16, via: managed }
    databases: [shop]
    instances: 1
    resources: { cpu: 1, memory: 1Gi }
    storage: { size: 1Gi }
    rpo: { loss-of-target: 1s, corruption: 1m }
    backup: { to: gcp, every: 1m, keep: 1d }
`;

describe("checkSchema", () => {
  it.for<[string, FileKind, string, string[]]>([
    ["a valid file", "environment", environment, []],
    [
      "an unknown key, at the key",
      "environment",
      `${environment}teir: x\n`,
      ["6:1 schema-unknown-key tier"],
    ],
    [
      "a misspelled key once, not also as missing",
      "environment",
      environment.replace("tier:", "teir:"),
      ["3:1 schema-unknown-key tier"],
    ],
    [
      "an unknown key without a similar one",
      "environment",
      `${environment}colour: red\n`,
      [
        "6:1 schema-unknown-key apiVersion,applications,kind,namespacePrefix,owners,podSecurity,preProductionOf,residency,tier",
      ],
    ],
    [
      "a missing key, at its parent",
      "system",
      "kind: System\n",
      [
        "application",
        "consumers",
        "hosts",
        "master",
        "objectives",
        "owners",
        "patterns",
        "traffic",
      ].map((key) => `1:1 schema-missing-key ${key}`),
    ],
    [
      "a word that is not allowed",
      "environment",
      environment.replace("staging", "stageing"),
      ["3:7 schema-not-allowed staging"],
    ],
    [
      "a wrong type",
      "environment",
      environment.replace("[europe]", "europe"),
      ["5:12 schema-wrong-type a list"],
    ],
    [
      "a wrong format in words",
      "environment",
      environment.replace("@example/a", "me"),
      ["4:10 schema-wrong-format a GitHub user or team: @example/platform"],
    ],
    [
      "too few items",
      "environment",
      environment.replace("[europe]", "[]"),
      ["5:12 schema-out-of-range 1"],
    ],
    [
      "a duplicate item, at the second",
      "environment",
      environment.replace("[europe]", "[europe, europe]"),
      ["5:21 schema-out-of-range 0"],
    ],
    [
      "another kind, without further errors",
      "environment",
      "kind: System\nmaster: x\n",
      ["2:7 schema-wrong-kind Environment"],
    ],
    [
      "a misspelled kind",
      "environment",
      environment.replace("Environment", "Enviroment"),
      ["2:7 schema-wrong-kind Environment"],
    ],
    [
      "a list where a map should be",
      "environment",
      "",
      ["1:1 schema-missing-key kind"].concat(
        ["owners", "residency", "tier"].map((key) => `1:1 schema-missing-key ${key}`),
      ),
    ],
    [
      "an invalid name",
      "images",
      "kind: Images\nimages:\n  Bad_Name: { repository: a/b, tag: x, digest: null }\n",
      ["4:3 schema-wrong-format lower-case letters, digits and dashes, at most 40"],
    ],
    [
      "an unknown key in resources",
      "master",
      "kind: Master\ncomponents: { web: { resources: { cpus: 1 } } }\n",
      ["3:35 schema-unknown-key cpu"],
    ],
    [
      "the closest form of a union",
      "master",
      "kind: Master\ncomponents: { web: { replicas: { min: 1, mox: 3 } } }\n",
      ["3:42 schema-unknown-key max"],
    ],
    [
      "a value that matches no form of a union, once",
      "master",
      "kind: Master\ncomponents: { web: { replicas: [3] } }\n",
      ["3:32 schema-wrong-type a number, or { min, max } for scaling"],
    ],
    [
      "a nullable map",
      "master",
      "kind: Master\ncomponents: { web: 3 }\n",
      ["3:20 schema-wrong-type a map or null"],
    ],
    [
      "a quantity",
      "master",
      "kind: Master\ncomponents: { web: { resources: { memory: 4GB } } }\n",
      ["3:43 schema-wrong-format a Kubernetes quantity such as 500m, 2 or 4Gi"],
    ],
    [
      "a form selected by its kind",
      "datasources",
      `${datasource}    replication: { kind: primary-replica, primary: master, replica: { a: 1 } }\n`,
      ["12:60 schema-unknown-key replicas"],
    ],
    [
      "a kind that selects no form",
      "datasources",
      `${datasource}    replication: { kind: multi-master }\n`,
      ["12:26 schema-not-allowed single,primary-replica"],
    ],
    [
      "an invalid digest",
      "images",
      "kind: Images\nimages: { a: { repository: a/b, tag: x, digest: latest } }\n",
      ["3:49 schema-wrong-format a text that matches ^sha256:[0-9a-f]{64}$"],
    ],
  ])("reports %s", ([, kind, text, expected]) => {
    expect(problems(kind, text)).toEqual(expected);
  });

  it("reports five problems of a file separately", () => {
    const text =
      "kind: Environment\ntier: 3\nowners: []\nresidency: [mars]\npodSecurity: none\ncolour: red\n";
    expect(problems("environment", text)).toHaveLength(5);
  });

  it("builds the desired state from valid files and lists the others", () => {
    const names = { environment: "dev" };
    const { desiredState, diagnostics } = checkSchema([
      file("environments/dev/environment.yaml", "environment", frame + environment, names),
      file(
        "environments/dev/waivers.yaml",
        "waivers",
        `${frame}kind: Waivers\nwaivers: 3\n`,
        names,
      ),
    ]);
    expect(diagnostics).toHaveLength(1);
    expect(desiredState.environments).toMatchObject([{ name: "dev", systems: [] }]);
    expect(desiredState.environments[0]?.waivers).toBeUndefined();
    expect(desiredState.unsound).toEqual([
      { file: "environments/dev/waivers.yaml", kind: "waivers", names },
    ]);
  });

  it("reports a folder without its main file once", () => {
    const names = { environment: "dev", system: "shop" };
    const { diagnostics } = checkSchema([
      file(
        "environments/dev/shop/master.yaml",
        "master",
        `${frame}kind: Master\ncomponents: {}\n`,
        names,
      ),
      file(
        "environments/dev/shop/secrets.yaml",
        "secrets",
        `${frame}kind: Secrets\nsecrets: {}\n`,
        names,
      ),
    ]);
    expect(diagnostics).toMatchObject([
      { code: "file-missing", args: { file: "environments/dev/shop/system.yaml" } },
    ]);
  });

  it("rechecks only kinds with a changed file", () => {
    const store = new Map<string, unknown>();
    const checkWith = (texts: Readonly<Record<string, string>>) => {
      const puts: string[] = [];
      const steps = cachedSteps({
        find: (key) => store.get(key.join()),
        put: (key, value) => {
          puts.push(key[1] ?? "");
          store.set(key.join(), value);
        },
      });
      const files = Object.entries(texts).map(([kind, text]) => ({
        ...file(`${kind}.yaml`, kind as FileKind, frame + text),
        digest: digestOf(text),
      }));
      const { diagnostics } = steps.checkSchema(files, {});
      return { puts, codes: diagnostics.map(({ code, at }) => `${at.file} ${code}`) };
    };
    const texts = { environment, datasources: datasource };
    expect(checkWith(texts).puts).toEqual(["environment", "datasources"]);
    expect(checkWith(texts).puts).toEqual([]);
    const faulty = { ...texts, environment: `${environment}colour: red\n` };
    const first = checkWith(faulty);
    expect(first.puts).toEqual(["environment"]);
    expect(first.codes).toContain("environment.yaml schema-unknown-key");
    expect(checkWith(faulty)).toEqual({ puts: [], codes: first.codes });
  });
});
