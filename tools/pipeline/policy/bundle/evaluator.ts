import { createRequire } from "node:module";
import type { LoadedPolicy } from "@open-policy-agent/opa-wasm";
import { isRecord } from "../../model/values/json-record.ts";
import {
  PolicyBundleError,
  type Evaluation,
  type PolicyBundle,
  type RawFinding,
} from "./policy-bundle.ts";
import type { RuleMetadata } from "./rule-metadata.ts";
import { TimeLimitError, withTimeLimit } from "./time-limit.ts";

// The package's ES module has only the asynchronous loader, but a new instance after a failure is needed at once.
const { loadPolicySync } = createRequire(import.meta.url)(
  "@open-policy-agent/opa-wasm",
) as typeof import("@open-policy-agent/opa-wasm");

const entrypoint = "altostrata/main/report";
// Growing the memory page by page makes the first evaluation slow. Reserved pages cost nothing until they are used.
const pageBytes = 65536;
const minPages = 1024;
const maxPages = 16384;
// Measured: an evaluation takes 20 to 80 times the size of its input, depending on the number of findings.
const bytesPerInputByte = 80;
// The compiled JSON reader overflows its stack on deeper values.
const maxDepth = 400;
// Digests prove that a bundle is consistent, not that it terminates. Loading takes milliseconds, the largest inputs a
// few seconds.
const maxSeconds = { loading: 10, evaluating: 60 };

/**
 * Returns a function that runs the compiled rules on one input. Throws PolicyBundleError if the module is not an
 * Altostrata bundle, or if it runs longer than the limits (seconds).
 */
export function evaluator(
  wasm: Buffer,
  rules: readonly RuleMetadata[],
  limits = maxSeconds,
): PolicyBundle["evaluate"] {
  let pages = minPages;
  let instance: LoadedPolicy | undefined = inTime(limits.loading, () => instantiate(wasm, pages));
  return ({ json, scope }) => {
    const expected = rules.filter((rule) => rule.scope === scope).map((rule) => rule.id);
    if (nesting(json) > maxDepth)
      return failed(expected, `the input is nested more than ${maxDepth} levels deep`);
    const wanted = pagesFor(json.length);
    if (wanted > pages) {
      pages = wanted;
      instance = undefined;
    }
    const policy = (instance ??= inTime(limits.loading, () => instantiate(wasm, pages)));
    try {
      const answer: unknown = inTime(limits.evaluating, () =>
        policy.evaluate(toBuffer(json), entrypoint),
      );
      return readAnswer(answer, expected);
    } catch (error) {
      // The module's memory is undefined after an aborted evaluation.
      instance = undefined;
      // The next input would time out too.
      if (error instanceof PolicyBundleError) throw error;
      return failed(expected, describe(error));
    }
  };
}

function inTime<Result>(seconds: number, work: () => Result): Result {
  try {
    return withTimeLimit(seconds * 1000, work);
  } catch (error) {
    if (!(error instanceof TimeLimitError)) throw error;
    throw new PolicyBundleError(
      `policy.wasm did not finish within ${seconds} seconds: rebuild it from the rules, or find the rule that never terminates`,
      { cause: error },
    );
  }
}

/** Returns the number of pages to reserve for an input, so that the memory does not grow page by page. */
export function pagesFor(inputBytes: number): number {
  const wanted = Math.ceil((inputBytes * bytesPerInputByte) / pageBytes);
  return Math.min(maxPages, Math.max(minPages, wanted));
}

/**
 * Loads the compiled rules into their own memory with the reserved pages. Throws PolicyBundleError if the module is not
 * an Altostrata bundle.
 */
