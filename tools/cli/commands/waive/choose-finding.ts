import type { Finding } from "@altostrata/pipeline";
import { CannotRunError } from "../../failures/cannot-run-error.ts";

/** Finds the finding whose fingerprint starts with the given digits. Throws CannotRunError for no match or several. */
export function chooseFinding(digits: string, findings: readonly Finding[]): Finding {
  const wanted = digits.toLowerCase();
  if (!/^[0-9a-f]{8,16}$/.test(wanted)) {
    throw new CannotRunError(
      `${digits} is not a fingerprint. Use at least the first 8 of its 16 hexadecimal digits. alto validate shows the fingerprint of each finding as "id:".`,
    );
  }
  const found = findings.filter(({ fingerprint }) => fingerprint.startsWith(wanted));
  const [first] = found;
  if (!first) throw new CannotRunError(unknown(wanted, findings));
  if (found.some(({ fingerprint }) => fingerprint !== first.fingerprint)) {
    const several = [...new Set(found.map(({ fingerprint }) => fingerprint))].sort();
    throw new CannotRunError(
      `${digits} matches several fingerprints: ${several.join(", ")}. Use more digits.`,
    );
  }
  return first;
}

function unknown(wanted: string, findings: readonly Finding[]): string {
  const nearest = [...findings]
    .map((finding) => ({ finding, shared: sharedStart(wanted, finding.fingerprint) }))
    .sort((left, right) => right.shared - left.shared)[0];
  // Fewer matching digits can be a coincidence.
  const meant = nearest && nearest.shared >= 4 ? nearest.finding : undefined;
  const hint = meant
    ? ` Did you mean ${meant.fingerprint} (${meant.rule}, ${meant.object ?? meant.at.file})?`
    : " It may be fixed already. Run alto validate for the current findings.";
  return `No finding has the fingerprint ${wanted}.${hint}`;
}

function sharedStart(left: string, right: string): number {
  let length = 0;
  while (length < left.length && left[length] === right[length]) length += 1;
  return length;
}
