import { randomBytes } from "node:crypto";
import { Option } from "@commander-js/extra-typings";
import { findEstate } from "../find-estate.ts";
import { estateCommand, parseDay, today } from "../options.ts";
import { wantsColour } from "../terminal.ts";

/** `alto diff`: what really changes between two states. Exit code 1 when the newer one has problems that the older had not. */
export function diffCommand() {
  return estateCommand("diff")
    .description(
      "show what a change does to every target, as a reviewer of the pull request will see it",
    )
    .argument("[base]", "branch, tag or commit (default: where this branch left the main branch)")
    .argument("[head]", "branch, tag or commit (default: the work tree)")
    .option("--full", "every line of every change, instead of names")
    .addOption(
      new Option("--format <format>", "form of the report")
        .choices(["text", "json", "markdown", "html"] as const)
        .default("text" as const),
    )
    .option("--as-of <day>", "judge dates as of this day (default: today)", parseDay)
    .action(async (base, head, { estate, full, format, asOf }) => {
      const [{ compareEstates }, report] = await Promise.all([
        import("../compare-estates.ts"),
        import("@altostrata/report"),
      ]);
      const comparison = await compareEstates({
        estate: findEstate(estate),
        asOf: asOf ?? today(),
        redactionKey: randomBytes(32),
        ...(base === undefined ? {} : { base }),
        ...(head === undefined ? {} : { head }),
      });
      const print = {
        text: () => report.changeText(comparison, { colour: wantsColour(), full: full ?? false }),
        json: () => `${JSON.stringify(comparison, undefined, 2)}\n`,
        markdown: () => report.changeMarkdown(comparison, report.commentBudget),
        html: () => report.changePage(comparison),
      };
      process.stdout.write(print[format]());
      process.exitCode = report.judge(comparison).verdict === "refused" ? 1 : 0;
    });
}
