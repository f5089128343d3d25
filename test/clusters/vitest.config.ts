import { defineConfig } from "vitest/config";

/** Tests on real clusters, one file after the other; `run.ts` comes first and prepares the machine. */
// eslint-disable-next-line import/no-default-export -- vitest reads the default export.
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ["**/*.cluster-test.ts"],
    globalSetup: ["clusters-setup.ts"],
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // Timelines are printed as they happen.
    disableConsoleIntercept: true,
  },
});
