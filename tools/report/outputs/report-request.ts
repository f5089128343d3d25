import { posix } from "node:path";
import type { RunResult } from "@altostrata/pipeline";

/** A run, and what readers outside of the estate need to locate it. */
export interface ReportRequest {
  readonly result: RunResult;
  /** The rules of the run; without them a report describes a rule only by its findings. */
  readonly rules?: readonly DescribedRule[];
  /** From the root of the repository to the folder that places are relative to; empty at the root. */
  readonly folder?: string;
}

/** The facts of a rule that reports print beside its findings. */
export interface DescribedRule {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly family: string;
  readonly severity: string;
  readonly standards: readonly string[];
  readonly remediation: string;
}

/** The path of a file from the root of its repository. */
export function repositoryPath(file: string, folder = ""): string {
  return file.startsWith("/") ? file : posix.join(folder, file);
}
