/** Text inside a line. Everything is plain text: each printer escapes it. A message puts code between backticks. */
export type Inline =
  | string
  | { readonly code: string }
  | { readonly strong: string }
  | { readonly message: string };

/** One line of a unified diff: `+`, `-` or a space, and the text. */
export interface DiffLine {
  readonly sign: "+" | "-" | " ";
  readonly text: string;
}

/** Consecutive lines of a diff, and the line of the head where they begin. */
export interface Hunk {
  readonly line: number;
  readonly lines: readonly DiffLine[];
}

/** A piece of a report, independent of its form: the printers for Markdown, terminal and HTML support all of them. */
export type Node =
  | {
      readonly kind: "paragraph";
      readonly text: readonly Inline[];
      /** Colours the paragraph on a terminal. */
      readonly tone?: Tone;
    }
  | {
      readonly kind: "list";
      readonly items: readonly (readonly Inline[])[];
    }
  | {
      readonly kind: "table";
      readonly head: readonly string[];
      /** A terminal prints a row bold if its first cell is strong. */
      readonly rows: readonly (readonly (readonly Inline[])[])[];
      /** The first column of numbers, if there is one. */
      readonly numbersFrom?: number;
    }
  | {
      readonly kind: "details";
      readonly summary: readonly Inline[];
      readonly body: readonly Node[];
    }
  | ProblemNode
  | { readonly kind: "diff"; readonly hunks: readonly Hunk[] }
  | { readonly kind: "code"; readonly language: string; readonly lines: readonly CodeLine[] }
  | { readonly kind: "mermaid"; readonly source: string };

export type Tone = "good" | "warning" | "bad" | "quiet";

/** A problem at a place of the estate, with labelled facts about it. */
export interface ProblemNode {
  readonly kind: "problem";
  readonly at: string;
  readonly code: string;
  /** The severity and what the problem causes; empty if it has no severity and fails the run. */
  readonly level: string;
  readonly tone: Tone;
  readonly what: string;
  readonly facts: readonly Fact[];
}

export interface Fact {
  readonly label: string;
  readonly text: readonly Inline[];
}

/** A line of an example. A marked line is the one to look at. */
export interface CodeLine {
  readonly text: string;
  readonly marked: boolean;
}

/** A part of a report under a heading, in several lengths: the longest first, the last one a single line. */
export interface Section {
  readonly name: string;
  /** Empty for a section without a heading. */
  readonly title: string;
  readonly variants: readonly (readonly Node[])[];
  /** Sections of a higher rank are shortened first. Rank 0 is never shortened. */
  readonly rank: number;
}
