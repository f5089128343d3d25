import { Command, InvalidArgumentError, Option } from "@commander-js/extra-typings";

/** A command that works on an estate, with the options that all of these have. */
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

/** Parses the name of a folder; an empty one is mostly a variable that is not set. */
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

/** The day of today (UTC), read here and nowhere below. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
