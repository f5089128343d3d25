import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** One edit of a file, and its branch. */
export interface BenchChange {
  readonly branch: string;
  /** A description of the edit. */
  readonly touches: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** The most frequent changes: more replicas in one environment, and a new version of a shared image. */
export function usualChanges(environment: string): readonly BenchChange[] {
  return [
    {
      branch: "one",
      touches: "a file of one environment",
      file: `environments/${environment}/apim/master.yaml`,
      from: "gateway: { replicas: { min: 3,",
      to: "gateway: { replicas: { min: 4,",
    },
    {
      branch: "all",
      touches: "an image of all environments",
      file: "artefacts/images.yaml",
      from: "wso2/wso2am-universal-gw, tag: 4.5.0",
      to: "wso2/wso2am-universal-gw, tag: 4.5.1",
    },
  ];
}

/** Turns an estate into a git repository, with its state on `main` and each change on its own branch. */
export function commitChanges(estate: string, changes: readonly BenchChange[]): void {
  git(estate, "init", "--quiet", "--initial-branch=main");
  commitAll(estate, "the estate");
  for (const { branch, file, from, to } of changes) {
    git(estate, "switch", "--quiet", "--create", branch, "main");
    const text = readFileSync(join(estate, file), "utf8");
    if (!text.includes(from)) throw new Error(`${file} does not contain ${from}`);
    writeFileSync(join(estate, file), text.replace(from, to));
    commitAll(estate, branch);
  }
  git(estate, "switch", "--quiet", "main");
}

function commitAll(estate: string, message: string): void {
  git(estate, "add", "--all");
  const author = ["-c", "user.name=bench", "-c", "user.email=bench@example.com"];
  git(estate, ...author, "commit", "--quiet", "--message", message);
}

function git(estate: string, ...args: readonly string[]): void {
  execFileSync("git", args, { cwd: estate });
}
