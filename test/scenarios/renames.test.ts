import { readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cachedSteps, type Comparison } from "@altostrata/pipeline";
import { changeMarkdown, commentBudget, decideVerdict } from "@altostrata/report/change";
import { compareWithMain } from "./compare-with-main.ts";
import {
  estateRepository,
  type EstateRepository,
} from "@altostrata/maintain/estate/estate-repository.ts";

// A renamed thing is compared with its old self, and the report shows the effect on running objects.

let repository: EstateRepository;
/** What the main branch gives is worked out once. */
const steps = cachedSteps();

beforeAll(async () => {
  repository = await estateRepository();
});

afterAll(() => repository[Symbol.asyncDispose]());

/** Moves of files and folders, and words to replace in every data file of the estate. */
interface Renaming {
  readonly moves: readonly (readonly [from: string, to: string])[];
  readonly words?: readonly (readonly [from: RegExp, to: string])[];
}

async function reviewed(
  branch: string,
  { moves, words = [] }: Renaming,
): Promise<{ comparison: Comparison; comment: string }> {
  await repository.git.checkoutBranch(branch, "main");
  await repository.change(branch, (fixture) => {
    for (const [from, to] of moves) renameSync(fixture.getPath(from), fixture.getPath(to));
    if (words.length > 0) for (const file of dataFiles(fixture.path)) replaceIn(file, words);
    return Promise.resolve();
  });
  const comparison = await compareWithMain(repository, branch, steps);
  return { comparison, comment: changeMarkdown(comparison, commentBudget) };
}

function dataFiles(estate: string): readonly string[] {
  return ["artefacts/applications", "clouds", "environments", "policies/settings"].flatMap(
    (folder) =>
      readdirSync(`${estate}/${folder}`, { recursive: true, encoding: "utf8" })
        .filter((name) => /\.(yaml|csv|json)$/.test(name))
        .map((name) => `${estate}/${folder}/${name}`),
  );
}

function replaceIn(file: string, words: NonNullable<Renaming["words"]>): void {
  const text = readFileSync(file, "utf8");
  const replaced = words.reduce((current, [from, to]) => current.replaceAll(from, to), text);
  if (replaced !== text) writeFileSync(file, replaced);
}

/** The ways in which objects change, each once. */
function waysOf({ changes }: Comparison): readonly string[] {
  return [...new Set(changes.map(({ change }) => change))].sort();
}

const workers = ["production/apim", "production/storefront", "staging/apim", "staging/storefront"];

const targetMoves = [
  ["yaml", "yaml"],
  ["outputs.json", "outputs.json"],
].map(
  ([end]) =>
    [`clouds/aws/targets/aws-frankfurt.${end}`, `clouds/aws/targets/aws-main.${end}`] as const,
);

const workerMoves = workers.map(
  (system) =>
    [
      `environments/${system}/workers/aws-frankfurt.yaml`,
      `environments/${system}/workers/aws-main.yaml`,
    ] as const,
);

