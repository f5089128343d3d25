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
  readonly needs?: readonly string[];
  readonly permissions?: Readonly<Record<string, string>>;
  readonly "timeout-minutes"?: number;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly on: Readonly<Record<string, { readonly paths?: unknown } | null>>;
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

/** Events that run code of whoever opened a pull request, or are started by it. */
const untrusted = ["pull_request", "merge_group"];

const isUntrusted = ({ on }: Workflow): boolean => untrusted.some((event) => event in on);
const stepsOf = ({ jobs }: Workflow): readonly Step[] =>
  Object.values(jobs).flatMap(({ steps }) => steps);
const workflow = (name: string): Workflow => workflows.get(`${name}.yml`) as Workflow;

describe.each([...workflows])("%s", (name, given) => {
  it("grants nothing at the top, and to each job what it lists", () => {
    expect(given.permissions).toEqual({});
    for (const job of Object.values(given.jobs)) expect(job.permissions).toBeDefined();
  });

  it("ends each job after a time, and each run when a newer one replaces it or waits for it", () => {
    expect(given.concurrency?.group).toBeTruthy();
    for (const job of Object.values(given.jobs)) expect(job["timeout-minutes"]).toBeLessThan(60);
  });

  it("runs others' actions by commit, with the version beside it, and keeps no token in the clone", () => {
    const used = stepsOf(given).flatMap(({ uses }) => uses ?? []);
    for (const uses of used.filter((one) => !one.startsWith("./"))) {
      expect(uses).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
      expect(texts.get(name)).toMatch(new RegExp(`${uses} # v\\d+\\.\\d+\\.\\d+\\n`));
    }
    for (const { uses, with: options } of stepsOf(given))
      if (uses?.startsWith("actions/checkout@"))
        expect(options?.["persist-credentials"]).toBe(false);
  });

  it("puts no expression into a script, where its value would be code", () => {
    for (const { run } of [...stepsOf(given), ...action.runs.steps])
      expect(run ?? "").not.toContain("${{");
  });

  it("never runs on pull_request_target, and keeps no cache", () => {
    expect(given.on).not.toHaveProperty("pull_request_target");
    expect(texts.get(name)).not.toMatch(/actions\/cache|\bcache:/);
  });
});

describe("workflows that run a pull request's code", () => {
  const cases = [...workflows].filter(([, given]) => isUntrusted(given));

  it("are these", () => {
    expect(cases.map(([name]) => name)).toEqual(["gate.yml", "validate.yml"]);
  });

  it.each(cases)("%s has no secret and may write nothing", (name, { jobs }) => {
    expect(texts.get(name)).not.toMatch(/secrets\.|id-token/);
    const granted = Object.values(jobs).flatMap(({ permissions }) =>
      Object.values(permissions ?? {}),
    );
    expect(new Set(granted)).toEqual(new Set(["read"]));
  });

  it("give their token to no step that runs the change's own code", () => {
    const own = [workflow("validate").jobs["render"], workflow("gate").jobs["checks"]];
    const given = own
      .flatMap((job) => job?.steps ?? [])
      .map(({ env }) => JSON.stringify(env ?? {}));
    expect(given.filter((text) => text.includes("token"))).toEqual([]);
  });
});

describe("comment.yml", () => {
  it("writes the comment although there is no report to fetch", () => {
    const [fetching] = stepsOf(workflow("comment")).filter(({ name }) => /fetch/i.test(name ?? ""));
    expect(fetching?.["continue-on-error"]).toBe(true);
  });

  it("runs the main branch's code and nothing of the pull request", () => {
    const steps = stepsOf(workflow("comment"));
    const checkouts = steps.filter(({ uses }) => uses?.startsWith("actions/checkout@"));
    expect(checkouts.map((step) => step.with?.["ref"])).toEqual([undefined]);
    expect(steps.map(({ uses }) => uses ?? "").join()).not.toContain("download-artifact");
  });
});

/** What gives a pull request another content, or another branch that it goes to. */
const changes = ["opened", "synchronize", "reopened", "edited"];

it("compares again when a pull request is pointed at another branch", () => {
  expect(workflow("validate").on).toEqual({ pull_request: { types: changes } });
});

it("runs nobody's formatter with the token of a release: one that a folder configures would be code", () => {
  const config = `${github}../environments/.changeset/config.json`;
  expect(JSON.parse(readFileSync(config, "utf8"))).toMatchObject({
    changelog: "@changesets/cli/changelog",
    format: false,
  });
});

it("has one CODEOWNERS, in the place that the rules for it name: GitHub would take one in .github first", () => {
  expect(readdirSync(github)).not.toContain("CODEOWNERS");
});

describe("gate.yml", () => {
  it("requires every other job, also one that was skipped, on each pull request and in the queue", () => {
    const { jobs, on } = workflow("gate");
    const { gate, ...others } = jobs;
    expect(gate?.needs).toEqual(Object.keys(others));
    expect(gate?.if).toBe("always()");
    expect(on).toEqual({ pull_request: { types: changes }, merge_group: null });
  });

  it("judges by the code of the branch that the change goes to", () => {
    const step = workflow("gate").jobs["judge"]?.steps.at(-1) as { "working-directory"?: string };
    expect(step["working-directory"]).toBe("${{ runner.temp }}/base");
  });
});
