import { judgeGate } from "@altostrata/bots";
import { compareStates, openRepository } from "@altostrata/git";
import type { Comparison } from "@altostrata/pipeline";
import { describeDiagnostic } from "@altostrata/report";
import { expect, it } from "vitest";
import { estateRepository } from "./estate-repository.ts";
import { estateDay } from "../estate-day.ts";

const master = "environments/production/apim/master.yaml";
const gateway = "gateway: { replicas: { min: 3, max: 12 } }";
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

    await git.checkoutLocalBranch("mine");
    const mine = await edit(master, gateway, "gateway: { replicas: { min: 3, max: 14 } }");
    const { mergeBase } = await openRepository(path);
    const approved = await compare(await mergeBase("main", mine), mine);
    expect(approved.topology).toMatchObject([
      { what: "replicas-changed", base: "3-12", head: "3-14" },
    ]);

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
    expect(judgeGate({ number: 7, now: await compare(before, after), approved })).toEqual([]);

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
    const refusals = judgeGate({ number: 7, now: await compare(resized, combined), approved });
    expect(refusals.join()).toContain("ResourceQuota");
    expect(refusals.join()).toContain("the effect changed since approval");
  },
);