export function instantiate(wasm: Buffer, pages: number): LoadedPolicy {
  let instance: LoadedPolicy;
  try {
    instance = loadPolicySync(new Uint8Array(wasm), { initial: pages, maximum: maxPages });
  } catch (error) {
    throw new PolicyBundleError(`policy.wasm cannot be loaded: ${describe(error)}`, {
      cause: error,
    });
  }
  if (!isRecord(instance.entrypoints) || !Object.hasOwn(instance.entrypoints, entrypoint)) {
    throw new PolicyBundleError(`policy.wasm has no entrypoint ${entrypoint}`);
  }
  return instance;
}

function toBuffer(json: string): ArrayBuffer {
  const { buffer, byteOffset, byteLength } = new TextEncoder().encode(wellFormed(json));
  return byteLength === buffer.byteLength
    ? buffer
    : buffer.slice(byteOffset, byteOffset + byteLength);
}

/** JSON text keeps an unpaired surrogate as an escape, which the compiled reader refuses. Replaces it with U+FFFD. */
function wellFormed(json: string): string {
  if (!json.includes(String.raw`\ud`)) return json;
  return json.replaceAll(/(?<!\\)((?:\\\\)*)\\ud[89a-f][0-9a-f]{2}/g, "$1\ufffd");
}

/** Accepts a response only if it is one result of the agreed shape that names every rule in scope. */
function readAnswer(answer: unknown, expected: readonly string[]): Evaluation {
  const result: unknown =
    Array.isArray(answer) && answer.length === 1 && isRecord(answer[0])
      ? answer[0]["result"]
      : undefined;
  if (!isRecord(result) || !Array.isArray(result["findings"]) || !isRecord(result["considered"]))
    return failed(expected, "no result");
  const considered = result["considered"];
  const findings: readonly unknown[] = result["findings"];
  const known = new Set(expected);
  const sound = findings.filter(
    (finding): finding is RawFinding => isRawFinding(finding) && known.has(finding.rule),
  );
  const failures = expected
    .filter((rule) => typeof considered[rule] !== "number")
    .map((rule) => ({ rule, reason: "the rule returned no result" }));
  if (sound.length < findings.length)
    failures.push({ rule: expected[0] ?? "", reason: "a finding has an unknown shape" });
  return { findings: sound, considered: considered as Record<string, number>, failures };
}

function isRawFinding(value: unknown): value is RawFinding {
  if (
    !isRecord(value) ||
    typeof value["rule"] !== "string" ||
    typeof value["message"] !== "string" ||
    !["undefined", "string"].includes(typeof value["missing"]) ||
    !["undefined", "string"].includes(typeof value["detail"]) ||
    !Array.isArray(value["path"])
  )
    return false;
  return value["path"].every((key) => typeof key === "string" || typeof key === "number");
}

function failed(rules: readonly string[], reason: string): Evaluation {
  return { findings: [], considered: {}, failures: rules.map((rule) => ({ rule, reason })) };
}

function describe(error: unknown): string {
  if (error instanceof Error) return error.message;
  if (typeof error === "string") return error;
  return isRecord(error) && typeof error["message"] === "string"
    ? error["message"]
    : "unknown failure";
}

/** Returns the nesting depth of brackets in JSON text without parsing it. */
function nesting(json: string): number {
  let depth = 0;
  let deepest = 0;
  for (let index = 0; index < json.length; index += 1) {
    const code = json.charCodeAt(index);
    // Most of the text is quoted, and indexOf crosses it much faster than a loop.
    if (code === 0x22) index = closingQuote(json, index);
    else if (code === 0x7b || code === 0x5b) deepest = Math.max(deepest, (depth += 1));
    else if (code === 0x7d || code === 0x5d) depth -= 1;
  }
  return deepest;
}

function closingQuote(json: string, opening: number): number {
  for (let from = opening + 1; ;) {
    const quote = json.indexOf('"', from);
    if (quote < 0) return json.length;
    let before = quote;
    while (json.charCodeAt(before - 1) === 0x5c) before -= 1;
    // An even number of backslashes escape each other, not the quote.
    if ((quote - before) % 2 === 0) return quote;
    from = quote + 1;
  }
}
