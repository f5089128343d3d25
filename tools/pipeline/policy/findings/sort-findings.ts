import type { Finding } from "../../model/results/finding.ts";
import { comparePlaces } from "../../model/origins/place.ts";

/** Sorts findings by place, rule, environment, target, object, path and message. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  const keyed = findings.map((finding) => {
    const { rule, environment = "", target = "", object = "", path, message } = finding;
    return {
      finding,
      key: [rule, environment, target, object, JSON.stringify(path), message].join("\0"),
    };
  });
  keyed.sort(
    (left, right) =>
      comparePlaces(left.finding.at, right.finding.at) ||
      (left.key < right.key ? -1 : Number(left.key > right.key)),
  );
  return keyed.map(({ finding }) => finding);
}
