import { findEstate } from "../../files/find-estate.ts";
import { estateCommand, parseDay, parseFolder, today } from "../../options/options.ts";
import { print, printLines } from "../../terminal/print.ts";
import { wantsColour } from "../../terminal/terminal.ts";
import type { PlannedTarget } from "./plan-tree.ts";

/** `alto render`: writes the manifests, one object per file. Writes nothing when the input is invalid. */
export function renderCommand() {
  return estateCommand("render")
    .description("write the manifests of each environment and target as files")
    .option("--out <folder>", "folder to write to", parseFolder, "out")
    .option("--environment <environment>", "limit to this environment")
    .option("--target <target>", "limit to this target")
    .option("--as-of <day>", "date to evaluate against, as YYYY-MM-DD (default: today)", parseDay)
    .action(async ({ estate, out, environment, target, asOf }) => {
      const [
        { runEstate },
        { planTree },
        { writeTree },
        { reportText, summarise },
        { printManifest },
      ] = await Promise.all([
        import("../../run/run-estate.ts"),
        import("./plan-tree.ts"),
        import("./write-tree.ts"),
        import("@altostrata/report"),
        import("@altostrata/pipeline"),
      ]);
      const planned: PlannedTarget[] = [];
      const result = await runEstate({
        estate: findEstate(estate),
        asOf: asOf ?? today(),
        environment,
        target,
        onRendered: (targets) => {
          planned.push(...targets.map((rendered) => planTree(rendered, printManifest)));
        },
      });
      const { clean, total } = summarise(result);
      if (!clean) {
        print(reportText(result, { colour: wantsColour() }));
        process.exitCode = 1;
      }
      if (total.manifests === 0 || result.diagnostics.length > 0) return;
      const { written, unchanged, removed } = writeTree(out, planned);
      printLines([`${out}: ${written} written, ${unchanged} unchanged, ${removed} removed`]);
    });
}
