import { closestWord } from "@altostrata/pipeline";

/** ` Did you mean NAME?` for a name that is none of the known ones; empty when none of them is near. */
export function didYouMean(name: string, known: readonly string[]): string {
  const closest = closestWord(name, known);
  return closest === undefined ? "" : ` Did you mean ${closest}?`;
}
