import { join } from "node:path";
import { uniqueBy, type Finding, type RunResult } from "@altostrata/pipeline";
import { fillMessage } from "@altostrata/report";
import { CannotRunError } from "../../failures/cannot-run-error.ts";
import { readOptionalFile } from "../../files/read-optional-file.ts";
import { runEstate } from "../../run/run-estate.ts";
import { writeEdits, type Edits } from "../../files/write-edits.ts";
import { addEntry, type WaiverEntry } from "@altostrata/fix";
import { chooseFinding } from "./choose-finding.ts";

export interface WaiveRequest {
  readonly estate: string;
  /** Fingerprints, or their first eight or more digits. */
  readonly fingerprints: readonly string[];
  readonly reason: string;
  readonly owner: string;
  readonly ticket: string;
  readonly approvedBy?: string | undefined;
  readonly days: number;
  readonly asOf: string;
}

/** A written entry: its finding, file and expiry date. */
export interface WrittenWaiver {
  readonly finding: Finding;
  readonly file: string;
  readonly expires: string;
}

/**
 * Accepts findings for a limited time. Adds one entry per finding to waivers.yaml of its environment, as narrow as the
 * finding. A trial run checks the entries before anything is written. Throws CannotRunError when a finding cannot be
 * waived, and writes nothing.
 */
export async function waive(request: WaiveRequest): Promise<readonly WrittenWaiver[]> {
  const { estate, asOf } = request;
  const before = await runEstate({ estate, asOf });
  refuseInvalidWaivers(before);
  const findings = request.fingerprints.map((digits) => chooseFinding(digits, before.findings));
  const chosen = uniqueBy(findings, ({ fingerprint }) => fingerprint);
  for (const finding of chosen) refuseUnwaivable(finding);
  const expires = dayAfter(asOf, request.days);
  const written = chosen.map((finding): WrittenWaiver => ({
    finding,
    file: `environments/${finding.environment}/waivers.yaml`,
    expires,
  }));
  const edits = planEntries(written, request);
  refuseIneffective(before, await runEstate({ estate, asOf, texts: edits.texts }), written);
  writeEdits(estate, edits);
  return written;
}

/** Invalid entries could already waive a finding. */
function refuseInvalidWaivers({ desiredState: { environments } }: RunResult): void {
  const unread = environments.filter(({ unreadWaivers }) => unreadWaivers !== undefined);
  if (unread.length === 0) return;
  const files = unread.map(({ name }) => `environments/${name}/waivers.yaml`);
  throw new CannotRunError(
    `${files.join(", ")}: an entry is invalid, so existing waivers are unknown. Run alto validate and fix it first. Nothing was written.`,
  );
}

function refuseUnwaivable({ fingerprint, rule, environment, waiver }: Finding): void {
  const name = `${fingerprint.slice(0, 12)} (${rule})`;
  if (waiver) {
    throw new CannotRunError(
      `${name} is already waived by ${waiver.at.file}:${waiver.at.line} until ${waiver.expires}. Nothing was written.`,
    );
  }
  if (environment === undefined) {
    throw new CannotRunError(
      `${name} belongs to no environment, so it cannot be waived. Fix it, or change the rule in policies/settings.`,
    );
  }
}

function planEntries(written: readonly WrittenWaiver[], request: WaiveRequest): Edits {
  const originals = new Map<string, string>();
  const texts = new Map<string, string>();
  for (const waiver of written) {
    const { file } = waiver;
    const original = readOptionalFile(join(request.estate, file));
    if (original !== undefined) originals.set(file, original);
    const text = addEntry(texts.get(file) ?? original, entryFor(waiver, request));
    if (text === undefined) {
      throw new CannotRunError(
        `${file} is not a valid list of waivers. Run alto validate for details.`,
      );
    }
    texts.set(file, text);
  }
  return { texts, originals };
}

function entryFor(
  { finding: { rule, target, object, waiverPath }, expires }: WrittenWaiver,
  { reason, owner, ticket, approvedBy, asOf }: WaiveRequest,
): WaiverEntry {
  return {
    rule,
    ...(target === undefined ? {} : { target }),
    ...(object === undefined ? {} : { object }),
    ...(waiverPath === undefined ? {} : { path: waiverPath }),
    reason,
    owner,
    ticket,
    created: asOf,
    expires,
    ...(approvedBy === undefined ? {} : { approvedBy }),
  };
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Refuses entries that are invalid or have no effect. */
function refuseIneffective(
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
    const { what, fix } = fillMessage(problem);
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
      `An entry for ${open.finding.fingerprint} in ${open.file} would have no effect, because that file has problems. Run alto validate and fix them first. Nothing was written.`,
    );
  }
}
