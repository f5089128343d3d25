import { isNode, LineCounter, parseDocument, type Document } from "yaml";
import type { Diagnostic } from "../../model/results/diagnostic.ts";
import { validatorFor } from "../../model/estate/compile-schema.ts";
import { policyDefinitions } from "../../model/estate/definitions.ts";
import type { FolderReader } from "../../model/estate/folder-reader.ts";
import { startOf, type Place } from "../../model/origins/place.ts";
import { PolicyBundleError, reasonOf } from "./policy-bundle.ts";
import type { PolicySettings, SettingsLayer } from "./policy-settings.ts";

/**
 * Loads the settings of a folder (policies/settings), weakest layer first. An invalid file becomes a diagnostic. Throws
 * PolicyBundleError if the folder cannot be read.
 */
export async function loadSettings(
  folder: FolderReader,
): Promise<{ layers: SettingsLayer[]; diagnostics: Diagnostic[] }> {
  const names = (await listSettings(folder)).filter((name) => name.endsWith(".yaml")).sort();
  const layers: SettingsLayer[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const name of names) {
    const layer = await readSettings(folder, name);
    if ("code" in layer) diagnostics.push(layer);
    else layers.push(layer);
  }
  return {
    layers: layers.sort((left, right) => strength(left.settings) - strength(right.settings)),
    diagnostics,
  };
}

async function listSettings(folder: FolderReader): Promise<readonly string[]> {
  try {
    return await folder.list("");
  } catch (error) {
    throw new PolicyBundleError(
      `the folder policies/settings cannot be read (${reasonOf(error)}); restore it from git`,
      { cause: error },
    );
  }
}

/** Reads one settings file. Returns a diagnostic if it is invalid. */
async function readSettings(
  folder: FolderReader,
  name: string,
): Promise<SettingsLayer | Diagnostic> {
  const file = `policies/settings/${name}`;
  try {
    return parseSettings(file, Buffer.from(await folder.read(name)).toString("utf8"));
  } catch (error) {
    // Not a regular file, no access, or YAML that the library rejects (too much nesting, too many aliases).
    return invalid(`The file cannot be read: ${reasonOf(error)}`, startOf(file));
  }
}

function parseSettings(file: string, text: string): SettingsLayer | Diagnostic {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter });
  const [syntaxError] = document.errors;
  if (syntaxError)
    return invalid(syntaxError.message.split("\n")[0] ?? "", {
      ...position(lineCounter, syntaxError.pos[0]),
      file,
    });
  const settings: unknown = document.toJS();
  const placeAt = (path: readonly (string | number)[]): Place =>
    placeOf(document, lineCounter, { file, path });
  const isSound = validatorFor(policyDefinitions.policySettings);
  if (!isSound(settings)) {
    const [error] = isSound.errors ?? [];
    const path = (error?.instancePath ?? "").split("/").slice(1);
    return invalid(
      `${path.join(".") || "the file"} ${error?.message ?? "has an unknown shape"}`,
      placeAt(path),
    );
  }
  return { file, settings: settings as PolicySettings, placeAt };
}

function strength({ applies }: PolicySettings): number {
  return (
    Number(applies?.family !== undefined) +
    2 * Number(applies?.tier !== undefined) +
    4 * Number(applies?.environment !== undefined)
  );
}

function invalid(problem: string, at: Place): Diagnostic {
  return { code: "policy-settings-invalid", args: { problem }, at };
}

function placeOf(
  document: Document,
  lineCounter: LineCounter,
  { file, path }: { file: string; path: readonly (string | number)[] },
): Place {
  for (let length = path.length; length > 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return { file, ...position(lineCounter, node.range[0]) };
  }
  return startOf(file);
}

function position(lineCounter: LineCounter, offset: number): { line: number; column: number } {
  const { line, col } = lineCounter.linePos(offset);
  return { line, column: col };
}
