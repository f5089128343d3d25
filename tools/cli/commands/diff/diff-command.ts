import { randomBytes } from "node:crypto";
import { Option } from "@commander-js/extra-typings";
import { findEstate } from "../../files/find-estate.ts";
import { estateCommand, noCacheOption, parseDay, today } from "../../options/options.ts";
import { outputOptionFor } from "../../options/report-options.ts";
import { wantsColour } from "../../terminal/terminal.ts";

/** `markdown` fits into a comment on GitHub, `summary` into the summary of a job. */
const formats = ["text", "json", "markdown", "summary", "html"] as const;

/** GitHub shows at most 1 MiB of a step's summary. */
const summaryBudget = 1_000_000;

/** `alto diff`: shows the effect of a change. Exit code 1 when the new state adds problems. */
export function diffCommand() {
  return estateCommand("diff")
    .description("show the effect of a change on every target, as in the pull request comment")
    .argument("[base]", "branch, tag or commit (default: merge base with the main branch)")
    .argument("[head]", "branch, tag or commit (default: the work tree)")
    .option("--full", "show every changed line", false)
    .addOption(
      new Option("--format <format>", "format of the report (default: text)").choices(formats),
    )
    .addOption(outputOptionFor(formats, "html=report.html"))
    .option("--as-of <day>", "date to evaluate against, as YYYY-MM-DD (default: today)", parseDay)
    .addOption(noCacheOption())
    .action(async (base, head, { estate, full, format, output, asOf, cache }) => {
      const [{ compareEstates }, { checkOutputs, writeOutputs }, report] = await Promise.all([
        import("./compare-estates.ts"),
        import("../../files/write-outputs.ts"),
        import("@altostrata/report/change"),
      ]);
      checkOutputs({ format, output });
      const comparison = await compareEstates({
        estate: findEstate(estate),
        asOf: asOf ?? today(),
        redactionKey: randomBytes(32),
        cache,
        ...(base === undefined ? {} : { base }),
        ...(head === undefined ? {} : { head }),
      });
      const print = {
        text: (colour: boolean) => report.changeText(comparison, { colour, full }),
        json: () => `${JSON.stringify(comparison, undefined, 2)}\n`,
        markdown: () => report.changeMarkdown(comparison, report.commentBudget),
        summary: () => report.changeMarkdown(comparison, summaryBudget),
        html: () => report.changePage(comparison),
      };
      writeOutputs({ format, output }, (wanted, place) =>
        print[wanted](place === "screen" && wantsColour()),
      );
      process.exitCode = report.decideVerdict(comparison).verdict === "refused" ? 1 : 0;
    });
}
