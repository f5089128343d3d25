import { Command, InvalidArgumentError, Option } from "@commander-js/extra-typings";

/** A command on an estate, with the options that all of them share. */
export function estateCommand(name: string) {
  return new Command(name)
    .option(
      "--estate <folder>",
      "folder of the estate (default: this folder or the nearest parent)",
      parseFolder,
    )
    .option("--debug", "show the stack trace of internal errors");
}

/** `--no-cache`: recompute everything. */
export function noCacheOption() {
  return new Option("--no-cache", "recompute everything; do not read or write the cache");
}

/** Parses a folder name. An empty one is usually an unset variable. */
export function parseFolder(text: string): string {
  if (text === "") throw new InvalidArgumentError("The folder name is empty.");
  return text;
}

/** Parses a day for an option. */
export function parseDay(text: string): string {
  const time = Date.parse(`${text}T00:00:00Z`);
  const exists = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(time);
  if (!exists || new Date(time).toISOString().slice(0, 10) !== text) {
    throw new InvalidArgumentError("Use a date as YYYY-MM-DD.");
  }
  return text;
}

/** The current day (UTC). Nothing else reads the clock. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
