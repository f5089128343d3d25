import { Command } from "@commander-js/extra-typings";
import { findEstate } from "../../files/find-estate.ts";
import { estateCommand } from "../../options/options.ts";
import { printLines } from "../../terminal/print.ts";

/** `alto new environment|target|rule NAME`: creates valid files to start from. */
export function newCommand() {
  return new Command("new")
    .description("create a new environment, target or rule")
    .addCommand(newEnvironment() as unknown as Command)
    .addCommand(newTarget() as unknown as Command)
    .addCommand(newRule() as unknown as Command);
}

function newEnvironment() {
  return estateCommand("environment")
    .argument("<name>")
    .description("copy an environment, with its own namespaces, hosts and secret paths")
    .option(
      "--like <environment>",
      "environment to copy (default: the first development environment)",
    )
    .action(async (name, { like, estate }) => {
      const { scaffold } = await import("./scaffold.ts");
      printWritten(await scaffold(findEstate(estate), { what: "environment", name, like }), [
        "Adapt the environment: tier, owners, masters and workers, hosts, consumers.",
        "Waivers were copied too: remove those that it does not need.",
      ]);
    });
}

function newTarget() {
  return estateCommand("target")
    .argument("<name>")
    .description("copy a target of the same provider, with its own domain")
    .option("--provider <provider>", "provider whose first target is copied")
    .option("--like <target>", "target to copy")
    .action(async (name, { like, provider, estate }) => {
      const { scaffold } = await import("./scaffold.ts");
      const request = { what: "target", name, like, provider } as const;
      printWritten(await scaffold(findEstate(estate), request), [
        "Adapt the target: region, metro, country, zones and all networks.",
        "Generate its outputs.json from the infrastructure code.",
      ]);
    });
}

function newRule() {
  return estateCommand("rule")
    .argument("<family/name>")
    .description("create a rule with examples, such as security/host_path")
    .action(async (name, { estate }) => {
      const { scaffoldRule } = await import("./scaffold-rule.ts");
      const { id, paths } = scaffoldRule(findEstate(estate), name);
      const next = [
        `The rule ID is ${id}. npm run policies:watch evaluates the examples on every save.`,
        "Complete the metadata, then: npm run policies:build && npm run generate",
      ];
      printWritten(paths, next);
    });
}

function printWritten(paths: readonly string[], next: readonly string[]): void {
  printLines([...paths.map((path) => `wrote ${path}`), "", ...next, "Then: alto validate"]);
}
