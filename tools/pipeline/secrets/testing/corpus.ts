import { readFileSync } from "node:fs";

/** A text with a credential, and its parts that must be hidden. */
export interface Planted {
  readonly title: string;
  readonly text: string;
  readonly leaks: readonly string[];
}

/** Credentials planted in each place: a weak one, and a generated one. */
const plantedSecrets: readonly string[] = ["hunter2", "Zq7-hunter2-Xy9Kp"];

/** Places where a credential must be hidden, with each sample credential. */
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
