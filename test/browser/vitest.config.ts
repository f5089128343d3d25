import { mergeConfig } from "vitest/config";
import base from "../../vitest.config.ts";

// Needs Chromium, so it is not part of `npm test`.
export default mergeConfig(base, { test: { include: ["test/browser/**/*.browser-test.ts"] } });
