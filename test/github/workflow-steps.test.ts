import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseComparison } from "@altostrata/pipeline";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { onEstateDay } from "@altostrata/maintain/estate/estate-day.ts";
import { estateRepository } from "@altostrata/maintain/estate/estate-repository.ts";

const root = join(import.meta.dirname, "../..");

/** The scripts of the steps of one job, by name. */
function scriptsOf(workflow: string, job: string): ReadonlyMap<string, string> {
  const { jobs } = parse(readFileSync(join(root, ".github/workflows", workflow), "utf8")) as {
    jobs: Record<string, { steps: { name?: string; run?: string }[] }>;
  };
  return new Map(
    (jobs[job]?.steps ?? []).flatMap(({ name, run }) => (name && run ? [[name, run]] : [])),
  );
}

it(
  "writes a report when main has moved and the change has problems",
  { timeout: 240_000 },
  async () => {
    await using estate = await estateRepository({ withTools: true });
    const { git, edit } = estate;
    await git.checkoutLocalBranch("mine");
    const head = await edit(
      "environments/production/apim/master.yaml",
      "gateway: { replicas: { min: 3, max: 12 } }",
      "gateway: { replicas: { min: 3, max: 12 }, typo: 1 }",
    );
    await git.checkout("main");
    const base = await edit(
      "environments/production-americas/apim/master.yaml",
      "min: 2, max: 8",
      "min: 3, max: 8",
    );
    await git.checkout("mine");

    const scripts = scriptsOf("validate.yml", "render");
    const summary = join(estate.path, "summary.md");
    const step = (name: string) =>
      spawnSync("bash", ["-e", "-c", scripts.get(name) ?? "exit 9"], {
        cwd: estate.path,
        encoding: "utf8",
        env: { ...onEstateDay(), BASE: base, GITHUB_STEP_SUMMARY: summary },
      });
    expect(step("Compare both sides")).toMatchObject({ status: 1 });
    expect(step("Write the job summary")).toMatchObject({ status: 0 });

    const parsed = parseComparison(readFileSync(join(estate.path, "report/report.json"), "utf8"));
    if ("faults" in parsed) throw new Error(parsed.faults.join());
    const report = parsed.comparison;
    expect(report.head.commit).toBe(head);
    expect(report.diagnostics.map(({ code }) => code)).toEqual(["parameter-unknown"]);
    // Changes that others merged meanwhile are not part of this change.
    expect(
      report.targets.filter(({ environment }) => environment === "production-americas"),
    ).toEqual([]);
    expect(readFileSync(join(estate.path, "report/report.html"), "utf8")).toContain("Do not merge");
    expect(readFileSync(summary, "utf8")).toContain("Do not merge");
  },
);

it(
  "accepts a change despite expired waivers, and refuses its own problems",
  { timeout: 240_000 },
  async () => {
    await using estate = await estateRepository({ withTools: true });
    const script =
      scriptsOf("checks.yml", "checks").get("Validate against the merge base") ?? "exit 9";
    // Every waiver of the estate has ended by then.
    const later = script.replace("--since", "--as-of 2027-12-01 --since");
    expect(later).not.toBe(script);
    const base = (await estate.git.revparse(["HEAD"])).trim();
    const status = () => {
      const env = { ...process.env, BASE: base };
      return spawnSync("bash", ["-e", "-c", later], { cwd: estate.path, env }).status;
    };
    const whole = ["alto", "--", "validate", "--as-of", "2027-12-01"];
    expect(spawnSync("npm", ["run", ...whole], { cwd: estate.path }).status).toBe(1);
    const master = "environments/production-americas/apim/master.yaml";
    await estate.edit(master, "min: 2, max: 8", "min: 3, max: 8");
    expect(status()).toBe(0);
    await estate.edit(master, "min: 3, max: 8", "min: 1, max: 8");
    expect(status()).toBe(1);
  },
);
