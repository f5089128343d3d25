import { Command } from "@commander-js/extra-typings";
import { escapeText } from "@altostrata/report/escape-text";
import manifest from "./package.json" with { type: "json" };
import { checkCommand } from "./commands/check/check-command.ts";
import { diffCommand } from "./commands/diff/diff-command.ts";
import { explainCommand } from "./commands/explain/explain-command.ts";
import { fixCommand } from "./commands/fix/fix-command.ts";
import { imagesCommand } from "./commands/images/images-command.ts";
import { listCommand } from "./commands/list/list-command.ts";
import { lockInCommand } from "./commands/lock-in/lock-in-command.ts";
import { newCommand } from "./commands/new/new-command.ts";
import { renderCommand } from "./commands/render/render-command.ts";
import { validateCommand } from "./commands/validate/validate-command.ts";
import { waiveCommand } from "./commands/waive/waive-command.ts";
import { whyCommand } from "./commands/why/why-command.ts";
import { reportFailure } from "./failures/report-failure.ts";
import { guardStreams } from "./terminal/guard-streams.ts";
import { print, printError } from "./terminal/print.ts";

/** Runs one command line. Sets the exit code: 0 clean, 1 findings, 2 could not run. */
export async function main(argv: readonly string[]): Promise<void> {
  guardStreams();
  try {
    await program().parseAsync([...argv], { from: "user" });
  } catch (error) {
    process.exitCode = reportFailure(error, argv);
  }
}

function program(): Command {
  const alto = new Command("alto")
    .description(
      "Run one system across several clouds: check and render desired state for each cloud.",
    )
    .version(`alto ${manifest.version} (Node ${process.versions.node})`)
    .showHelpAfterError("Run alto --help, or alto COMMAND --help.")
    .addHelpText("after", "\nExit codes: 0 clean, 1 problems found, 2 the command could not run.");
  const commands = [
    validateCommand(),
    fixCommand(),
    waiveCommand(),
    checkCommand(),
    diffCommand(),
    renderCommand(),
    whyCommand(),
    listCommand(),
    lockInCommand(),
    explainCommand(),
    newCommand(),
    imagesCommand(),
  ];
  // The commands differ only in the types of their options.
  for (const command of commands) alto.addCommand(command as unknown as Command);
  return withSafeOutput(alto);
}

/** Quoted arguments must not start a line; only Commander's suggestion may. */
function outputError(message: string, write: (text: string) => void): void {
  const lines = message.trimEnd().split(/\n(?=\(Did you mean [^\n]*\)$)/);
  write(lines.map((line) => `${escapeText(line)}\n`).join(""));
}

/** Stops each command from ending the process and from printing arguments unescaped. */
function withSafeOutput(command: Command): Command {
  command.exitOverride().configureOutput({ writeOut: print, writeErr: printError, outputError });
  for (const inner of command.commands) withSafeOutput(inner as unknown as Command);
  return command;
}
