import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

// `npm run check:workflows` runs actionlint and zizmor on `.github`. The first run builds or installs them.
const repository = fileURLToPath(new URL("../../../", import.meta.url));
const linters: Readonly<Record<string, readonly string[]>> = {
  actionlint: [],
  zizmor: ["--offline", "--no-progress", ".github"],
};

let failed = 0;
for (const [name, options] of Object.entries(linters)) {
  const found = spawnSync(process.execPath, ["tools/maintain/programs/tools.ts", name], {
    cwd: repository,
    encoding: "utf8",
  });
  const program = found.stdout.trim();
  const result =
    found.status === 0 ? spawnSync(program, options, { cwd: repository, encoding: "utf8" }) : found;
  if (result.status === 0) continue;
  failed += 1;
  console.log(`${name}:\n${result.stdout}${result.stderr}`);
}
console.log(`${Object.keys(linters).length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
