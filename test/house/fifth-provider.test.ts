import { execFileSync } from "node:child_process";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { createFixture, type FsFixture } from "fs-fixture";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  folderOnDisk,
  loadPolicies,
  run,
  workTreeReader,
  type Finding,
  type RunResult,
  type RenderedTarget,
} from "@altostrata/pipeline";
import { estateDay } from "@altostrata/maintain/estate/estate-day.ts";

type RenderedRun = Omit<RunResult, "targets"> & { readonly targets: readonly RenderedTarget[] };

// A provider, a target and an environment that nothing in the repository knows, laid over the real estate as new folders.

const repository = join(import.meta.dirname, "../..");
const data = ["artefacts", "clouds", "environments", "policies"];

let folder: FsFixture;
let before: RenderedRun;
let after: RenderedRun;

beforeAll(async () => {
  folder = await createFixture();
  for (const part of [...data, "package.json", "package-lock.json"])
    cpSync(join(repository, part), folder.getPath(part), { recursive: true });
  git("init", "--quiet");
  git("add", "--all");
  git("-c", "user.name=Test", "-c", "user.email=test@example.com", "commit", "-qm", "The estate");
  before = await validate();
  cpSync(join(repository, "test/fixtures/fifth-provider"), folder.path, { recursive: true });
  after = await validate();
}, 60_000);

afterAll(async () => {
  await folder.rm();
});

describe("a fifth provider", () => {
  it("needs only new folders, without edits or a changed lock file", () => {
    const changes = git("status", "--porcelain").trimEnd().split("\n");
    expect(changes).toEqual(["?? clouds/openshift/", "?? environments/trial/"]);
  });

  it("passes the whole run", () => {
    expect(after.diagnostics).toEqual([]);
    expect(after.findings.filter(stops)).toEqual([]);
  });

  it("adds its own manifests and changes no others", () => {
    expect(openshift().manifests.length).toBeGreaterThan(20);
    const others = after.targets.filter(({ provider }) => provider !== "openshift");
    expect(others.map(printed)).toEqual(before.targets.map(printed));
  });

  it("allows fixed user IDs, because OpenShift assigns its own", () => {
    const { manifests } = openshift();
    const objects = manifests.map(({ object }) => object as unknown as Rendered);
    const accounts = objects.flatMap(({ spec }) => {
      const pod = spec?.template?.spec;
      return pod?.securityContext?.runAsUser === undefined ? [] : [pod.serviceAccountName];
    });
    const allowed = objects.flatMap(({ kind, subjects = [] }) =>
      kind === "RoleBinding" ? subjects.map(({ name }) => name) : [],
    );
    expect(accounts).not.toEqual([]);
    expect(accounts.filter((account) => !allowed.includes(account ?? ""))).toEqual([]);
  });
});

/** The part of a manifest that this test reads. */
interface Rendered {
  readonly kind: string;
  readonly subjects?: readonly { readonly name: string }[];
  readonly spec?: {
    readonly template?: {
      readonly spec?: {
        readonly serviceAccountName?: string;
        readonly securityContext?: { readonly runAsUser?: number };
      };
    };
  };
}

async function validate(): Promise<RenderedRun> {
  const policies = await loadPolicies(folderOnDisk(folder.getPath("policies")));
  const targets: RenderedTarget[] = [];
  const onRendered = (rendered: readonly RenderedTarget[]) => targets.push(...rendered);
  const reader = workTreeReader(folder.path);
  return { ...(await run({ reader, policies, asOf: estateDay, onRendered })), targets };
}

function stops({ action, waiver }: Finding): boolean {
  return action === "deny" && waiver === undefined;
}

function git(...args: readonly string[]): string {
  return execFileSync("git", args, { cwd: folder.path, encoding: "utf8" });
}

function openshift(): RenderedTarget {
  const found = after.targets.find(({ provider }) => provider === "openshift");
  if (!found) throw new Error("no target of OpenShift was rendered");
  return found;
}

function printed({ environment, target, manifests }: RenderedTarget): string {
  return JSON.stringify([environment, target, manifests.map(({ object }) => object)]);
}
