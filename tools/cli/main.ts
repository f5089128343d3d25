import { Command } from "@commander-js/extra-typings";
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

/** Runs one command line. Sets the exit code: 0 clean, 1 something is refused, 2 could not run. */
export async function main(argv: readonly string[]): Promise<void> {
  process.stdout.on("error", endQuietly);
  try {
    await program().parseAsync([...argv], { from: "user" });
  } catch (error) {
    process.exitCode = reportFailure(error, argv);
  }
}

/** The reader of a pipe may leave early (`alto list manifests | head`); that is no fault. */
function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
  process.exit();
}

function program(): Command {
  const alto = new Command("alto")
    .description(
      "One system over several clouds: desired state in YAML, checked and rendered for each cloud.",
    )
    .exitOverride()
    .showHelpAfterError("Run alto --help, or alto COMMAND --help.")
    .addHelpText(
      "after",
      "\nExit code: 0 clean, 1 something is refused, 2 the command could not run.",
    );
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
  // The ways that options are parsed differ in type, not in what the program does with them.
  for (const command of commands) alto.addCommand(withExitOverride(command as unknown as Command));
  return alto;
}

function withExitOverride(command: Command): Command {
  command.exitOverride();
  for (const inner of command.commands) withExitOverride(inner as unknown as Command);
  return command;
}
