import { Option } from "@commander-js/extra-typings";
import { findEstate } from "../../files/find-estate.ts";
import { estateCommand, parseDay, today } from "../../options/options.ts";
import { print, printData, printError } from "../../terminal/print.ts";

/** `alto lock-in`: shows the effort of leaving a provider, down to each binding. Exit code 1 without a score. */
export function lockInCommand() {
  return estateCommand("lock-in")
    .description("show the bindings to each provider and the effort of leaving it")
    .option("--environment <environment>", "show only this environment, with every binding")
    .addOption(
      new Option("--format <format>", "format of the report")
        .choices(["text", "json"])
        .default("text"),
    )
    .option("--as-of <day>", "date to evaluate against, as YYYY-MM-DD (default: today)", parseDay)
    .action(async ({ environment, format, asOf = today(), estate }) => {
      const [{ scoreEstate }, { lockInJson, lockInText }] = await Promise.all([
        import("./score-estate.ts"),
        import("@altostrata/report/lock-in"),
      ]);
      const { scored, problems } = await scoreEstate(
        { estate: findEstate(estate), asOf },
        environment,
      );
      if (format === "json") printData(lockInJson(asOf, scored));
      else print(lockInText(scored));
      if (problems > 0) {
        printError(
          `The estate has ${problems} ${problems === 1 ? "problem" : "problems"}, which can lower the score: alto validate\n`,
        );
      }
      process.exitCode = scored.every(({ score }) => score.scored) ? 0 : 1;
    });
}
