import { closestWord } from "@altostrata/pipeline";

/** ` Did you mean NAME?` with the nearest known name; empty when none is near. */
export function didYouMean(name: string, known: readonly string[]): string {
  const closest = closestWord(name, known);
  return closest === undefined ? "" : ` Did you mean ${closest}?`;
}
