import { reportInvalid, reportViolation } from "../../report-invalid.ts";
import { at, entries, items, textValue, type Cursor } from "../../cursor.ts";
import { qualifiedName } from "../../name-rules.ts";
import { formatValue, type ReportProblem } from "../../manifest-problem.ts";
import { amountOf } from "../numbers.ts";

const plainResources: ReadonlySet<string> = new Set(["cpu", "memory", "ephemeral-storage"]);

/** Checks requests and limits of a container: known names, no negative amounts, no request above its limit. */
export function checkResources(resources: Cursor, report: ReportProblem): void {
  const limits = at(resources, "limits");
  const requests = at(resources, "requests");
  for (const amount of [...entries(limits), ...entries(requests)]) {
    checkAmount(amount, report);
  }
  for (const request of entries(requests)) {
    const requested = amountOf(request);
    const limit = at(limits, request.key);
    const limited = amountOf(limit);
    if (requested === undefined) continue;
    if (limited !== undefined && requested > limited) {
      reportInvalid(
        report,
        request,
        `it is more than the limit of ${formatValue(limit.value ?? 0)}`,
      );
    } else if (isExtended(request.key) && limited !== requested) {
      reportViolation(
        report,
        request,
        `The request and the limit of ${request.key} must be the same`,
      );
    }
  }
  for (const claim of items(at(resources, "claims"))) {
    if (textValue(at(claim, "name")) === undefined)
      reportViolation(report, claim, "A claim requires a name");
  }
}

function checkAmount(amount: Cursor & { readonly key: string }, report: ReportProblem): void {
  const { key } = amount;
  const known = plainResources.has(key) || key.startsWith("hugepages-") || key.includes("/");
  if (!known || qualifiedName(key) !== undefined) {
    reportInvalid(
      report,
      { ...amount, value: key },
      "it is not a known resource; custom resources require a domain before a `/`",
    );
  }
  const value = amountOf(amount);
  if (value !== undefined && value < 0) reportInvalid(report, amount, "it must not be negative");
  if (value !== undefined && isExtended(key) && !Number.isInteger(value)) {
    reportInvalid(report, amount, "it must be a whole number");
  }
}

// Devices and huge pages cannot be overcommitted.
function isExtended(name: string): boolean {
  return name.startsWith("hugepages-") || (name.includes("/") && !name.includes("kubernetes.io/"));
}
