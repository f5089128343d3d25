import { isIPv4, isIPv6 } from "node:net";
import { isAddressRange } from "../address-range.ts";

/** Returns why a text does not match its format; undefined if it does, or if the server does not check that format. */
export function formatProblem(format: string, text: string): string | undefined {
  const check = formats.get(format);
  return check === undefined || check.fits(text) ? undefined : check.problem;
}

interface Format {
  readonly fits: (text: string) => boolean;
  readonly problem: string;
}

const dateTime =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])[Tt]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?([Zz]|[-+]\d\d:\d\d)$/;
const dateTimeFormat: Format = {
  fits: (text) => dateTime.test(text),
  problem: "it must be a time such as 2026-01-31T12:00:00Z",
};

const formats: ReadonlyMap<string, Format> = new Map([
  ["date-time", dateTimeFormat],
  ["datetime", dateTimeFormat],
  ["byte", { fits: isBase64, problem: "it must be base64" }],
  ["ipv4", { fits: isIPv4, problem: "it must be an IPv4 address" }],
  ["ipv6", { fits: isIPv6, problem: "it must be an IPv6 address" }],
  ["cidr", { fits: isAddressRange, problem: "it must be an address range" }],
  [
    "date",
    {
      fits: (text: string) => /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(text),
      problem: "it must be a date such as 2026-01-31",
    },
  ],
  [
    "uuid",
    {
      fits: (text: string) =>
        /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i.test(text),
      problem: "it must be a UUID",
    },
  ],
  [
    "email",
    {
      fits: (text: string) => /^[^\s@]+@[^\s@]+$/.test(text),
      problem: "it must be an email address",
    },
  ],
]);

/** Reports whether a text is base64 for Go's decoder, which ignores line breaks. */
function isBase64(text: string): boolean {
  const packed = text.replaceAll(/[\r\n]/g, "");
  return packed.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(packed);
}
