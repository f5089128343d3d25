import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bench } from "./bench.ts";
import { benchPage } from "./bench-page.ts";

// `npm run bench` prints measurements; `--quick` skips the large estate; `--write DAY` also writes docs/bench.md for
// that day.
const [loadAtStart = 0] = loadavg();
const repository = fileURLToPath(new URL("../../../", import.meta.url));
const quick = process.argv.includes("--quick");
const writes = process.argv.includes("--write");
const day = process.argv[process.argv.indexOf("--write") + 1] ?? "";
if (writes && (quick || !/^\d{4}-\d{2}-\d{2}$/.test(day))) {
  process.stderr.write("bench: --write takes today's day (YYYY-MM-DD) and measures all sizes\n");
  process.exitCode = 2;
} else {
  await benchAndPrint();
}

async function benchAndPrint(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "altostrata-bench-"));
  try {
    const figures = await bench({
      repository,
      folder,
      sizes: quick ? [10] : [10, 100],
      rounds: quick ? 1 : 3,
      ...(quick ? {} : { widest: 500 }),
      log: (text) => process.stderr.write(`${text}\n`),
    });
    const memory = Math.round(totalmem() / 2 ** 30);
    const page = benchPage({
      ...figures,
      ...(writes ? { day } : {}),
      machine: `${cpus().length} cores (${process.arch}), ${memory} GiB, Node ${process.versions.node}`,
      load: loadAtStart,
    });
    process.stdout.write(page);
    if (writes) writeFileSync(join(repository, "docs/bench.md"), page);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
