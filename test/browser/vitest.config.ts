import { defineConfig } from "vitest/config";

// Needs Chromium, hence apart from `npm test`.
export default defineConfig({
  test: {
    include: ["test/browser/**/*.browser-test.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
