import { Argument, InvalidArgumentError } from "@commander-js/extra-typings";
import { findEstate } from "../../files/find-estate.ts";
import { estateCommand, parseDay, today } from "../../options/options.ts";
import { printLines } from "../../terminal/print.ts";

/** `alto waive FINGERPRINT...`: accepts findings for a time, in the waivers.yaml of their environment. */
export function waiveCommand() {
  return estateCommand("waive")
    .description("accept findings openly and for a time: write them into waivers.yaml")
    .addArgument(
      new Argument("<fingerprints...>", "of findings, as alto validate shows them (id:)"),
    )
    .requiredOption("--reason <text>", "why it is right to wait, for whoever reads it later")
    .requiredOption("--owner <owner>", "who answers for it, such as @example/platform")
    .requiredOption("--ticket <ticket>", "where the work is planned")
    .option(
      "--approved-by <owner>",
      "who else agreed; a critical finding in production needs somebody",
    )
    .option("--days <days>", "for how many days", parseDays, 90)
    .option("--as-of <day>", "judge dates as of this day (default: today)", parseDay)
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
  throw new InvalidArgumentError("It must be a number of days, such as 90.");
}
