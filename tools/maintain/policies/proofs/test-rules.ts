import { OpaError, runOpa } from "../opa.ts";

interface TestedRule {
  readonly name: string;
  readonly fail?: boolean;
}

/** Runs the tests in these Rego files; throws what opa says when they do not compile. */
export function testRules(files: readonly string[]): readonly TestedRule[] {
  return JSON.parse(answerOf(["test", "--format", "json", ...files])) as TestedRule[];
}

/** What opa prints, also when it ends with failed tests. */
function answerOf(args: readonly string[]): string {
  try {
    return runOpa(args);
  } catch (error) {
    if (error instanceof OpaError && error.output.startsWith("[")) return error.output;
    throw error;
  }
}
