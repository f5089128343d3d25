import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";

interface Step {
  readonly name?: string;
  readonly "continue-on-error"?: boolean;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}

interface Job {
  readonly name: string;
  readonly if?: string;
  readonly environment?: { readonly name: string; readonly deployment: boolean };
  readonly permissions?: Readonly<Record<string, string>>;
  readonly "timeout-minutes"?: number;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly on: Readonly<Record<string, object | null>>;
  readonly permissions: unknown;
  readonly concurrency?: { readonly group: string };
  readonly jobs: Readonly<Record<string, Job>>;
}

const github = fileURLToPath(new URL("../../.github/", import.meta.url));
const read = (path: string): string => readFileSync(github + path, "utf8");
const names = readdirSync(`${github}workflows`);
const texts = new Map(names.map((name) => [name, read(`workflows/${name}`)]));
const workflows = new Map([...texts].map(([name, text]) => [name, parse(text) as Workflow]));
const action = parse(read("actions/setup/action.yml")) as { runs: { steps: readonly Step[] } };

/** Events that run code of the pull request's author, or that the author can trigger. */
const untrusted = ["pull_request", "merge_group"];

const isUntrusted = ({ on }: Workflow): boolean => untrusted.some((event) => event in on);
const stepsOf = ({ jobs }: Workflow): readonly Step[] =>
  Object.values(jobs).flatMap(({ steps }) => steps);
const workflow = (name: string): Workflow => workflows.get(`${name}.yml`) as Workflow;

describe.each([...workflows])("%s", (name, given) => {
  it("grants permissions only per job", () => {
    expect(given.permissions).toEqual({});
    for (const job of Object.values(given.jobs)) expect(job.permissions).toBeDefined();
  });

  it("limits the time of each job and cancels or queues concurrent runs", () => {
    expect(given.concurrency?.group).toBeTruthy();
    for (const job of Object.values(given.jobs)) expect(job["timeout-minutes"]).toBeLessThan(60);
  });

  it("pins third-party actions to a commit and keeps no token in the clone", () => {
    const used = stepsOf(given).flatMap(({ uses }) => uses ?? []);
    for (const uses of used.filter((one) => !one.startsWith("./"))) {
      expect(uses).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
      expect(texts.get(name)).toMatch(new RegExp(`${uses} # v\\d+\\.\\d+\\.\\d+\\n`));
    }
    for (const { uses, with: options } of stepsOf(given))
      if (uses?.startsWith("actions/checkout@"))
        expect(options?.["persist-credentials"]).toBe(false);
  });

  it("uses no expression in a script, where its value would run as code", () => {
    for (const { run } of [...stepsOf(given), ...action.runs.steps])
      expect(run ?? "").not.toContain("${{");
  });

  it("never runs on pull_request_target and uses no cache", () => {
    expect(given.on).not.toHaveProperty("pull_request_target");
    expect(texts.get(name)).not.toMatch(/actions\/cache|\bcache:/);
  });
});

describe("workflows that run a pull request's code", () => {
  const cases = [...workflows].filter(([, given]) => isUntrusted(given));

  it("are known", () => {
    expect(cases.map(([name]) => name)).toEqual(["checks.yml", "validate.yml"]);
  });

  it.each(cases)("%s has no secret, no environment and no write permission", (name, { jobs }) => {
    expect(texts.get(name)).not.toMatch(/secrets\.|id-token|token \}\}|environment:/);
    const granted = Object.values(jobs).flatMap(({ permissions }) =>
      Object.values(permissions ?? {}),
    );
    expect(new Set(granted)).toEqual(new Set(["read"]));
  });
});

describe("publish.yml", () => {
  const [job] = Object.values(workflow("publish").jobs);

  it("runs the main branch's code and reads no file of the other run", () => {
    const steps = stepsOf(workflow("publish"));
    const checkouts = steps.filter(({ uses }) => uses?.startsWith("actions/checkout@"));
    const newest = "${{ github.event.repository.default_branch }}";
    expect(checkouts.map((step) => step.with?.["ref"])).toEqual([newest]);
    expect(texts.get("publish.yml")).not.toMatch(/download|gh api|artifacts/);
    expect(workflow("publish").on).toEqual({
      workflow_run: { workflows: ["validate"], types: ["completed"] },
    });
  });

  it("reads the App's key from an environment, in one step only", () => {
    expect(job?.environment).toEqual({ name: "altostrata", deployment: false });
    const withKey = job?.steps.filter(({ env }) => JSON.stringify(env ?? {}).includes("secrets."));
    expect(withKey?.map(({ name }) => name)).toEqual(["Publish the comment and the checks"]);
  });

  it("cancels no waiting run, whose comment would be lost", () => {
    expect(workflow("publish").concurrency?.group).toContain("github.event.workflow_run.id");
  });

  it("publishes nothing for a skipped run or one that waits for an approval", () => {
    expect(job?.if).toContain('!contains(fromJSON(\'["skipped", "action_required"]\')');
  });
});

it("reads secrets in jobs with an environment only: every branch can read a repository secret", () => {
  const reading = [...workflows].flatMap(([name, { jobs }]) =>
    Object.values(jobs)
      .filter((one) => JSON.stringify(one).includes("secrets."))
      .map(({ environment }) => `${name}: ${environment?.name}`),
  );
  expect(reading).toEqual(["publish.yml: altostrata", "release.yml: release"]);
});

describe("an edit of a pull request's title", () => {
  it("neither starts the required check nor replaces its result", () => {
    expect(workflow("checks").on).toEqual({ pull_request: null, merge_group: null });
    expect(Object.values(workflow("checks").jobs).map((job) => job.if)).toEqual([undefined]);
  });

  it("cancels no run of validate unless the target branch changes", () => {
    const { on, concurrency, jobs } = workflow("validate");
    const types = ["opened", "synchronize", "reopened", "edited"];
    expect(on).toEqual({ pull_request: { types }, merge_group: null });
    expect(concurrency?.group).toContain(
      "github.event.action == 'edited' && !github.event.changes.base.ref.from && github.run_id",
    );
    expect(jobs["render"]?.if).toBe(
      "github.event.action != 'edited' || github.event.changes.base.ref.from",
    );
  });
});

it("names no job like a check of the bots", () => {
  const jobs = [...workflows.values()].flatMap(({ jobs: own }) => Object.values(own));
  const names = jobs.map((job) => job.name);
  for (const published of ["altostrata / gate", "altostrata / policy"])
    expect(names).not.toContain(published);
});

it("configures no formatter for a release, because it would run as code", () => {
  const config = `${github}../environments/.changeset/config.json`;
  expect(JSON.parse(readFileSync(config, "utf8"))).toMatchObject({
    changelog: "@changesets/cli/changelog",
    format: false,
  });
});

it("has one CODEOWNERS, at the root: GitHub would prefer one in .github", () => {
  expect(readdirSync(github)).not.toContain("CODEOWNERS");
});
