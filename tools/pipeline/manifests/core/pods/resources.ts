import { invalid, refused } from "../../complain.ts";
import { at, entries, items, textOf, type Cursor } from "../../cursor.ts";
import { qualifiedName } from "../../names.ts";
import { shown, type Report } from "../../problem.ts";
import { amountOf } from "../numbers.ts";

const plainResources: ReadonlySet<string> = new Set(["cpu", "memory", "ephemeral-storage"]);

/** Checks requests and limits of a container: known names, no negative amounts, no request above its limit. */
export function checkResources(resources: Cursor, report: Report): void {
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
      invalid(report, request, `it is more than the limit of ${shown(limit.value ?? 0)}`);
    } else if (isExtended(request.key) && limited !== requested) {
      refused(report, request, `The request and the limit of ${request.key} must be the same`);
    }
  }
  for (const claim of items(at(resources, "claims"))) {
    if (textOf(at(claim, "name")) === undefined) refused(report, claim, "A claim needs a name");
  }
}

function checkAmount(amount: Cursor & { readonly key: string }, report: Report): void {
  const { key } = amount;
  const known = plainResources.has(key) || key.startsWith("hugepages-") || key.includes("/");
  if (!known || qualifiedName(key) !== undefined) {
    invalid(
      report,
      { ...amount, value: key },
      "it is no resource; others need a domain before a `/`",
    );
  }
  const value = amountOf(amount);
  if (value !== undefined && value < 0) invalid(report, amount, "it must not be negative");
  if (value !== undefined && isExtended(key) && !Number.isInteger(value)) {
    invalid(report, amount, "it must be a whole number");
  }
}

// Devices and huge pages cannot be overcommitted.
function isExtended(name: string): boolean {
  return name.startsWith("hugepages-") || (name.includes("/") && !name.includes("kubernetes.io/"));
}
