import { defineConfig } from "vitest/config";

// Tests start real programs, which takes longer than vitest's default of 5 seconds on a busy machine.
export default defineConfig({ test: { testTimeout: 60_000, hookTimeout: 60_000 } });
