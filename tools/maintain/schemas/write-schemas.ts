import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { addonArtefact } from "./addon-artefact.ts";
import { addonSources } from "./addons.ts";
import { apiLifecycles } from "../servers/api-lifecycle.ts";
import { startApiServer } from "../servers/api-server.ts";
import { describeApi } from "../servers/describe-api.ts";
import { GoCommandError } from "../programs/go-command.ts";
import { kubernetesVersions } from "../programs/go-recipes.ts";
import { kubernetesArtefact } from "./kubernetes-artefact.ts";
import { readDefinitions } from "./read-definitions.ts";

// Writes the offline schemas below `artefacts`; --check only lists the outdated files (exit 1).
const root = join(import.meta.dirname, "../../..");

process.once("SIGINT", () => process.exit(130));
process.once("SIGTERM", () => process.exit(143));
try {
  const files = new Map([...addonFiles(), ...(await kubernetesFiles())]);
  if (process.argv.includes("--check")) check(files);
  else write(files);
} catch (error) {
  if (!(error instanceof GoCommandError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

function addonFiles(): ReadonlyMap<string, string> {
  return new Map(
    addonSources.map((source) => [
      `artefacts/addons/${source.addon}/${source.version}.json`,
      addonArtefact(source, readDefinitions(source)),
    ]),
  );
}

async function kubernetesFiles(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const [minor, version] of Object.entries(kubernetesVersions)) {
    const server = await startApiServer(minor);
    try {
      const api = await describeApi(server.client);
      const artefact = { minor, version, api, lifecycles: apiLifecycles(version) };
      files.set(`artefacts/kubernetes/${minor}.json`, kubernetesArtefact(artefact));
    } finally {
      await server.stop();
    }
  }
  return files;
}

function write(files: ReadonlyMap<string, string>): void {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    console.log(`wrote ${path} (${Math.ceil(text.length / 1024)} KiB)`);
  }
}

function check(files: ReadonlyMap<string, string>): void {
  const stale = [...files].filter(([path, text]) => committed(path) !== text).map(([path]) => path);
  for (const path of stale)
    console.log(`${path} is stale: run "npm run schemas:write" and commit it`);
  console.log(`${files.size - stale.length} passed, ${stale.length} failed`);
  if (stale.length > 0) process.exitCode = 1;
}

function committed(path: string): string | undefined {
  try {
    return readFileSync(join(root, path), "utf8");
  } catch {
    return undefined;
  }
}
