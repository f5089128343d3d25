import { mergeConfig } from "vitest/config";
import base from "../../vitest.config.ts";

// Downloads GitHub's API description once, so it is not part of `npm test`.
export default mergeConfig(base, {
  test: { include: ["test/github/**/*.openapi-test.ts"], testTimeout: 300_000 },
});
