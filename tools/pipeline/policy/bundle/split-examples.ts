import { parse } from "yaml";

/** One example in the `examples.yaml` of a rule: a document `kind: Example` and the documents up to the next one. */
export interface RuleExample {
  /** The first line, counted from 1. */
  readonly line: number;
  /** The unchecked keys of the first document. */
  readonly header: Readonly<Record<string, unknown>>;
  /** All its documents as written. */
  readonly text: string;
}

/** Splits the text of an `examples.yaml`. Passes on errors of the YAML parser about a header. */
export function splitExamples(text: string): readonly RuleExample[] {
  const examples: { line: number; documents: string[] }[] = [];
  let line = 1;
  for (const document of text.split(separator)) {
    if (examples.length === 0 || startsExample(document)) examples.push({ line, documents: [] });
    examples.at(-1)!.documents.push(document);
    line += document.split("\n").length;
  }
  return examples.map(({ line: start, documents }) => ({
    line: start,
    header: (parse(documents[0]!) ?? {}) as RuleExample["header"],
    text: documents.join("---\n"),
  }));
}

/** The separator line of YAML documents. */
const separator = /^---\n/m;

function startsExample(document: string): boolean {
  return /^kind: Example\b/m.test(document);
}
