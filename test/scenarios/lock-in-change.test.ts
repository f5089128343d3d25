import { compareStates } from "@altostrata/git";
import { describeDiagnostic } from "@altostrata/report";
import { changeMarkdown, commentBudget } from "@altostrata/report/change";
import { lockInComparison } from "@altostrata/topology";
import { expect, it } from "vitest";
import { estateRepository } from "@altostrata/maintain/estate/estate-repository.ts";
import { estateDay } from "@altostrata/maintain/estate/estate-day.ts";

it(
  "lists the bindings that a change adds and removes in the comment",
  { timeout: 60_000 },
  async () => {
    await using estate = await estateRepository();
    await estate.edit(
      "environments/production/apim/datasources.yaml",
      "backup: { to: gcp-belgium",
      "backup: { to: aws-frankfurt",
    );
    const comparison = await compareStates({
      estate: estate.path,
      base: "HEAD~1",
      head: "HEAD",
      asOf: estateDay,
      redactionKey: Buffer.alloc(32),
      lockIn: lockInComparison,
      describe: describeDiagnostic,
    });
    const of = (bindings: readonly { provider: string; surface: string; system: string }[]) =>
      bindings.map(({ provider, surface, system }) => `${system} ${provider} ${surface}`);
    expect(of(comparison.lockIn?.added ?? [])).toEqual([expect.stringMatching(/^apim aws /)]);
    expect(of(comparison.lockIn?.removed ?? [])).toEqual([expect.stringMatching(/^apim gcp /)]);
    const comment = changeMarkdown(comparison, commentBudget);
    expect(comment).toContain("### Lock-in");
    expect(comment).toContain("now uses");
  },
);
