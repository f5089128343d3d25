import { Argument } from "@commander-js/extra-typings";
import { findEstate } from "../../files/find-estate.ts";
import { estateCommand, parseDay, today } from "../../options/options.ts";
import { printData, printError } from "../../terminal/print.ts";

/** `alto fix`: shows automatic fixes as a diff. Exit code 1 when some fixes were refused. */
export function fixCommand() {
  return estateCommand("fix")
    .description("show automatic fixes of the desired state as a diff")
    .addArgument(
      new Argument(
        "[codes...]",
        "fix only these rules and diagnostics, such as SEC-005 (default: all)",
      ),
    )
    .option("--write", "apply the fixes")
    .option("--as-of <day>", "date to evaluate against, as YYYY-MM-DD (default: today)", parseDay)
    .action(async (codes, { estate, write, asOf }) => {
      const [{ proposeFixes }, { diffText, fixSummary }, { writeEdits }] = await Promise.all([
        import("./fix-estate.ts"),
        import("./report-fixes.ts"),
        import("../../files/write-edits.ts"),
      ]);
      const folder = findEstate(estate);
      const proposed = await proposeFixes({ estate: folder, asOf: asOf ?? today(), codes });
      if (write) writeEdits(folder, proposed);
      else printData(diffText(proposed));
      // Standard error, so that the diff can be piped into git apply.
      printError(fixSummary(proposed, write ?? false));
      process.exitCode = proposed.refused.length > 0 ? 1 : 0;
    });
}
