import { parse as parseToml } from "smol-toml";
import { LineCounter, parseAllDocuments } from "yaml";
import type { Manifest } from "../../model/kubernetes/manifest.ts";
import { at, entries, pathOf } from "../cursor.ts";
import type { ReportProblem } from "../manifest-problem.ts";

/** Checks that files in a ConfigMap parse in the format that their extension names. */
export function checkEmbeddedFiles(manifest: Manifest, report: ReportProblem): void {
  const { id, object, sourceAt } = manifest;
  if (id.group !== "" || id.kind !== "ConfigMap") return;
  for (const entry of entries(at({ value: object }, "data"))) {
    const language = languages.get(/\.([a-z]+)$/.exec(entry.key)?.[1] ?? "");
    if (language === undefined || typeof entry.value !== "string") continue;
    const path = pathOf(entry);
    // `{{config}}` prints a parsed tree, so its output is always valid.
    if (/^config\s/.test(sourceAt(path).expression ?? "")) continue;
    const detail = language.problem(entry.value);
    if (detail === undefined) continue;
    const args = { key: entry.key, language: language.name, detail };
    report({ code: "manifest-embedded-syntax", path, args });
  }
}

interface Language {
  readonly name: string;
  readonly problem: (text: string) => string | undefined;
}

const yaml: Language = { name: "YAML", problem: yamlProblem };
const languages: ReadonlyMap<string, Language> = new Map([
  ["toml", { name: "TOML", problem: (text) => thrown(() => parseToml(text)) }],
  ["json", { name: "JSON", problem: (text) => thrown(() => JSON.parse(text) as unknown) }],
  ["yaml", yaml],
  ["yml", yaml],
]);

function yamlProblem(text: string): string | undefined {
  const lineCounter = new LineCounter();
  return thrown(() => {
    for (const document of parseAllDocuments(text, { lineCounter, prettyErrors: false })) {
      const error = "errors" in document ? document.errors[0] : undefined;
      if (error)
        throw new Error(`${error.message} (line ${lineCounter.linePos(error.pos[0]).line})`);
    }
  });
}

function thrown(action: () => unknown): string | undefined {
  try {
    action();
    return undefined;
  } catch (error) {
    return (error instanceof Error ? error.message : "it cannot be parsed").split("\n")[0] ?? "";
  }
}
