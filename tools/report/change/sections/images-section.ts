import type { Comparison } from "@altostrata/pipeline";
import { count } from "../../document/inline.ts";
import type { Section } from "../../document/node.ts";
import { describePlaces } from "../describe-change.ts";

/** Lists added, changed and removed images with tag and digest. */
export function imagesSection({ images }: Comparison): Section {
  const rows = images.map(({ repository, base, head, pinned, places }) => [
    [{ code: repository }],
    [{ code: versionOf(base, repository) }],
    [{ code: versionOf(head, repository) }],
    [head === undefined ? "" : pinned ? "yes" : "no"],
    [describePlaces(places, 6)],
  ]);
  const table = (most: number) => [
    {
      kind: "table" as const,
      head: ["image", "before", "after", "pinned", "targets"],
      rows: rows.slice(0, most),
    },
    ...(rows.length > most
      ? [
          {
            kind: "paragraph" as const,
            text: [`${count(rows.length - most, "more image")} in the report.`],
          },
        ]
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
