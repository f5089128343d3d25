import { Type } from "typebox";
import { closed } from "../kinds/shared.ts";
import { PlaceSchema } from "./places.ts";

/** A finding, once for all the places where it is the same. */
export const ComparedFindingSchema = closed({
  rule: Type.String(),
  title: Type.String(),
  severity: Type.String(),
  action: Type.String(),
  message: Type.String(),
  remediation: Type.String(),
  at: PlaceSchema,
  fingerprint: Type.String(),
  object: Type.Optional(Type.String()),
  waived: Type.Boolean(),
  /** Who answers for the waiver that covers it, until when and why. */
  waiver: Type.Optional(
    closed({ owner: Type.String(), expires: Type.String(), reason: Type.String() }),
  ),
  /** How it was judged before, where that differs: `deny`, `warn`, `inform`, `waived`, or `off` where no rule spoke. */
  was: Type.Optional(Type.String()),
  places: Type.Array(
    closed({ environment: Type.Optional(Type.String()), target: Type.Optional(Type.String()) }),
  ),
});

/** A diagnostic of the newer state, in words. */
export const ComparedDiagnosticSchema = closed({
  code: Type.String(),
  text: Type.String(),
  at: PlaceSchema,
});

/** Findings about the head that today's rules judge more mildly than the base's, or no more (loosened), and the reverse. */
export const PolicyChangeSchema = closed({
  added: Type.Array(Type.String()),
  removed: Type.Array(Type.String()),
  changed: Type.Array(Type.String()),
  loosened: Type.Array(ComparedFindingSchema),
  tightened: Type.Array(ComparedFindingSchema),
});
