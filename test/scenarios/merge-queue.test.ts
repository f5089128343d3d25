import { checkApprovals, allChangeDigests } from "@altostrata/bots";
import { compareStates, fileChanges, openRepository } from "@altostrata/git";
import type { Comparison, ChangeDigests } from "@altostrata/pipeline";
import { describeDiagnostic } from "@altostrata/report";
import { expect, it } from "vitest";
import { estateRepository } from "@altostrata/maintain/estate/estate-repository.ts";
import { estateDay } from "@altostrata/maintain/estate/estate-day.ts";

const master = "environments/production/apim/master.yaml";
const gateway = "gateway: { replicas: { min: 3, max: 12 } }";
const gatewayNow = "gateway: { replicas: { min: 3, max: 14 } }";
const americas = "environments/production-americas/apim/master.yaml";

/**
 * The estate, with the two questions of the gate: the change digests between two commits, and the differences from the
 * approved ones.
 */
async function queued() {
  const estate = await estateRepository();
  const repository = await openRepository(estate.path);
  const compare = (base: string, head: string): Promise<Comparison> =>
    compareStates({
      estate: estate.path,
      base,
      head,
      asOf: estateDay,
      redactionKey: Buffer.alloc(32),
      describe: describeDiagnostic,
    });
  const effect = async (base: string, head: string): Promise<ChangeDigests> =>
    allChangeDigests(await compare(base, head), await fileChanges(repository, base, head));
  return {
    ...estate,
    repository,
    compare,
    effect,
    commit: async () => (await estate.git.revparse(["HEAD"])).trim(),
    voided: async (base: string, head: string, approved: ChangeDigests) => {
      const [lost] = checkApprovals(await effect(base, head), [
        { login: "owner", effect: approved },
      ]).void;
      return lost?.differing;
    },
  };
}

it(
  "keeps an approval while others merge, unless they change the same objects",
  { timeout: 120_000 },
  async () => {
    await using estate = await queued();
    const { git, edit, repository, compare, effect, commit, voided } = estate;
    await git.checkoutLocalBranch("mine");
    const mine = await edit(master, gateway, "gateway: { replicas: { min: 3, max: 14 } }");
    const main = await repository.mergeBase("main", mine);
    expect((await compare(main, mine)).topology).toMatchObject([
      { what: "replicas-changed", base: "3-12", head: "3-14" },
    ]);
    const approved = await effect(main, mine);

    // Another change is merged first; then this one is merged on top, as in the merge queue.
    await git.checkout("main");
    await edit(
      americas,
      "gateway: { replicas: { min: 2, max: 8 } }",
      "gateway: { replicas: { min: 3, max: 8 } }",
    );
    const before = await commit();
    await git.checkoutBranch("queue-1", "main");
    await git.merge(["mine", "--no-edit"]);
    const after = await commit();
    expect(await voided(before, after, approved)).toBeUndefined();

    // A second pull request gives the same gateways more CPU in another file. Git merges without a conflict, but the
    // quota changes in both.
    await git.checkout("main");
    await edit(
      "environments/production/apim/system.yaml",
      "master: onprem-frankfurt",
      'master: onprem-frankfurt\ncomponents: { gateway: { resources: { cpu: "3" } } }',
    );
    const resized = await commit();
    await git.checkoutBranch("queue-2", "main");
    await git.merge(["mine", "--no-edit"]);
    const combined = await commit();
    expect((await voided(resized, combined, approved))?.join()).toContain("ResourceQuota");

    // Files without rendered effect are part of the approval, such as the rules for later changes.
    await git.checkout("mine");
    const settings = "policies/settings/default.yaml";
    const milder = await edit(settings, "\n", "\n# milder\n");
    expect(await voided(main, milder, approved)).toEqual([`the file ${settings}`]);
    await git.reset(["--hard", mine]);
    const worded = await edit(master, gatewayNow, `# why\n  ${gatewayNow}`);
    expect(await voided(main, worded, approved)).toBeUndefined();
  },
);

it(
  "checks the own changes of each queue entry, also when an earlier entry leaves the queue",
  { timeout: 120_000 },
  async () => {
    await using estate = await queued();
    const { git, edit, effect, commit, voided } = estate;
    const main = await commit();
    const approved = new Map<string, ChangeDigests>();
    for (const environment of ["events", "partner", "payments"]) {
      await git.checkoutBranch(environment, "main");
      const file = `environments/${environment}/apim/master.yaml`;
      await edit(file, "gateway: { replicas: { min: 2,", "gateway: { replicas: { min: 3,");
      approved.set(environment, await effect(main, await commit()));
    }
    for (const queue of [
      ["events", "partner", "payments"],
      ["events", "payments"],
    ]) {
      await git.checkoutBranch(queue.join("-and-"), "main");
      for (const environment of queue) {
        const before = await commit();
        await git.merge([environment, "--no-edit"]);
        const seen = approved.get(environment) ?? {};
        expect(await voided(before, await commit(), seen)).toBeUndefined();
      }
    }
  },
);
