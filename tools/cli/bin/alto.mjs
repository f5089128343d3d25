#!/usr/bin/env node
// Plain JavaScript that any Node since 12 can read: it must be able to say that the Node is too old for the rest.
import { createRequire } from "module";
import { fileURLToPath } from "url";

const needed = 24;
const major = Number(process.versions.node.split(".")[0]);

if (major < needed) {
  process.stderr.write(
    "alto needs Node " +
      needed +
      " or newer. This is Node " +
      process.versions.node +
      ".\n" +
      "On Linux, npm uses the Node of the repository: npm run alto -- " +
      // An argument must not control the terminal.
      process.argv
        .slice(2)
        .join(" ")
        .replace(/[^\x20-\x7e]/g, "?") +
      "\n" +
      "Or install Node " +
      needed +
      ": https://nodejs.org\n",
  );
  process.exitCode = 2;
} else {
  const require = createRequire(import.meta.url);
  // Left alone the heap grows to several times what a run over many environments holds, as long as the machine has room.
  require("v8").setFlagsFromString("--heap-growing-percent=50");
  const nodeModule = require("module");
  nodeModule.enableCompileCache(
    fileURLToPath(new URL("../../../node_modules/.cache/altostrata/code", import.meta.url)),
  );
  import("../main.ts").then(
    (cli) => cli.main(process.argv.slice(2)),
    (error) => {
      process.stderr.write(
        "alto cannot start: " + error.message + "\nRun npm ci in the repository.\n",
      );
      process.exitCode = 2;
    },
  );
}
