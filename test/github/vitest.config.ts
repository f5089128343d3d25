import { defineConfig } from "vitest/config";

// Fetches GitHub's description of its API once, hence apart from `npm test`.
export default defineConfig({
  test: {
    include: ["test/github/**/*.openapi-test.ts"],
    testTimeout: 300_000,
    hookTimeout: 60_000,
  },
});
