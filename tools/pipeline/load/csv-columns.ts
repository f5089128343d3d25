/** The values that a column allows. */
export interface ColumnKind {
  readonly accepts: RegExp;
  /** Described for messages. */
  readonly expected: string;
  readonly number?: boolean;
  readonly mayBeEmpty?: boolean;
}

const text: ColumnKind = {
  accepts: /^\S(.*\S)?$/,
  expected: "a text without leading or trailing spaces",
};
const number: ColumnKind = {
  accepts: /^[0-9]{1,12}(\.[0-9]{1,9})?$/,
  expected: "a number such as 0.085",
  number: true,
};
const optionalNumber: ColumnKind = { ...number, mayBeEmpty: true };
const optionalText: ColumnKind = { ...text, mayBeEmpty: true };
const currency: ColumnKind = { accepts: /^[A-Z]{3}$/, expected: "a currency such as USD" };
const day: ColumnKind = {
  accepts: /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/,
  expected: "a date such as 2026-01-31",
};
const evidence: ColumnKind = {
  accepts: /^(list|derived|assumed|measured|estimated)$/,
  expected: "one of list, derived, assumed, measured, estimated",
};

/** The columns of each table of the estate, in the order of messages. */
export const csvColumns = {
  prices: {
    required: {
      item: text,
      region: text,
      unit: text,
      price: number,
      currency,
      kind: evidence,
      source: text,
      date: day,
    },
    optional: { note: optionalText },
  },
  latency: {
    required: { from: text, to: text, median_ms: number, kind: evidence, source: text, date: day },
    optional: { p95_ms: optionalNumber, note: optionalText },
  },
} as const satisfies Record<
  string,
  { required: Record<string, ColumnKind>; optional: Record<string, ColumnKind> }
>;

export type CsvKind = keyof typeof csvColumns;
