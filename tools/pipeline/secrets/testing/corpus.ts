import { readFileSync } from "node:fs";

/** A text with a credential, and the parts of it that must not show. */
export interface Planted {
  readonly title: string;
  readonly text: string;
  readonly leaks: readonly string[];
}

/** Credentials that stand in each place: a weak one, and one of the kind that people generate. */
const plantedSecrets: readonly string[] = ["hunter2", "Zq7-hunter2-Xy9Kp"];

/** Places in which a credential must be hidden, with each of some credentials. */
export function plantedTexts(secrets: readonly string[] = plantedSecrets): readonly Planted[] {
  return entries("places.txt").flatMap(({ title, text }) => {
    const isOpen = text.includes("«»");
    return (isOpen ? secrets : [""]).map((secret) => ({
      title: isOpen ? `${title} (${secret})` : title,
      text: text.replaceAll("«»", secret).replaceAll(/[«»]/g, ""),
      leaks: [
        ...[...text.matchAll(/«([^»]+)»/g)].map((match) => match[1]!),
        ...(isOpen ? [secret] : []),
      ],
    }));
  });
}

/** Texts that must stay readable. */
export function readableTexts(): readonly { readonly title: string; readonly text: string }[] {
  return entries("readable.txt");
}

function entries(file: string): readonly { readonly title: string; readonly text: string }[] {
  const all = readFileSync(new URL(file, import.meta.url), "utf8");
  return all
    .split(/^### /m)
    .slice(1)
    .map((entry) => {
      const line = entry.indexOf("\n");
      return { title: entry.slice(0, line), text: entry.slice(line + 1).replace(/\n$/, "") };
    });
}