describe("the comment about a rename", { timeout: 30_000 }, () => {
  it("keeps the objects of an environment with the same namespaces after a handover", async () => {
    const { comparison, comment } = await reviewed("environment", {
      moves: [["environments/events", "environments/tickets"]],
    });
    expect(waysOf(comparison)).toEqual(["changed"]);
    expect(comparison.renames).toMatchObject([
      { kind: "environment", base: "events", head: "tickets", pruned: 0 },
    ]);
    expect(comparison.findings).toMatchObject({ new: [], fixed: [] });
    expect(comparison.topology).toEqual([]);
    expect(comparison.lockIn).toMatchObject({ added: [], removed: [], figures: [] });
    expect(decideVerdict(comparison).verdict).toBe("careful");
    expect(comment).toContain("`Namespace/events-apim` would be lost");
    expect(comment).not.toContain("Everything in the namespace is deleted");
    expect(comment).toContain("environment events, tickets");
  });

  it("warns that data is pruned for an environment with other namespaces", async () => {
    const { comparison, comment } = await reviewed("prefix", {
      moves: [["environments/events", "environments/tickets"]],
      words: [[/namespacePrefix: events-/g, "namespacePrefix: tickets-"]],
    });
    expect(waysOf(comparison)).toEqual(["renamed"]);
    expect(comparison.renames).toMatchObject([{ base: "events", head: "tickets", kept: 0 }]);
    expect(comment).toContain("is pruned with its data");
    expect(comment).toContain("Everything in the namespace is deleted");
  });

  it("matches two environments that swap names by their objects on the targets", async () => {
    const { comparison, comment } = await reviewed("swapped", {
      moves: [
        ["environments/events", "environments/between"],
        ["environments/partner", "environments/events"],
        ["environments/between", "environments/partner"],
      ],
    });
    expect(waysOf(comparison)).toEqual(["changed"]);
    expect(comparison.renames).toMatchObject([
      { kind: "system", base: "events/apim", head: "partner/apim", pruned: 0 },
      { kind: "system", base: "partner/apim", head: "events/apim", pruned: 0 },
    ]);
    expect(comment).not.toContain("Everything in the namespace is deleted");
  });

  it("warns that data is pruned for a changed namespace", async () => {
    const { comparison, comment } = await reviewed("namespace", {
      moves: [],
      words: [[/namespacePrefix: partner-/g, "namespacePrefix: partners-"]],
    });
    expect(waysOf(comparison)).toEqual(["renamed"]);
    expect(comparison.renames).toMatchObject([
      { kind: "namespace", base: "partner-apim", head: "partners-apim", kept: 0 },
    ]);
    expect(comment).toContain("is pruned with its data");
  });

  it("warns that data is pruned for a system, whose name is its namespace", async () => {
    const { comparison, comment } = await reviewed("system", {
      moves: [["environments/staging/storefront", "environments/staging/shop"]],
    });
    expect(waysOf(comparison)).toEqual(["renamed"]);
    expect(comparison.renames).toMatchObject([
      { kind: "system", base: "staging/storefront", head: "staging/shop", kept: 0 },
    ]);
    expect(comment).toContain("`Namespace/staging-storefront -> Namespace/staging-shop`");
    expect(comment).toContain("To undo: not possible with a revert");
    // A schedule of backups goes on under the new name.
    expect(comment).not.toContain("No more backups are made");
  });

  it("follows a system into another environment, and requires the former owners", async () => {
    const { comparison, comment } = await reviewed("moved", {
      moves: [["environments/production/storefront", "environments/partner/storefront"]],
    });
    expect(comparison.renames).toMatchObject([
      { kind: "system", base: "production/storefront", head: "partner/storefront", kept: 0 },
    ]);
    expect(comment).toContain("`@example/platform`: environment production");
  });

  it("treats a renamed system in another environment as a new one", async () => {
    const { comparison, comment } = await reviewed("another", {
      moves: [["environments/staging/storefront", "environments/development/shop"]],
    });
    expect(comparison.renames).toBeUndefined();
    expect(comment).toContain("system removed");
  });

  it("keeps the objects of a system that moves with its namespace", async () => {
    const { comparison } = await reviewed("namespace-kept", {
      moves: [["environments/production/storefront", "environments/partner/storefront"]],
      words: [[/namespacePrefix: partner-\n/g, ""]],
    });
    expect(comparison.renames).toContainEqual(
      expect.objectContaining({
        base: "production/storefront",
        head: "partner/storefront",
        pruned: 0,
      }),
    );
  });

  it("treats a target with the same networks and outputs as the same cluster", async () => {
    const { comparison, comment } = await reviewed("target", {
      moves: [...targetMoves, ...workerMoves],
      words: [
        [/(?<![-/])\baws-frankfurt\b(?!-)/g, "aws-main"],
        [/domain: aws-main\b/g, "domain: aws-frankfurt"],
      ],
    });
    expect(waysOf(comparison)).toEqual(["changed"]);
    expect(comparison.renames).toMatchObject([
      { kind: "target", base: "aws-frankfurt", head: "aws-main", pruned: 0, targets: ["aws-main"] },
    ]);
    expect(comparison.topology).toEqual([]);
    expect(comment).toContain("it is treated as the same cluster");
    expect(comment).toContain("`@example/cloud-aws`: target aws-frankfurt, aws-main");
  });

  it("treats a target with other outputs as another cluster without the data", async () => {
    const { comparison, comment } = await reviewed("replaced", {
      moves: [...targetMoves, ...workerMoves],
      words: [
        [/(?<![-/])\baws-frankfurt\b(?!-)/g, "aws-main"],
        [/id\/EXAMPLE0/g, "id/EXAMPLE1"],
      ],
    });
    expect(comparison.renames).toBeUndefined();
    expect(comment).toContain("Everything in the namespace is deleted");
    expect(comment).toContain("aws-main \\(new\\)");
  });

  it("matches a renamed application and its evidence", async () => {
    const { comparison, comment } = await reviewed("application", {
      moves: [["artefacts/applications/storefront", "artefacts/applications/shop-front"]],
      words: [[/application: storefront/g, "application: shop-front"]],
    });
    expect(comparison.renames).toMatchObject([
      { kind: "application", base: "storefront", head: "shop-front" },
    ]);
    expect(comparison.lockIn).toMatchObject({ proven: [], unproven: [] });
    expect(comment).toContain("application `storefront`");
  });
});
