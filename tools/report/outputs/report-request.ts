import type { RunResult } from "@altostrata/pipeline";
import type { DescribedRule } from "./described-rule.ts";

/** A run, and what a reader outside of the estate needs to place it. */
export interface ReportRequest {
  readonly result: RunResult;
  /** The rules that judged; without them a report says of a rule only what its findings say. */
  readonly rules?: readonly DescribedRule[];
  /** From the root of the repository to the folder that the places count from; empty where that is the root. */
  readonly folder?: string;
}
