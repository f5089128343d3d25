import { Argument } from "@commander-js/extra-typings";
import { findEstate } from "../../files/find-estate.ts";
import { estateCommand } from "../../options/options.ts";
import { print } from "../../terminal/print.ts";
import { pageWidth, wantsColour } from "../../terminal/terminal.ts";

/** `alto explain CODE`: explains a diagnostic code or a rule ID and how to fix it. */
export function explainCommand() {
  return estateCommand("explain")
    .description("explain a diagnostic code or a rule ID and how to fix it")
    .addArgument(new Argument("<code>", "such as schema-unknown-key or SEC-001"))
    .action(async (code, options) => {
      const { explainCode } = await import("./explain-code.ts");
      const screen = { colour: wantsColour(), width: pageWidth() };
      print(explainCode(code, () => findEstate(options.estate), screen));
    });
}
