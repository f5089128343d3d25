import { rename } from "node:fs/promises";
import { createFixture, type FsFixture } from "fs-fixture";
import { simpleGit, type SimpleGit } from "simple-git";
import { beforeEach, describe, expect, it } from "vitest";
import { faultyDeployment, estateWithRules } from "../../testing/estate-with-rules.ts";
import { runAlto } from "../../testing/run-alto.ts";

const template = "artefacts/applications/shop/templates/web/deployment.yaml.hbs";
const waivers = "environments/dev/waivers.yaml";
const waiver = (expires: string) => `apiVersion: altostrata.dev/v1alpha1
kind: Waivers
waivers:
  - { rule: SEC-002, object: Deployment/shop/web, owner: "@a/b", reason: Moves next quarter, ticket: X-1, created: "2026-11-01", expires: "${expires}" }
`;

interface NewProblemsReport {
  readonly summary: { readonly clean: boolean };
  readonly diagnostics: readonly { readonly code: string; readonly since: string }[];
  readonly findings: readonly { readonly rule: string; readonly since?: string }[];
  readonly since: {
    readonly base: { readonly label: string };
    readonly clean: boolean;
    readonly refused: number;
    readonly gone: { readonly findings: readonly { readonly rule: string }[] };
    readonly accepted: readonly { readonly rule: string }[];
    readonly rules?: {
      readonly changed: readonly string[];
      readonly loosened: readonly { readonly rule: string; readonly action: string }[];
    };
  };
}

let estate: FsFixture;
let git: SimpleGit;

beforeEach(async () => {
  estate = await createFixture({ ...estateWithRules(), [waivers]: waiver("2026-12-31") });
  git = simpleGit({ baseDir: estate.path });
  await git.init(["--initial-branch=main"]);
  await git.addConfig("user.name", "test").addConfig("user.email", "test@example.com");
  await git.add(".").commit("first");
  return () => estate.rm();
});

async function since(
  ...more: string[]
): Promise<{ exitCode: number | null; report: NewProblemsReport }> {
  const asOf = more.includes("--as-of") ? [] : ["--as-of", "2026-11-24"];
  const command = ["validate", "--since", "main", "--format", "json", ...asOf, ...more];
  const { exitCode, output } = await runAlto(estate.path, command);
  return { exitCode, report: JSON.parse(output) as NewProblemsReport };
}

const named = (findings: readonly { readonly rule: string }[]) => findings.map(({ rule }) => rule);

describe("alto validate --since", { timeout: 60_000 }, () => {
  it("accepts and shows baseline problems", async () => {
    const { exitCode, report } = await since();
    expect(exitCode).toBe(0);
    expect(report.since).toMatchObject({ base: { label: "main" }, clean: true, refused: 0 });
    expect(report.summary.clean).toBe(false);
    expect(report.findings.filter((finding) => finding.since === "new")).toEqual([]);
    const text = await runAlto(estate.path, ["validate", "--since", "--as-of", "2026-11-24"]);
    expect(text.exitCode).toBe(0);
    expect(text.output).toMatch(/^Already in main: \d+ problems: .*SEC-001/m);
    expect(text.output).toContain("Clean: no new problems since main");
  });

  it("refuses new problems although old ones moved, and lists fixed ones", async () => {
    const moved = faultyDeployment
      .replace("hostNetwork: true # to see the node", "hostPID: true")
      .replace("spec:\n", "\nspec:\n");
    await estate.writeFile(template, `# moves all lines\n${moved}`);
    await estate.writeFile(waivers, waiver("2026-12-31").replace(/waivers:\n.*/, "waivers: []"));
    const { exitCode, report } = await since();
    expect(exitCode).toBe(1);
    const fresh = report.findings.filter((finding) => finding.since === "new");
    expect(named(fresh)).toEqual(["SEC-002"]);
    expect(report.since.refused).toBe(1);
    await estate.writeFile(
      template,
      faultyDeployment.replace("            privileged: true\n", ""),
    );
    expect(named((await since()).report.since.gone.findings)).toContain("SEC-001");
  });

  it("reports nothing as new for a renamed environment", async () => {
    await rename(estate.getPath("environments/dev"), estate.getPath("environments/trial"));
    const { exitCode, report } = await since();
    expect(report.findings.filter((finding) => finding.since === "new")).toEqual([]);
    expect(report.since.gone.findings).toEqual([]);
    expect(exitCode).toBe(0);
  });

  it("reports a removed waiver as new, and an expired one as old", async () => {
    const expired = await since("--as-of", "2027-01-15");
    expect(expired.exitCode).toBe(0);
    expect(expired.report.diagnostics).toMatchObject([{ code: "waiver-expired", since: "old" }]);
    await estate.writeFile(waivers, waiver("2026-12-31").replace(/waivers:\n.*/, "waivers: []"));
    const removed = await since();
    expect(removed.exitCode).toBe(1);
    expect(named(removed.report.findings.filter((one) => one.since === "new"))).toEqual([
      "SEC-002",
    ]);
  });

  it("lists newly waived findings", async () => {
    const both = waiver("2026-12-31").replace(/^ {2}- .*$/m, (line) =>
      [line, line.replace("SEC-002", "SEC-005")].join("\n"),
    );
    await estate.writeFile(waivers, both);
    const { exitCode, report } = await since();
    expect(exitCode).toBe(0);
    expect(named(report.since.accepted)).toEqual(["SEC-005"]);
    expect(report.since.gone.findings).toEqual([]);
  });

  it("shows a loosened rule, and reports findings of a stricter one as old", async () => {
    const settings = "policies/settings/default.yaml";
    const text = String(estateWithRules()[settings]);
    await estate.writeFile(settings, `${text}  SEC-005: { action: off }\n`);
    const loosened = await since();
    expect(loosened.exitCode).toBe(0);
    expect(loosened.report.since.rules?.changed).toEqual(["SEC-005"]);
    expect(loosened.report.since.rules?.loosened).toMatchObject([
      { rule: "SEC-005", action: "deny" },
    ]);
    expect(loosened.report.since.gone.findings).toEqual([]);
    await git.add(".").commit("loosened");
    await estate.writeFile(settings, text);
    const tightened = await since();
    expect(tightened.exitCode).toBe(0);
    const found = tightened.report.findings.find(({ rule }) => rule === "SEC-005");
    expect(found).toMatchObject({ since: "old" });
    const { output } = await runAlto(estate.path, ["validate", "--since", "main"]);
    expect(output).toContain("Rules changed since main: SEC-005.");
  });

  it.for([
    [["--since", "gone"], "git knows no commit gone"],
    [["--since", "main", "--format", "sarif"], "supports only the formats text"],
    [["--since", "main", "--no-waivers"], "cannot be combined"],
    [["--since", "main", "--target", "onprem-madird"], "Did you mean onprem-madrid?"],
  ] as const)("%j cannot run", async ([args, message]) => {
    const { exitCode, errors } = await runAlto(estate.path, ["validate", ...args]);
    expect(exitCode).toBe(2);
    expect(errors).toContain(message);
  });
});
