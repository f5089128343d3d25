import { Command } from "@commander-js/extra-typings";
import { findEstate } from "../../files/find-estate.ts";
import { estateCommand } from "../../options/options.ts";
import { printLines } from "../../terminal/print.ts";

/** `alto new environment|target|rule NAME`: files that work at once, to be changed into what is wanted. */
export function newCommand() {
  return new Command("new")
    .description("write the files of a new environment, target or rule, which work at once")
    .addCommand(newEnvironment() as unknown as Command)
    .addCommand(newTarget() as unknown as Command)
    .addCommand(newRule() as unknown as Command);
}

function newEnvironment() {
  return estateCommand("environment")
    .argument("<name>")
    .description("copy an environment, with namespaces, hosts and secret paths of its own")
    .option("--like <environment>", "environment to copy (default: the first of tier development)")
    .action(async (name, { like, estate }) => {
      const { scaffold } = await import("./scaffold.ts");
      printWritten(await scaffold(findEstate(estate), { what: "environment", name, like }), [
        "Change what this environment is for: tier, owners, masters and workers, hosts, consumers.",
        "Waivers, if there are any, were copied too: remove those that it does not need.",
      ]);
    });
}

function newTarget() {
  return estateCommand("target")
    .argument("<name>")
    .description("copy a target of the same provider, under its own domain")
    .option("--provider <provider>", "provider whose first target is copied")
    .option("--like <target>", "target to copy")
    .action(async (name, { like, provider, estate }) => {
      const { scaffold } = await import("./scaffold.ts");
      const request = { what: "target", name, like, provider } as const;
      printWritten(await scaffold(findEstate(estate), request), [
        "Change what is a fact of this target: region, metro, country, zones and all networks.",
        "Write its outputs.json from the infrastructure code.",
      ]);
    });
}

function newRule() {
  return estateCommand("rule")
    .argument("<family/name>")
    .description("write a rule with its examples, such as security/host_path")
    .action(async (name, { estate }) => {
      const { scaffoldRule } = await import("./scaffold-rule.ts");
      const { id, paths } = scaffoldRule(findEstate(estate), name);
      const next = [
        `The rule is ${id}. "npm run policies:watch" runs it and its examples whenever you save.`,
        "Say in its metadata what it is about, then: npm run policies:build && npm run generate",
      ];
      printWritten(paths, next);
    });
}

function printWritten(paths: readonly string[], next: readonly string[]): void {
  printLines([...paths.map((path) => `wrote ${path}`), "", ...next, "Then: alto validate"]);
}
