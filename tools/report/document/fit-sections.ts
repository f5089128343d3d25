import type { Node, Section } from "./node.ts";

/** A section in the length chosen for it. */
export interface FittedSection {
  readonly name: string;
  readonly title: string;
  readonly nodes: readonly Node[];
  /** Whether it is shorter than its longest variant. */
  readonly shortened: boolean;
}

interface Choice {
  readonly section: Section;
  readonly variant: number;
}

/**
 * Chooses the longest variants whose print has at most `budget` bytes of UTF-8. Whole sections change to their next variant,
 * highest rank first, so nothing is cut inside a section. Drops empty sections.
 */
export function fitSections(
  sections: readonly Section[],
  { budget, print }: { budget: number; print: (section: FittedSection) => string },
): readonly FittedSection[] {
  let choices: readonly Choice[] = sections
    .filter(({ variants }) => (variants[0]?.length ?? 0) > 0)
    .map((section) => ({ section, variant: 0 }));
  const size = memoised((choice: Choice) => Buffer.byteLength(print(fitted(choice))) + 2);
  while (choices.reduce((sum, choice) => sum + size(choice), 0) > budget) {
    const next = shortenOne(choices, size);
    if (!next) break;
    choices = next;
  }
  return choices.map(fitted);
}

function fitted({ section, variant }: Choice): FittedSection {
  const { name, title, variants } = section;
  return { name, title, nodes: variants[variant] ?? [], shortened: variant > 0 };
}

/** Shortens the largest section of the highest rank that can still be shortened. */
function shortenOne(
  choices: readonly Choice[],
  size: (choice: Choice) => number,
): readonly Choice[] | undefined {
  const open = choices.filter(
    ({ section, variant }) => section.rank > 0 && variant + 1 < section.variants.length,
  );
  const highest = Math.max(...open.map(({ section }) => section.rank));
  const [largest] = open
    .filter(({ section }) => section.rank === highest)
    .sort((left, right) => size(right) - size(left));
  if (!largest) return undefined;
  return choices.map((choice) =>
    choice === largest ? { ...choice, variant: choice.variant + 1 } : choice,
  );
}

function memoised(measure: (choice: Choice) => number): (choice: Choice) => number {
  const known = new Map<string, number>();
  return (choice) => {
    const key = `${choice.section.name} ${choice.variant}`;
    const size = known.get(key) ?? measure(choice);
    known.set(key, size);
    return size;
  };
}
