import { writeFileSync } from "node:fs";
import { applyManifest } from "./apply-manifest.ts";
import { readCorpus, verdictsFile, type RecordedVerdicts } from "./corpus.ts";
import { GoCommandError } from "../programs/go-command.ts";
import { kubernetesVersions } from "../programs/go-recipes.ts";
import { applyTarget, startPreparedServer } from "./prepared-server.ts";

// Sends every manifest of the corpus to the real servers and records the verdicts in corpus/verdicts.json.
process.once("SIGINT", () => process.exit(130));
process.once("SIGTERM", () => process.exit(143));
try {
  const verdicts = await askServers();
  writeFileSync(verdictsFile, `${JSON.stringify(Object.fromEntries(verdicts), undefined, 2)}\n`);
  console.log(`wrote the verdicts on ${verdicts.size} manifests`);
} catch (error) {
  if (!(error instanceof GoCommandError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

async function askServers(): Promise<Map<string, RecordedVerdicts>> {
  const verdicts = new Map<string, RecordedVerdicts>();
  for (const minor of Object.keys(kubernetesVersions)) {
    const server = await startPreparedServer(minor);
    try {
      const target = await applyTarget(server.client);
      for (const { file, object } of readCorpus()) {
        const { verdict, reason } = await applyManifest(target, object);
        verdicts.set(file, {
          ...verdicts.get(file),
          [minor]: { verdict, reason: shortened(reason) },
        });
      }
    } finally {
      await server.stop();
    }
  }
  return verdicts;
}

// Shortens messages that repeat a huge value, and masks generated identifiers.
function shortened(reason: string): string {
  const stable = reason.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "<uid>");
  return stable.length > 400 ? `${stable.slice(0, 397)}...` : stable;
}
