import type { DesiredState, Named } from "../../../model/estate/desired-state.ts";
import type { TemplateFile } from "../../../model/estate/estate-files.ts";
import type { Application } from "../../../model/kinds/application.ts";
import { placeAt, setOrigin, setRootOrigin, type Path } from "../../../model/origins/origin.ts";
import { startOf, type Place } from "../../../model/origins/place.ts";
import { conditionalLines } from "./conditional-lines.ts";

/** A file that must be portable, and the provider-specific parts in it. */
export interface PortableFile {
  readonly file: string;
  /** The number of lines, and of lines for certain providers only; absent in files that are not templates. */
  readonly lines?: number;
  readonly conditionalLines?: number;
  /** Messages that only a provider's file explains, in order of appearance. */
  readonly words: readonly { readonly word: string; readonly line: number }[];
}

/** Lists the templates and definitions of applications and of the platform, by file. */
export function portableFiles(desiredState: DesiredState): readonly PortableFile[] {
  const find = wordFinder(dictionaryOf(desiredState));
  return [
    ...desiredState.applications.map((application) => describeApplication(application, find)),
    ...desiredState.templates
      .filter(({ layer, vendored }) => layer !== "provider" && !vendored)
      .map((template) => describeTemplate(template, find)),
  ].sort((left, right) => (left.file < right.file ? -1 : 1));
}

type Finder = (text: string) => readonly { readonly word: string; readonly offset: number }[];

interface Found {
  readonly word: string;
  readonly at: Place;
}

/** Names of providers and of their distributions, and the domain names that their files list as traces of lock-in. */
function dictionaryOf({ providers }: DesiredState): readonly string[] {
  const words = providers.flatMap(({ name, value: { distribution, lockIn } }) => [
    name,
    distribution,
    ...lockIn.flatMap(({ found }) => [...(found?.groups ?? []), ...(found?.keys ?? [])]),
  ]);
  // Every provider's targets run Kubernetes, and a plain word is not specific to a provider.
  const names = new Set(providers.flatMap(({ name, value }) => [name, value.distribution]));
  return (
    [...new Set(words)]
      .filter((word) => word !== "kubernetes" && (names.has(word) || word.includes(".")))
      .map((word) => word.replace(/[/-]$/, ""))
      // `eks.amazonaws.com` is more specific than `eks`.
      .sort((left, right) => right.length - left.length)
  );
}

function wordFinder(words: readonly string[]): Finder {
  if (words.length === 0) return () => [];
  const escaped = words.map((word) => word.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`));
  // `azure-blob` is a protocol and `AZURE_KEY` a user's variable: part of a longer name is another name.
  const pattern = new RegExp(`(?<![\\w-])(?:${escaped.join("|")})(?![\\w-])`, "gi");
  return (text) =>
    [...text.matchAll(pattern)].map(({ 0: word, index }) => ({
      word: word.toLowerCase(),
      offset: index,
    }));
}

function describeTemplate({ path, text }: TemplateFile, find: Finder): PortableFile {
  const lines = text.replace(/\n$/, "").split("\n");
  const found = lines.flatMap((line, index) =>
    find(withoutComment(line)).map(({ word, offset }): Found => ({
      word,
      at: { file: path, line: index + 1, column: offset + 1 },
    })),
  );
  return {
    ...describeWords(path, found),
    lines: lines.length,
    conditionalLines: conditionalLines(lines),
  };
}

/** Descriptions may name any provider. */
function withoutComment(line: string): string {
  return line
    .replace(/^\s*#.*$/, "")
    .replaceAll(/\{\{!.*?\}\}/g, (note) => " ".repeat(note.length));
}

function describeApplication({ file, value }: Named<Application>, find: Finder): PortableFile {
  const found = textsOf(value, []).flatMap(({ text, path }) =>
    find(text).map(({ word }): Found => ({ word, at: placeAt(value, path, startOf(file)) })),
  );
  return describeWords(file, found);
}

function describeWords(file: string, found: readonly Found[]): PortableFile {
  const words = found.map(({ word, at }) => ({ word, line: at.line }));
  for (const [index, { at }] of found.entries()) setOrigin(words, index, { place: at });
  const described = { file, words };
  setRootOrigin(described, { place: startOf(file) });
  return described;
}

const prose = new Set(["purpose", "title", "how", "description", "owners"]);

function textsOf(value: unknown, path: Path): { text: string; path: Path }[] {
  if (typeof value === "string") return [{ text: value, path }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (prose.has(key)) return [];
    const inside = [...path, Array.isArray(value) ? Number(key) : key];
    return [
      ...(Array.isArray(value) ? [] : [{ text: key, path: inside }]),
      ...textsOf(inner, inside),
    ];
  });
}
