import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isStrictlyInside, parseAddressRange } from "./address-range.ts";

describe("parseAddressRange", () => {
  it.each([
    "10.0.0.0/8",
    "0.0.0.0/0",
    "203.0.113.7/32",
    "2001:db8::/64",
    "::/0",
    "::ffff:10.0.0.1/128",
  ])("reads %s", (text) => {
    expect(parseAddressRange(text)).toBeDefined();
  });

  it.each([
    "10.0.0.0",
    "10.0.0.0/33",
    "10.0.0/8",
    "10.0.0.0/08",
    "2001:db8::/129",
    "a/8",
    "10.0.0.0/8/8",
    "",
  ])("refuses %j", (text) => {
    expect(parseAddressRange(text)).toBeUndefined();
  });
});

describe("isStrictlyInside", () => {
  it("accepts a longer prefix of the same address, but not the reverse", () => {
    const lengths = fc.tuple(fc.nat(31), fc.integer({ min: 1, max: 32 }));
    fc.assert(
      fc.property(fc.ipV4(), lengths, (address, [shorter, more]) => {
        const longer = Math.min(32, shorter + more);
        const outer = parseAddressRange(`${address}/${shorter}`);
        const inner = parseAddressRange(`${address}/${longer}`);
        if (!outer || !inner) throw new Error("both are ranges");
        expect(isStrictlyInside(inner, outer)).toBe(true);
        expect(isStrictlyInside(outer, inner)).toBe(false);
        expect(isStrictlyInside(outer, outer)).toBe(false);
      }),
    );
  });

  it("distinguishes neighbours and address families", () => {
    const range = (text: string) => parseAddressRange(text) ?? expect.fail(text);
    expect(isStrictlyInside(range("10.1.0.0/16"), range("10.0.0.0/16"))).toBe(false);
    expect(isStrictlyInside(range("10.1.0.0/24"), range("10.0.0.0/16"))).toBe(false);
    expect(isStrictlyInside(range("2001:db8:1::/48"), range("2001:db8::/32"))).toBe(true);
    expect(isStrictlyInside(range("::/64"), range("0.0.0.0/0"))).toBe(false);
  });
});
