import { OpaError, runOpa } from "../opa.ts";

interface TestedRule {
  readonly name: string;
  readonly fail?: boolean;
}

/** Runs the tests in these Rego files. Throws OpaError when they do not compile. */
export function testRules(files: readonly string[]): readonly TestedRule[] {
  return JSON.parse(answerOf(["test", "--format", "json", ...files])) as TestedRule[];
}

/** The output of opa, even when tests failed. */
function answerOf(args: readonly string[]): string {
  try {
    return runOpa(args);
  } catch (error) {
    if (error instanceof OpaError && error.output.startsWith("[")) return error.output;
    throw error;
  }
}
