import { afterAll, beforeAll, expect, it } from "vitest";
import { cachedSteps } from "@altostrata/pipeline";
import { changeMarkdown, commentBudget } from "@altostrata/report/change";
import { compareWithMain } from "./compare-with-main.ts";
import {
  estateRepository,
  type EstateRepository,
} from "@altostrata/maintain/estate/estate-repository.ts";

// Definitions change too. The main branch can have a removed key until the pull request that deletes it from the files.

const provider = "clouds/aws/provider.yaml";
const images = "artefacts/images.yaml";
const gateway = (tag: string) => `wso2/wso2am-universal-gw, tag: ${tag}`;

let repository: EstateRepository;

beforeAll(async () => {
  repository = await estateRepository();
  await repository.edit(provider, "distribution: eks\n", "distribution: eks\nweather: fine\n");
});

afterAll(() => repository[Symbol.asyncDispose]());

async function reviewed(branch: string, edits: () => Promise<unknown>) {
  await repository.git.checkoutBranch(branch, "main");
  await edits();
  const steps = cachedSteps();
  const comparison = await compareWithMain(repository, branch, steps);
  return { comparison, comment: changeMarkdown(comparison, commentBudget) };
}

const clean = () => repository.edit(provider, "weather: fine\n", "");

it("reports a removed key, but not as new", async () => {
  const { comparison, comment } = await reviewed("clean", clean);
  expect(comparison.base).toMatchObject({ leftOutKeys: ["weather"], diagnostics: 0 });
  expect(comparison.changes).toEqual([]);
  expect(comparison.unread).toEqual([]);
  expect(comment).toContain(
    "`main` uses 1 key that the current definitions do not have: `weather`.",
  );
});

it("shows only the other changes of a pull request that deletes a removed key", async () => {
  const { comparison } = await reviewed("clean-and-change", async () => {
    await clean();
    await repository.edit(images, gateway("4.5.0"), gateway("4.5.1"));
  });
  expect(new Set(comparison.changes.map(({ change }) => change))).toEqual(new Set(["changed"]));
  expect(new Set(comparison.changes.flatMap(({ classes }) => classes))).toEqual(
    new Set(["image", "restart"]),
  );
});

it("refuses a removed key in the newer state", async () => {
  const { comparison } = await reviewed("keep", () =>
    repository.edit(images, gateway("4.5.0"), gateway("4.5.1")),
  );
  expect(comparison.diagnostics.map(({ code }) => code)).toContain("schema-unknown-key");
  expect(comparison.unread.length).toBeGreaterThan(0);
  expect(comparison.changes.filter(({ change }) => change === "removed")).toEqual([]);
});
