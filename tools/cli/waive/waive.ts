import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Finding, RunResult } from "@altostrata/pipeline";
import { wordDiagnostic } from "@altostrata/report";
import { CannotRunError } from "../cannot-run-error.ts";
import { runEstate } from "../run-estate.ts";
import { writeWhole } from "../write-whole.ts";
import { addEntry, type WaiverEntry } from "./add-entry.ts";
import { chooseFinding } from "./choose-finding.ts";

export interface WaiveRequest {
  readonly estate: string;
  /** Fingerprints, or beginnings of at least eight digits. */
  readonly fingerprints: readonly string[];
  readonly reason: string;
  readonly owner: string;
  readonly ticket: string;
  readonly approvedBy?: string;
  readonly days: number;
  readonly asOf: string;
}

/** One entry that was written: for which finding, and where. */
export interface WrittenWaiver {
  readonly finding: Finding;
  readonly file: string;
  readonly expires: string;
}

/**
 * Accepts findings for a time: an entry each in the waivers.yaml of its environment, as narrow as the finding. What the entries
 * do is tried before anything is written. Throws CannotRunError when one cannot be waived; then nothing is written.
 */
export async function waive(request: WaiveRequest): Promise<readonly WrittenWaiver[]> {
  const { estate, asOf } = request;
  const before = await runEstate({ estate, asOf });
  refuseUnread(before);
  const findings = request.fingerprints.map((digits) => chooseFinding(digits, before.findings));
  const chosen = [...new Map(findings.map((finding) => [finding.fingerprint, finding])).values()];
  for (const finding of chosen) refuseUnfit(finding, request);
  const texts = new Map<string, string>();
  const written = chosen.map((finding): WrittenWaiver => {
    const { file, text, expires } = planEntry(finding, request, texts);
    texts.set(file, text);
    return { finding, file, expires };
  });
  refuseUseless(before, await runEstate({ estate, asOf, texts }), written);
  for (const [file, text] of texts) writeWhole(join(estate, file), text);
  return written;
}

/** Beside entries that nobody can read, it is unknown what is waived already. */
function refuseUnread({ desiredState: { environments } }: RunResult): void {
  const unread = environments.filter(({ unreadWaivers }) => unreadWaivers !== undefined);
  if (unread.length === 0) return;
  const files = unread.map(({ name }) => `environments/${name}/waivers.yaml`);
  throw new CannotRunError(
    `${files.join(", ")}: an entry cannot be read, so what is waived already is not known. alto validate says what is wrong with it; correct that first. Nothing was written.`,
  );
}

function refuseUnfit(
  { fingerprint, rule, severity, environment, waiver }: Finding,
  request: WaiveRequest,
): void {
  const name = `${fingerprint.slice(0, 12)} (${rule})`;
  if (waiver) {
    throw new CannotRunError(
      `${name} is waived already, by ${waiver.at.file}:${waiver.at.line} until ${waiver.expires}. Nothing was written.`,
    );
  }
  if (environment === undefined) {
    throw new CannotRunError(
      `${name} belongs to no environment, and waivers belong to one: correct its cause, or set the rule in policies/settings.`,
    );
  }
  if (severity === "critical" && request.approvedBy === undefined) {
    throw new CannotRunError(
      `${name} is critical: two people accept that, not one. Add --approved-by with who agreed, other than the owner.`,
    );
  }
  if (severity === "critical" && request.approvedBy === request.owner) {
    throw new CannotRunError(
      `${name} is critical, and ${request.owner} cannot approve what ${request.owner} owns. Name somebody else in --approved-by.`,
    );
  }
}

function planEntry(
  finding: Finding,
  request: WaiveRequest,
  planned: ReadonlyMap<string, string>,
): { file: string; text: string; expires: string } {
  const file = `environments/${finding.environment}/waivers.yaml`;
  const path = join(request.estate, file);
  const old = planned.get(file) ?? (existsSync(path) ? readFileSync(path, "utf8") : undefined);
  const entry = entryFor(finding, request);
  const text = addEntry(old, entry);
  if (text === undefined) {
    throw new CannotRunError(
      `${file} is no list of waivers; alto validate says what is wrong with it.`,
    );
  }
  return { file, text, expires: entry["expires"] ?? "" };
}

function entryFor(
  finding: Finding,
  { reason, owner, ticket, approvedBy, days, asOf }: WaiveRequest,
): WaiverEntry {
  const { rule, target, object, waiverPath } = finding;
  return {
    rule,
    ...(target === undefined ? {} : { target }),
    ...(object === undefined ? {} : { object }),
    ...(waiverPath === undefined ? {} : { path: waiverPath }),
    reason,
    owner,
    ticket,
    created: asOf,
    expires: dayAfter(asOf, days),
    ...(approvedBy === undefined ? {} : { approvedBy }),
  };
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** An entry that the next run refuses, or that covers nothing, helps nobody. */
function refuseUseless(
  before: RunResult,
  after: RunResult,
  written: readonly WrittenWaiver[],
): void {
  const files = new Set(written.map(({ file }) => file));
  const known = new Set(before.diagnostics.map(({ code, at }) => `${code} ${at.file}`));
  const problem = after.diagnostics.find(
    ({ code, at }) => files.has(at.file) && !known.has(`${code} ${at.file}`),
  );
  if (problem) {
    const { what, fix } = wordDiagnostic(problem);
    throw new CannotRunError(`The entry would be refused: ${what} ${fix} Nothing was written.`);
  }
  const open = written.find(
    ({ finding }) =>
      !after.findings.some(
        ({ fingerprint, waiver }) => fingerprint === finding.fingerprint && waiver,
      ),
  );
  if (open) {
    throw new CannotRunError(
      `An entry for ${open.finding.fingerprint} in ${open.file} would cover nothing: that file has faults of its own. Correct them first (alto validate). Nothing was written.`,
    );
  }
}
