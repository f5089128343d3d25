import { createFixture } from "fs-fixture";
import { describe, expect, it } from "vitest";
import { estateWithRules } from "../../testing/estate-with-rules.ts";
import { runAlto } from "../../testing/run-alto.ts";

const bound = (estateWithRules()["clouds/onprem/provider.yaml"] ?? "")
  .toString()
  .replace(
    "lockIn: []",
    'lockIn: [{ surface: halls, tier: 3, why: "leases", exit: "burst", found: { uses: [placement] } }]',
  );
const estate = { ...estateWithRules(), "clouds/onprem/provider.yaml": bound };
const asJson = ["lock-in", "--format", "json", "--as-of", "2026-11-24"];

const waivers = `apiVersion: altostrata.dev/v1alpha1
kind: Waivers
waivers:
  - rule: SEC-002
    reason: it looks at the node
    owner: "@example/shop"
    ticket: SHOP-1
    created: "2026-11-01"
    expires: "2027-01-31"
    approvedBy: "@example/security"
`;

describe("alto lock-in", { timeout: 30_000 }, () => {
  it("shows every binding of an environment, and no amount without prices", async () => {
    await using folder = await createFixture(estate);
    const { exitCode, output } = await runAlto(folder.path, ["lock-in", "--environment", "dev"]);
    expect(exitCode).toBe(0);
    expect(output).toMatch(/portability +0% +proven/);
    expect(output).toMatch(/switching cost +estimate +unknown, including 5 to 30 person-days/);
    expect(output).toMatch(/onprem +halls +- +3 +by tier, 5 to 30 +5 to 30 +unknown/);
    expect(output).toContain("the effort of halls is the default of its tier");
  });

  it("gives the same bytes again, also with waived findings", async () => {
    await using folder = await createFixture(estate);
    const first = await runAlto(folder.path, asJson);
    expect(JSON.parse(first.output)).toMatchObject({
      apiVersion: "altostrata.dev/lock-in/v1",
      environments: { dev: { scored: true, catalogue: "onprem@0" } },
    });
    expect((await runAlto(folder.path, asJson)).output).toBe(first.output);
    await folder.writeFile("environments/dev/waivers.yaml", waivers);
    expect((await runAlto(folder.path, asJson)).output).toBe(first.output);
    const judged = await runAlto(folder.path, [
      "validate",
      "--format",
      "json",
      "--as-of",
      "2026-11-24",
    ]);
    expect(JSON.parse(judged.output)).toMatchObject({ summary: { waived: 1 } });
  });

  it("gives no score without a system, and refuses unknown environments", async () => {
    const files = Object.entries(estate).filter(
      ([path]) => !path.startsWith("environments/dev/shop"),
    );
    await using folder = await createFixture(Object.fromEntries(files));
    const { exitCode, output } = await runAlto(folder.path, ["lock-in"]);
    expect({ exitCode, output }).toEqual({
      exitCode: 1,
      output: "dev: no score, because it has no components.\n",
    });
    const unknown = await runAlto(folder.path, ["lock-in", "--environment", "prod"]);
    expect(unknown.exitCode).toBe(2);
    expect(unknown.errors).toContain("There is no environment prod. Known: dev.");
  });
});
