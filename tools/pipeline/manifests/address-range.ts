import { isIP, isIPv4 } from "node:net";

/** Reports whether a text is an address range such as `10.0.0.0/8` or `2001:db8::/64`. */
export function isAddressRange(text: string): boolean {
  return parseAddressRange(text) !== undefined;
}

/** An address range as bits: its first address, and the number of leading bits that all its addresses share. */
export interface AddressRange {
  readonly family: 4 | 6;
  readonly first: bigint;
  readonly length: number;
}

/** Parses an address range; undefined if the text is not one. */
export function parseAddressRange(text: string): AddressRange | undefined {
  const [address = "", length = "", ...rest] = text.split("/");
  const family = isIP(address);
  if (rest.length > 0 || family === 0 || !/^(0|[1-9]\d{0,2})$/.test(length)) return undefined;
  const bits = family === 4 ? 32 : 128;
  const shared = Number(length);
  if (shared > bits || address.includes("%")) return undefined;
  const free = BigInt(bits - shared);
  return { family: family as 4 | 6, first: (addressBits(address) >> free) << free, length: shared };
}

/** Reports whether `inner` is a proper subset of `outer`. */
export function isStrictlyInside(inner: AddressRange, outer: AddressRange): boolean {
  if (inner.family !== outer.family || inner.length <= outer.length) return false;
  const free = BigInt((outer.family === 4 ? 32 : 128) - outer.length);
  return inner.first >> free === outer.first >> free;
}

function addressBits(address: string): bigint {
  if (isIPv4(address)) {
    return address.split(".").reduce((bits, part) => (bits << 8n) | BigInt(part), 0n);
  }
  const [head = "", tail] = address.split("::");
  const left = groupsOf(head);
  const right = tail === undefined ? [] : groupsOf(tail);
  const missing = Array<bigint>(Math.max(0, 8 - left.length - right.length)).fill(0n);
  return [...left, ...missing, ...right].reduce((bits, group) => (bits << 16n) | group, 0n);
}

function groupsOf(text: string): bigint[] {
  if (text === "") return [];
  return text.split(":").flatMap((group) => {
    if (!group.includes(".")) return [BigInt(`0x${group}`)];
    const bits = addressBits(group);
    return [bits >> 16n, bits & 0xffffn];
  });
}
