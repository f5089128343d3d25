import { createContext, Script } from "node:vm";
import { isRecord } from "../../model/values/json-record.ts";

/** Work took longer than its limit and was stopped. */
export class TimeLimitError extends Error {
  override readonly name = "TimeLimitError";
}

const context = createContext({ work: undefined });
const script = new Script("work()");

/**
 * Does work that does not wait, and stops it when it takes longer than the limit in milliseconds. The engine's own watchdog ends
 * loops of WebAssembly too, which no timer of this thread could. Throws TimeLimitError.
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

/** The error is made in the script's own realm, where `Error` is another class. */
function isTimeout(error: unknown): boolean {
  return isRecord(error) && error["code"] === "ERR_SCRIPT_EXECUTION_TIMEOUT";
}
