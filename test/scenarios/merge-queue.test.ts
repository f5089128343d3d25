import { judgeApprovals, wholeEffect } from "@altostrata/bots";
import { compareStates, fileChanges, openRepository } from "@altostrata/git";
import type { Comparison, Effect } from "@altostrata/pipeline";
import { describeDiagnostic } from "@altostrata/report";
import { expect, it } from "vitest";
import { estateRepository } from "./estate-repository.ts";
import { estateDay } from "../estate-day.ts";

const master = "environments/production/apim/master.yaml";
const gateway = "gateway: { replicas: { min: 3, max: 12 } }";
const gatewayNow = "gateway: { replicas: { min: 3, max: 14 } }";
const americas = "environments/production-americas/apim/master.yaml";

it(
  "keeps an approval while others merge, unless they touch the same objects",
  { timeout: 120_000 },
  async () => {
    await using estate = await estateRepository();
    const { git, path, edit } = estate;
    const compare = (base: string, head: string): Promise<Comparison> =>
      compareStates({
        estate: path,
        base,
        head,
        asOf: estateDay,
        redactionKey: Buffer.alloc(32),
        describe: describeDiagnostic,
      });

    const repository = await openRepository(path);
    const effect = async (base: string, head: string): Promise<Effect> =>
      wholeEffect(await compare(base, head), await fileChanges(repository, base, head));
    const voided = async (base: string, head: string, approved: Effect) => {
      const [lost] = judgeApprovals(await effect(base, head), [
        { login: "owner", effect: approved },
      ]).void;
      return lost?.differing;
    };

    await git.checkoutLocalBranch("mine");
    const mine = await edit(master, gateway, "gateway: { replicas: { min: 3, max: 14 } }");
    const main = await repository.mergeBase("main", mine);
    expect((await compare(main, mine)).topology).toMatchObject([
      { what: "replicas-changed", base: "3-12", head: "3-14" },
    ]);
    const approved = await effect(main, mine);

    // Somebody else merges a change elsewhere first; then mine is merged on top, as the queue does it.
    await git.checkout("main");
    await edit(
      americas,
      "gateway: { replicas: { min: 2, max: 8 } }",
      "gateway: { replicas: { min: 3, max: 8 } }",
    );
    const before = (await git.revparse(["HEAD"])).trim();
    await git.checkoutBranch("queue-1", "main");
    await git.merge(["mine", "--no-edit"]);
    const after = (await git.revparse(["HEAD"])).trim();
    expect(await voided(before, after, approved)).toBeUndefined();

    // Then somebody gives the same gateways more CPU in another file: git merges, and the quota of both is another one.
    await git.checkout("main");
    await edit(
      "environments/production/apim/system.yaml",
      "master: onprem-frankfurt",
      'master: onprem-frankfurt\ncomponents: { gateway: { resources: { cpu: "3" } } }',
    );
    const resized = (await git.revparse(["HEAD"])).trim();
    await git.checkoutBranch("queue-2", "main");
    await git.merge(["mine", "--no-edit"]);
    const combined = (await git.revparse(["HEAD"])).trim();
    expect((await voided(resized, combined, approved))?.join()).toContain("ResourceQuota");

    // What renders nothing is part of what was approved: here what every later change is judged by.
    await git.checkout("mine");
    const settings = "policies/settings/default.yaml";
    const milder = await edit(settings, "\n", "\n# milder\n");
    expect(await voided(main, milder, approved)).toEqual([`the file ${settings}`]);
    await git.reset(["--hard", mine]);
    const worded = await edit(master, gatewayNow, `# why\n  ${gatewayNow}`);
    expect(await voided(main, worded, approved)).toBeUndefined();
  },
);
