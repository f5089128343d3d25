import { Argument, InvalidArgumentError } from "@commander-js/extra-typings";
import { findEstate } from "../../files/find-estate.ts";
import { estateCommand, parseDay, today } from "../../options/options.ts";
import { printLines } from "../../terminal/print.ts";

/** `alto waive FINGERPRINT...`: accepts findings for a limited time, in waivers.yaml of their environment. */
export function waiveCommand() {
  return estateCommand("waive")
    .description("accept findings for a limited time: add them to waivers.yaml")
    .addArgument(
      new Argument("<fingerprints...>", "fingerprints of findings, shown by alto validate as id:"),
    )
    .requiredOption("--reason <text>", "why the finding is acceptable for now")
    .requiredOption("--owner <owner>", "owner of the waiver, such as @example/platform")
    .requiredOption("--ticket <ticket>", "ticket that tracks the fix")
    .option("--approved-by <owner>", "approver; required for critical findings in production")
    .option("--days <days>", "days until the waiver expires", parseDays, 90)
    .option("--as-of <day>", "date to evaluate against, as YYYY-MM-DD (default: today)", parseDay)
    .action(async (fingerprints, options) => {
      const { waive } = await import("./waive.ts");
      const { reason, owner, ticket, approvedBy, days, asOf } = options;
      const written = await waive({
        estate: findEstate(options.estate),
        fingerprints,
        reason,
        owner,
        ticket,
        days,
        asOf: asOf ?? today(),
        approvedBy,
      });
      for (const { finding, file, expires } of written) {
        const about = finding.object ?? `${finding.at.file}:${finding.at.line}`;
        printLines([`${file}: ${finding.rule} on ${about} is waived until ${expires}`]);
      }
    });
}

function parseDays(text: string): number {
  if (/^[1-9][0-9]{0,3}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("Use a whole number of days from 1 to 9999, such as 90.");
}
