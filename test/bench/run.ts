import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { benchPage, type BenchResult, type EstateFigures, type PeerFigures } from "./bench-page.ts";
import { generateEstate } from "./generate-estate.ts";
import { measure, type Command } from "./measure.ts";
import { findPeers } from "./peers.ts";
import { judgeTime } from "./judge-time.ts";
import { renderEstate } from "./rendered-estate.ts";

// `npm run bench` prints figures; `--quick` leaves out the large estate; `--write DAY` also writes docs/bench.md.
const repository = fileURLToPath(new URL("../../", import.meta.url));
const quick = process.argv.includes("--quick");
const writeAt = process.argv.indexOf("--write");
const work = mkdtempSync(join(tmpdir(), "altostrata-bench-"));
try {
  const result = await bench();
  const page = benchPage(result);
  process.stdout.write(page);
  if (writeAt !== -1) writeFileSync(join(repository, "docs/bench.md"), page);
} finally {
  rmSync(work, { recursive: true, force: true });
}

async function bench(): Promise<BenchResult> {
  const sizes = quick ? [10] : [10, 100];
  const estates: EstateFigures[] = [
    await estateFigures("the first estate", repository, quick ? 3 : 7),
  ];
  for (const size of sizes) {
    const folder = join(work, `estate-${size}`);
    generateEstate(folder, size);
    estates.push(await estateFigures(`${size} environments`, folder, quick ? 1 : 3));
  }
  const largest = join(work, `estate-${sizes.at(-1)}`);
  const rendered = await renderEstate(largest, join(work, "rendered"));
  const { found, missing } = findPeers();
  const peers = found.map((peer): PeerFigures => {
    say(`measuring ${peer.name}`);
    const command = peer.command(rendered, join(work, "peers"));
    return { name: peer.name, version: peer.version, does: peer.does, ...measure(command, 1) };
  });
  return {
    day: process.argv[writeAt + 1] ?? "",
    written: writeAt !== -1,
    machine: `${cpus().length} cores, Node ${process.versions.node}`,
    estates,
    peers,
    missing,
    judging: await judgeTime(repository),
  };
}

async function estateFigures(name: string, folder: string, times: number): Promise<EstateFigures> {
  say(`measuring ${name}`);
  const { result, steps } = await renderEstate(
    folder,
    join(work, "steps", name.replaceAll(" ", "-")),
  );
  const manifests = result.targets.reduce((sum, target) => sum + target.manifests.length, 0);
  return {
    name,
    targets: result.targets.length,
    manifests,
    steps,
    ...measure(validate(folder), times),
  };
}

/** The user's own command, npm's start included. */
function validate(estate: string): Command {
  const args = ["run", "--silent", "validate", "--", "--estate", estate];
  return { program: "npm", args, cwd: repository };
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
