import { mkdirSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Comparison } from "@altostrata/pipeline";
import { changeMarkdown, commentBudget, decideVerdict } from "@altostrata/report/change";
import { compareWithMain } from "./compare-with-main.ts";
import {
  estateRepository,
  type EstateRepository,
} from "@altostrata/maintain/estate/estate-repository.ts";

// Comments about changes of the real estate whose effect is easy to miss.

let repository: EstateRepository;

beforeAll(async () => {
  repository = await estateRepository();
});

afterAll(() => repository[Symbol.asyncDispose]());

interface Edit {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** The comparison of `main` with a branch with these edits, and its comment. */
async function reviewed(
  branch: string,
  edits: readonly Edit[],
): Promise<{ comparison: Comparison; comment: string }> {
  await repository.git.checkoutBranch(branch, "main");
  for (const { file, from, to } of edits) await repository.edit(file, from, to);
  const comparison = await compared(branch);
  return { comparison, comment: changeMarkdown(comparison, commentBudget) };
}

function compared(head: string): Promise<Comparison> {
  return compareWithMain(repository, head);
}

const apim = "environments/production/apim";

describe("the comment of a pull request", { timeout: 30_000 }, () => {
  it("refuses a finding that loses its waiver, although no manifest changes", async () => {
    const { comparison, comment } = await reviewed("waiver-removed", [
      {
        file: "environments/production/waivers.yaml",
        from: "object: StatefulSet/apim/metrics-store",
        to: "object: StatefulSet/apim/analytics",
      },
    ]);
    expect(comparison.changes).toEqual([]);
    expect(decideVerdict(comparison).verdict).toBe("refused");
    expect(comment).toContain("waived -&gt; deny");
  });

  it("reports no lost data for a mistyped key", async () => {
    const { comparison, comment } = await reviewed("mistyped", [
      { file: `${apim}/system.yaml`, from: "costCentre:", to: "costCenter:" },
    ]);
    expect(comparison.diagnostics.map(({ code }) => code)).toEqual(["schema-unknown-key"]);
    expect(comparison.changes).toEqual([]);
    expect(comparison.unread.map(({ environment }) => environment)).toContain("production");
    expect(comment).not.toContain("Everything in the namespace is deleted");
  });

  it("reports no lost database for an empty file", async () => {
    await repository.git.checkoutBranch("empty", "main");
    await repository.change("empty", (fixture) =>
      fixture.writeFile(`${apim}/datasources.yaml`, ""),
    );
    const comparison = await compared("empty");
    expect(comparison.diagnostics.map(({ code }) => code)).toEqual(["file-empty"]);
    expect(comparison.changes).toEqual([]);
    expect(comparison.topology).toEqual([]);
    expect(comparison.unread).toContainEqual({ environment: "production", target: "gcp-belgium" });
  });

  it("reports no lost databases for an invalid provider file", async () => {
    const { comparison, comment } = await reviewed("provider", [
      { file: "clouds/gcp/provider.yaml", from: "leaving:", to: "leavingx:" },
    ]);
    expect(comparison.changes).toEqual([]);
    expect(comparison.unread).toContainEqual({
      environment: "production",
      target: "aws-frankfurt",
    });
    expect(comment).not.toContain("the data with it");
  });

  it("reports changed objectives and consumers, which no manifest shows", async () => {
    const { comparison, comment } = await reviewed("promises", [
      { file: `${apim}/system.yaml`, from: "peak: 2600", to: "peak: 3000" },
      { file: `${apim}/system.yaml`, from: "rto: 10m", to: "rto: 20m" },
    ]);
    expect(comparison.changes).toEqual([]);
    expect(decideVerdict(comparison).verdict).toBe("policy");
    expect(comment).toContain("objective rto: 10 min -&gt; 20 min");
    expect(comment).toContain("peak 3,000 requests/s");
  });

  it("reports no removed images when the images are unknown", async () => {
    await repository.git.checkoutBranch("no-images", "main");
    await repository.change("no-images", (fixture) => fixture.rm("artefacts/images.yaml"));
    const comparison = await compared("no-images");
    expect(comparison.diagnostics.map(({ code }) => code)).toContain("image-unknown");
    expect(comparison.images).toEqual([]);
    expect(comparison.changes).toEqual([]);
    expect(comparison.unread).toHaveLength(20);
  });

  it("shows the effect of a price on otherwise unchanged environments", async () => {
    const { comparison, comment } = await reviewed("prices", [
      {
        file: "clouds/gcp/prices.csv",
        from: "egress-internet,europe-west1,GB,0.12,",
        to: "egress-internet,europe-west1,GB,0.9,",
      },
    ]);
    expect(comparison.changes).toEqual([]);
    expect(comment).toContain("**events, partner**: switching cost");
  });

  it("asks to fill the secret store before the merge", async () => {
    const { comment } = await reviewed("secret-path", [
      { file: `${apim}/secrets.yaml`, from: "apim/keystores,", to: "apim/keystores-2027," },
    ]);
    expect(comment).toContain("references another entry of the secret store");
  });

  it("shows a stopped component before its consequences", async () => {
    const { comment } = await reviewed("stopped", [
      {
        file: `${apim}/master.yaml`,
        from: "manager: { replicas: 2 }",
        to: "manager: { replicas: 0 }",
      },
    ]);
    expect(comment).toMatch(
      /### Read first\n\n- \*\*removed\*\* `Deployment\/apim\/traffic-manager-1`, .*Its pods stop\./,
    );
  });

  it("shows the DNS responses for a draining target", async () => {
    const { comment } = await reviewed("draining", [
      { file: `${apim}/workers/aws-frankfurt.yaml`, from: "state: serving", to: "state: draining" },
    ]);
    expect(comment).toContain("aws-frankfurt: receives 0% of DNS queries \\(was 37%\\)");
    expect(comment).toContain("gcp-belgium: receives 2% of DNS queries \\(was 1.2%\\)");
    expect(comment).toContain("`@example/cloud-aws`: target aws-frankfurt");
  });

  it("requires the former owners when a system changes owners", async () => {
    const { comment } = await reviewed("owners", [
      {
        file: `${apim}/system.yaml`,
        from: 'owners: ["@example/api-platform"]',
        to: 'owners: ["@example/others"]',
      },
    ]);
    expect(comment).toContain("system production/apim \\(no longer an owner\\)");
    expect(comment).toContain("system production/apim \\(becomes an owner\\)");
  });

  it("is empty when only comments and spaces change", async () => {
    const { comment } = await reviewed("comments", [
      { file: `${apim}/system.yaml`, from: "costCentre: ", to: "# Who pays.\ncostCentre:    " },
    ]);
    expect(comment).toMatch(/^\u2705 \*\*No manifest changes\*\*\./);
  });

  it("does not exist when the bundle is older than the rules", async () => {
    await repository.git.checkoutBranch("stale-bundle", "main");
    mkdirSync(`${repository.path}/policies/rules/security/new`, { recursive: true });
    writeFileSync(`${repository.path}/policies/capabilities.json`, "{}\n");
    writeFileSync(`${repository.path}/policies/rules/security/new/rule.rego`, "package new\n");
    await repository.git.add(".").commit("a rule without a bundle");
    await expect(compared("stale-bundle")).rejects.toThrow("npm run policies:build");
  });
});
