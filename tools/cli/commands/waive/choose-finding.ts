import type { Finding } from "@altostrata/pipeline";
import { CannotRunError } from "../../failures/cannot-run-error.ts";

/** The finding whose fingerprint begins with the given digits. Throws CannotRunError when none or several do. */
export function chooseFinding(digits: string, findings: readonly Finding[]): Finding {
  const wanted = digits.toLowerCase();
  if (!/^[0-9a-f]{8,16}$/.test(wanted)) {
    throw new CannotRunError(
      `${digits} is no fingerprint: it has 16 hexadecimal digits, of which the first 8 are enough. alto validate shows it as "id:" of each finding.`,
    );
  }
  const found = findings.filter(({ fingerprint }) => fingerprint.startsWith(wanted));
  const [first] = found;
  if (!first) throw new CannotRunError(unknown(wanted, findings));
  if (found.some(({ fingerprint }) => fingerprint !== first.fingerprint)) {
    const several = [...new Set(found.map(({ fingerprint }) => fingerprint))].sort();
    throw new CannotRunError(
      `${digits} is the beginning of several fingerprints: ${several.join(", ")}. Name one of them.`,
    );
  }
  return first;
}

function unknown(wanted: string, findings: readonly Finding[]): string {
  const nearest = [...findings]
    .map((finding) => ({ finding, shared: sharedStart(wanted, finding.fingerprint) }))
    .sort((left, right) => right.shared - left.shared)[0];
  // Fewer digits are shared by chance.
  const meant = nearest && nearest.shared >= 4 ? nearest.finding : undefined;
  const hint = meant
    ? ` Did you mean ${meant.fingerprint} (${meant.rule}, ${meant.object ?? meant.at.file})?`
    : " It may be fixed already, or belong to another state of the files: alto validate shows what is found now.";
  return `No finding has the fingerprint ${wanted}.${hint}`;
}

function sharedStart(left: string, right: string): number {
  let length = 0;
  while (length < left.length && left[length] === right[length]) length += 1;
  return length;
}
