import { Type, type Static } from "typebox";
import { closed, Day, kindSchema, Name, Owner, Text } from "./shared.ts";

const Waiver = closed({
  rule: Type.String({
    pattern: "^[A-Z]{3}-[0-9]{3}$",
    description: "the id of a rule such as SEC-051",
  }),
  target: Type.Optional(Name),
  /** `Kind/namespace/name` or `Kind/name`; `*` matches any characters except `/`. */
  object: Type.Optional(Text),
  /** Dotted path inside the object. */
  path: Type.Optional(Text),
  reason: Type.String({ minLength: 10, maxLength: 2000 }),
  owner: Owner,
  ticket: Text,
  created: Day,
  expires: Day,
  approvedBy: Type.Optional(Owner),
});

/** Findings accepted for a time, with owner and reason. */
export const WaiversSchema = kindSchema("Waivers", { waivers: Type.Array(Waiver) });

export type Waivers = Static<typeof WaiversSchema>;
export type Waiver = Static<typeof Waiver>;
