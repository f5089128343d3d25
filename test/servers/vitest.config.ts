import { defineConfig } from "vitest/config";

/** Tests against real API servers: started once for all files, so `run.ts` comes first and says when Go is missing. */
// eslint-disable-next-line import/no-default-export -- vitest reads the default export.
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ["**/*.server-test.ts"],
    globalSetup: ["servers-setup.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
