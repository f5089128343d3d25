import { describe, expect, it } from "vitest";
import { roundTrips } from "./round-trips.ts";

const row = { kind: "measured", source: "a stop watch", date: "2026-11-24" } as const;

describe("roundTrips", () => {
  it("indexes round trips by start and end, per direction", () => {
    const trips = roundTrips([
      { ...row, from: "aws:one", to: "gcp:two", median_ms: 11.5 },
      { ...row, from: "gcp:two", to: "aws:one", median_ms: 12 },
      { ...row, from: "aws:one", to: "gcp:three", median_ms: 20 },
    ]);
    expect(trips).toEqual({
      "aws:one": { "gcp:two": 11.5, "gcp:three": 20 },
      "gcp:two": { "aws:one": 12 },
    });
  });

  it("accepts any name, including `__proto__`", () => {
    const trips = roundTrips([{ ...row, from: "__proto__", to: "constructor", median_ms: 1 }]);
    expect(Object.keys(trips)).toEqual(["__proto__"]);
  });
});
