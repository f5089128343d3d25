import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { ManifestObject } from "./apply-manifest.ts";

/** The recorded verdicts of real servers on one manifest of the corpus, by minor version. */
export type RecordedVerdicts = Readonly<
  Record<string, { readonly verdict: "accepted" | "refused"; readonly reason: string }>
>;

/** A manifest that real servers refuse for one fault, or accept although it looks unusual. */
export interface CorpusManifest {
  /** `faulty/<class>.<fault>.yaml` or `valid/<what>.yaml`. */
  readonly file: string;
  readonly text: string;
  readonly object: ManifestObject;
  /** The part of the server's message that names the fault; only for faulty manifests. */
  readonly expects?: string;
}

const corpusFolder = join(import.meta.dirname, "../../../test/servers/corpus");
export const verdictsFile = join(corpusFolder, "verdicts.json");

/** All manifests of the corpus, sorted by file. */
export function readCorpus(): CorpusManifest[] {
  return ["faulty", "valid"].flatMap((folder) =>
    readdirSync(join(corpusFolder, folder))
      .sort()
      .map((name) => readManifest(`${folder}/${name}`)),
  );
}

/** The recorded verdicts by file. */
export function readVerdicts(): Readonly<Record<string, RecordedVerdicts>> {
  return JSON.parse(readFileSync(verdictsFile, "utf8")) as Readonly<
    Record<string, RecordedVerdicts>
  >;
}

function readManifest(file: string): CorpusManifest {
  const text = readFileSync(join(corpusFolder, file), "utf8");
  const expects = /^# expects: (.*)$/m.exec(text)?.[1];
  return {
    file,
    text,
    object: parse(text) as ManifestObject,
    ...(expects === undefined ? {} : { expects }),
  };
}
