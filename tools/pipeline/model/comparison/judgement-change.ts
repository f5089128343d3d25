import { Type } from "typebox";
import { closed } from "../kinds/shared.ts";
import { PlaceSchema } from "./places.ts";

/** One finding with all places where it is identical. */
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
  /** The waiver's owner, expiry and reason. */
  waiver: Type.Optional(
    closed({ owner: Type.String(), expires: Type.String(), reason: Type.String() }),
  ),
  /** The earlier action if it differs: `deny`, `warn`, `inform`, `waived`, or `off` if no rule found it. */
  was: Type.Optional(Type.String()),
  places: Type.Array(
    closed({ environment: Type.Optional(Type.String()), target: Type.Optional(Type.String()) }),
  ),
});

/** A diagnostic of the newer state, as text. */
export const ComparedDiagnosticSchema = closed({
  code: Type.String(),
  text: Type.String(),
  at: PlaceSchema,
});

/**
 * Findings of the head that the head's rules treat more mildly than the base's, or no longer report (loosened), and the
 * reverse.
 */
export const PolicyChangeSchema = closed({
  added: Type.Array(Type.String()),
  removed: Type.Array(Type.String()),
  changed: Type.Array(Type.String()),
  loosened: Type.Array(ComparedFindingSchema),
  tightened: Type.Array(ComparedFindingSchema),
});
