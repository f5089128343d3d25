import fc from "fast-check";
import { expect, it } from "vitest";
import { printablePath } from "./printable-path.ts";

it("prints plain UTF-8 as it is, and each other path as another text", () => {
  expect(printablePath(Buffer.from("tools/ünï code.ts"))).toBe("tools/ünï code.ts");
  const bytes = fc.constantFrom(0x0a, 0x22, 0x5c, 0x33, 0x35, 0x31, 0xe9, 0xc3, 0xa9, 0x61);
  const path = fc.array(bytes, { maxLength: 5 }).map((values) => Buffer.from(values));
  fc.assert(
    fc.property(path, path, (left, right) => {
      expect(printablePath(left) === printablePath(right)).toBe(left.equals(right));
      expect(printablePath(left)).not.toMatch(/\p{Cc}/u);
    }),
    { numRuns: 2000 },
  );
});
