/** Text inside a line. Everything is plain text: each printer escapes it for its own form. */
export type Inline = string | { readonly code: string } | { readonly strong: string };

/** One line of a unified diff: `+`, `-` or a space, and the text. */
export interface DiffLine {
  readonly sign: "+" | "-" | " ";
  readonly text: string;
}

/** A run of lines of a diff, and where it begins in the head. */
export interface Hunk {
  readonly line: number;
  readonly lines: readonly DiffLine[];
}

/** A piece of a report, without any form: the printers for Markdown, terminal and HTML know all of them. */
export type Node =
  | { readonly kind: "paragraph"; readonly text: readonly Inline[] }
  | {
      readonly kind: "list";
      readonly items: readonly (readonly Inline[])[];
    }
  | {
      readonly kind: "table";
      readonly head: readonly string[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    }
  | {
      readonly kind: "details";
      readonly summary: readonly Inline[];
      readonly body: readonly Node[];
    }
  | { readonly kind: "diff"; readonly hunks: readonly Hunk[] }
  | { readonly kind: "mermaid"; readonly source: string };

/** A part of a report under a heading, in several lengths: the longest first, the last one a single line. */
export interface Section {
  readonly name: string;
  /** Empty for what stands at the top without a heading. */
  readonly title: string;
  readonly variants: readonly (readonly Node[])[];
  /** Sections of a higher rank are shortened first. Rank 0 is never shortened. */
  readonly rank: number;
}

/** The plain text of a line. */
export function plainText(text: readonly Inline[]): string {
  return text
    .map((part) => (typeof part === "string" ? part : "code" in part ? part.code : part.strong))
    .join("");
}
