import { createContext, Script } from "node:vm";
import { isRecord } from "../../model/values/json-record.ts";

/** Work exceeded its time limit and was stopped. */
export class TimeLimitError extends Error {
  override readonly name = "TimeLimitError";
}

const context = createContext({ work: undefined });
const script = new Script("work()");

/**
 * Runs synchronous work and stops it at the limit (milliseconds). The watchdog of V8 also stops WebAssembly loops,
 * which a timer in this thread cannot. Throws TimeLimitError.
 */
export function withTimeLimit<Result>(milliseconds: number, work: () => Result): Result {
  context["work"] = work;
  try {
    return script.runInContext(context, { timeout: milliseconds }) as Result;
  } catch (error) {
    if (isTimeout(error)) throw new TimeLimitError("stopped", { cause: error });
    throw error;
  } finally {
    context["work"] = undefined;
  }
}

/** The error comes from the script's own realm, where `Error` is another class. */
function isTimeout(error: unknown): boolean {
  return isRecord(error) && error["code"] === "ERR_SCRIPT_EXECUTION_TIMEOUT";
}
