import { writeFileSync } from "node:fs";

// Loaded into the measured program: says at its end how much memory it held at most, in MiB. npm's own process ends last and is
// smaller, so the larger figure stays.
process.on("exit", () => {
  const file = process.env["PEAK_MEMORY_FILE"];
  if (!file || process.argv[1]?.includes("npm")) return;
  writeFileSync(file, String(process.resourceUsage().maxRSS / 1024));
});
