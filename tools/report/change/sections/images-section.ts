import type { Comparison } from "@altostrata/pipeline";
import type { Section } from "../../document/node.ts";
import { wordPlaces } from "../change-words.ts";

/** Images that go and come, with tag and digest. */
export function imagesSection({ images }: Comparison): Section {
  const rows = images.map(({ repository, base, head, pinned, places }) => [
    [{ code: repository }],
    [{ code: versionOf(base, repository) }],
    [{ code: versionOf(head, repository) }],
    [head === undefined ? "" : pinned ? "yes" : "no"],
    [wordPlaces(places, 6)],
  ]);
  const table = (most: number) => [
    {
      kind: "table" as const,
      head: ["image", "before", "after", "pinned", "where"],
      rows: rows.slice(0, most),
    },
    ...(rows.length > most
      ? [{ kind: "paragraph" as const, text: [`${rows.length - most} more in the report.`] }]
      : []),
  ];
  return {
    name: "images",
    title: "Images",
    rank: 7,
    variants: rows.length === 0 ? [] : [table(30), table(5)],
  };
}

function versionOf(reference: string | undefined, repository: string): string {
  if (reference === undefined) return "none";
  const version = reference.slice(repository.length).replace(/^:/, "");
  return version.replace(/(@sha256:[0-9a-f]{12})[0-9a-f]+/, "$1") || "latest";
}
