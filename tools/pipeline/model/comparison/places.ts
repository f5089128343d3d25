import { Type } from "typebox";
import { closed } from "../kinds/shared.ts";

/** A line of the estate in a report. */
export const PlaceSchema = closed({
  file: Type.String(),
  line: Type.Integer({ minimum: 1 }),
  column: Type.Integer({ minimum: 1 }),
});

/** One environment on one target. */
export const PairSchema = closed({ environment: Type.String(), target: Type.String() });
