import { mergeConfig } from "vitest/config";
import base from "../../vitest.config.ts";

// Real API servers start once for all files; `run.ts` builds them first and reports a missing Go.
export default mergeConfig(base, {
  test: {
    root: import.meta.dirname,
    include: ["**/*.server-test.ts"],
    globalSetup: ["servers-setup.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
