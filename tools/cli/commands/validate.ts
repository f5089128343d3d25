import { Option } from "@commander-js/extra-typings";
import { findEstate } from "../find-estate.ts";
import { estateCommand, parseDay, today } from "../options.ts";
import { isTerminal, wantsColour } from "../terminal.ts";

/** `alto validate`: the whole estate through all checks. Exit code 1 when anything is refused or nothing was checked. */
export function validateCommand() {
  return estateCommand("validate")
    .description("resolve, render and check the estate, and report every problem at its line")
    .option("--environment <environment>", "only this environment")
    .option("--target <target>", "only this target")
    .addOption(
      new Option("--format <format>", "form of the report")
        .choices(["text", "json"] as const)
        .default("text" as const),
    )
    .option("--as-of <day>", "judge dates as of this day (default: today)", parseDay)
    .action(async ({ estate, environment, target, format, asOf }) => {
      const started = performance.now();
      const [{ runEstate }, { reportJson, reportText, summarise }] = await Promise.all([
        import("../run-estate.ts"),
        import("@altostrata/report"),
      ]);
      const result = await runEstate({
        estate: findEstate(estate),
        asOf: asOf ?? today(),
        ...(environment === undefined ? {} : { environment }),
        ...(target === undefined ? {} : { target }),
      });
      const seconds = isTerminal() ? { seconds: (performance.now() - started) / 1000 } : {};
      const text =
        format === "json"
          ? reportJson(result)
          : reportText(result, { colour: wantsColour(), ...seconds });
      process.stdout.write(text);
      process.exitCode = summarise(result).clean ? 0 : 1;
    });
}
