import { compareWithBaseline, type RunResult } from "@altostrata/pipeline";
import { readdirSync } from "node:fs";
import { createFixture } from "fs-fixture";
import { simpleGit } from "simple-git";
import { describe, expect, it } from "vitest";
import { runEstate } from "../../run/run-estate.ts";
import { faultyDeployment, estateWithRules } from "../../testing/estate-with-rules.ts";
import { runAlto } from "../../testing/run-alto.ts";
import { writeEdits } from "../../files/write-edits.ts";
import { proposeFixes } from "./fix-estate.ts";
import { fixableCodes } from "@altostrata/fix";
import { estateWith } from "./testing/estate-with.ts";
import { application, fixCases, template, waiver, waivers } from "./testing/fix-cases.ts";

const asOf = "2026-11-24";
async function soundFindings(): Promise<RunResult["findings"]> {
  await using estate = await createFixture(estateWithRules());
  return (await runEstate({ estate: estate.path, asOf })).findings;
}

const countOf = ({ diagnostics, findings }: RunResult, code: string): number =>
  diagnostics.filter((one) => one.code === code).length +
  findings.filter(({ rule, waiver: covered }) => rule === code && !covered).length;

describe("alto fix", { timeout: 60_000 }, () => {
  it.for(fixCases)("$code: $fixed", async (one) => {
    await using estate = await createFixture(estateWith(one));
    const before = await runEstate({ estate: estate.path, asOf });
    expect(countOf(before, one.code)).toBeGreaterThan(0);
    const proposed = await proposeFixes({ estate: estate.path, asOf, codes: [one.code] });
    expect(proposed.refused).toEqual([]);
    expect([...proposed.texts.keys()]).toEqual([one.file]);
    expect(proposed.texts.get(one.file)).toContain(one.fixed);
    writeEdits(estate.path, proposed);
    const after = await runEstate({ estate: estate.path, asOf });
    expect(countOf(after, one.code)).toBe(0);
    const newProblems = compareWithBaseline({
      base: { result: before, label: "before" },
      head: { result: after, label: "after" },
    });
    // Problems that the fault hid must also exist in the estate without the fault.
    const sound = new Set((await soundFindings()).map(({ fingerprint }) => fingerprint));
    expect(newProblems.new.diagnostics).toEqual([]);
    expect(newProblems.new.findings.filter(({ fingerprint }) => !sound.has(fingerprint))).toEqual(
      [],
    );
  });

  it("tests each automatic fix that applies to the small estate", () => {
    const tested = new Set(fixCases.map(({ code }) => code));
    const others = fixableCodes().filter((code) => !tested.has(code));
    // The described Kubernetes version deprecates no version of a kind in favour of another one.
    expect(others).toEqual(["manifest-version-deprecated"]);
    expect(tested.size).toBeGreaterThan(15);
  });

  it("applies all fixes at once and leaves only manual ones", async () => {
    await using estate = await createFixture(estateWithRules());
    const proposed = await proposeFixes({ estate: estate.path, asOf, codes: [] });
    expect(proposed.refused).toEqual([]);
    writeEdits(estate.path, proposed);
    expect(await estate.readFile(template, "utf8")).toContain(`    spec:
      automountServiceAccountToken: false
      containers:
        # the shop itself
        - name: {{component.name}}
          image: {{component.images.main}}
          securityContext:
            allowPrivilegeEscalation: false
`);
    const again = await proposeFixes({ estate: estate.path, asOf, codes: [] });
    expect(again.applied).toEqual([]);
  });

  it("prints a diff for git apply, and writes the same with --write", async () => {
    await using piped = await createFixture(estateWithRules());
    await using written = await createFixture(estateWithRules());
    const day = ["--as-of", asOf];
    const shown = await runAlto(piped.path, ["fix", ...day]);
    expect(shown.exitCode).toBe(0);
    expect(shown.errors).toContain("Nothing was written. To apply the fixes: alto fix --write");
    expect(await piped.readFile(template, "utf8")).toBe(faultyDeployment);
    await piped.writeFile("fix.diff", shown.output);
    await simpleGit({ baseDir: piped.path }).init().raw(["apply", "fix.diff"]);
    const { errors } = await runAlto(written.path, ["fix", "--write", ...day]);
    expect(errors).toMatch(/^Fixed: SEC-001, SEC-002, .* in artefacts/);
    const after = await written.readFile(template, "utf8");
    expect(after).not.toBe(faultyDeployment);
    expect(await piped.readFile(template, "utf8")).toBe(after);
  });

  it("keeps good fixes and refuses a fix that causes another problem", async () => {
    const path = ", path: spec.template.spec.containers.admin";
    const files = estateWith({
      code: "SEC-005",
      file: waivers,
      from: "waivers:\n",
      to: `waivers:\n${waiver("SEC-005", path)}`,
      fixed: "",
    });
    files[application] = String(files[application]).replace(
      "http:",
      "admin: { port: 9090 }, http:",
    );
    const [head = ""] = faultyDeployment.split("        # the shop itself\n");
    files[template] = `${head}        {{#each component.ports}}
        - name: {{name}}
          image: {{../component.images.main}}
          securityContext: {}
        {{/each}}
`;
    await using estate = await createFixture(files);
    const proposed = await proposeFixes({ estate: estate.path, asOf, codes: [] });
    // One line writes both containers, and the finding of one of them is waived.
    expect(proposed.refused).toMatchObject([
      { file: template, why: `it would cause waiver-unused at ${waivers}:5` },
    ]);
    expect(proposed.texts.get(template)).toContain("securityContext: { runAsNonRoot: true, ");
    expect(proposed.texts.get(template)).not.toContain("allowPrivilegeEscalation");
  });

  it("refuses another API version with different fields", async () => {
    const ingress = `---
apiVersion: networking.k8s.io/v1beta1
kind: Ingress
metadata: { name: web, namespace: {{namespace}} }
spec: { backend: { serviceName: web, servicePort: 80 } }
`;
    const files = { ...estateWithRules(), [template]: faultyDeployment + ingress };
    await using estate = await createFixture(files);
    const proposed = await proposeFixes({
      estate: estate.path,
      asOf,
      codes: ["manifest-version-removed"],
    });
    expect(proposed.texts.size).toBe(0);
    expect(proposed.refused).toMatchObject([
      { why: expect.stringContaining("it would cause manifest-") as string },
    ]);
  });

  it("refuses a code without an automatic fix", async () => {
    await using estate = await createFixture(estateWithRules());
    const { exitCode, errors } = await runAlto(estate.path, ["fix", "SEC-0055"]);
    expect(exitCode).toBe(2);
    expect(errors).toContain("There is no automatic fix for SEC-0055. Did you mean SEC-005?");
  });

  it("writes nothing when a file changed meanwhile", async () => {
    await using estate = await createFixture({ a: "1", b: "2" });
    const texts = new Map([
      ["a", "3"],
      ["b", "4"],
    ]);
    const originals = new Map([
      ["a", "1"],
      ["b", "x"],
    ]);
    expect(() => writeEdits(estate.path, { texts, originals })).toThrow(
      "has changed since it was read",
    );
    expect(await estate.readFile("a", "utf8")).toBe("1");
    expect(readdirSync(estate.path).sort()).toEqual(["a", "b"]);
  });
});
