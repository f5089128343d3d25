import { writeFileSync } from "node:fs";

// Loaded into the measured program to write its peak memory in MiB. npm's own process is smaller and is skipped.
process.on("exit", () => {
  const file = process.env["PEAK_MEMORY_FILE"];
  if (!file || process.argv[1]?.includes("npm")) return;
  writeFileSync(file, String(process.resourceUsage().maxRSS / 1024));
});
