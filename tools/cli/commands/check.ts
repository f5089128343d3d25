import { Argument, Option } from "@commander-js/extra-typings";
import { findEstate } from "../find-estate.ts";
import { estateCommand, parseDay, today } from "../options.ts";
import { wantsColour } from "../terminal.ts";

/** `alto check`: rendered YAML, ours or not, through the checks of one target. Exit code 1 when anything is refused. */
export function checkCommand() {
  return estateCommand("check")
    .description(
      "check rendered manifests, whoever made them, as the API server and the rules of a target would",
    )
    .addArgument(new Argument("<files...>", "files, folders, or - for standard input"))
    .requiredOption("--target <target>", "the target they are for")
    .option(
      "--environment <environment>",
      "judge as strictly as this environment (default: as production)",
    )
    .addOption(
      new Option("--format <format>", "form of the report")
        .choices(["text", "json"] as const)
        .default("text" as const),
    )
    .option("--as-of <day>", "judge dates as of this day (default: today)", parseDay)
    .action(async (names, { estate: folder, target, environment, format, asOf }) => {
      const [{ checkRendered }, { reportJson, reportText, summarise }] = await Promise.all([
        import("../check-rendered.ts"),
        import("@altostrata/report"),
      ]);
      const result = await checkRendered({
        estate: findEstate(folder),
        names,
        target,
        asOf: asOf ?? today(),
        ...(environment === undefined ? {} : { environment }),
      });
      const text =
        format === "json" ? reportJson(result) : reportText(result, { colour: wantsColour() });
      process.stdout.write(text);
      process.exitCode = summarise(result).clean ? 0 : 1;
    });
}
