import { writeFileSync } from "node:fs";
import { applyManifest } from "./apply-manifest.ts";
import { readCorpus, verdictsFile, type RecordedVerdicts } from "./corpus.ts";
import { CannotRunError } from "./go-command.ts";
import { kubernetesVersions } from "./go-recipes.ts";
import { applyTarget, startPreparedServer } from "./prepared-server.ts";

// Asks the real servers about every manifest of the corpus and records what they say in corpus/verdicts.json.
process.once("SIGINT", () => process.exit(130));
process.once("SIGTERM", () => process.exit(143));
try {
  const verdicts = await askServers();
  writeFileSync(verdictsFile, `${JSON.stringify(Object.fromEntries(verdicts), undefined, 2)}\n`);
  console.log(`wrote the verdicts on ${verdicts.size} manifests`);
} catch (error) {
  if (!(error instanceof CannotRunError)) throw error;
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

// Some messages repeat a whole value of a mebibyte.
function shortened(reason: string): string {
  return reason.length > 400 ? `${reason.slice(0, 397)}...` : reason;
}
