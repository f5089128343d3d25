import { Command, InvalidArgumentError, Option } from "@commander-js/extra-typings";

/** A command that works on an estate, with the options that all of these have. */
export function estateCommand(name: string) {
  return new Command(name)
    .option(
      "--estate <folder>",
      "folder of the estate (default: this folder or the nearest one above)",
    )
    .option("--debug", "show where an internal error happened");
}

/** `--no-cache`: for who wants to see everything done anew. */
export function noCacheOption() {
  return new Option(
    "--no-cache",
    "do everything anew: neither use nor keep what is known of unchanged environments",
  );
}

/** Parses a day for an option. */
export function parseDay(text: string): string {
  const time = Date.parse(`${text}T00:00:00Z`);
  const exists = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(time);
  if (!exists || new Date(time).toISOString().slice(0, 10) !== text) {
    throw new InvalidArgumentError("It must be a day as YYYY-MM-DD.");
  }
  return text;
}

/** The day of today (UTC), read here and nowhere below. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
