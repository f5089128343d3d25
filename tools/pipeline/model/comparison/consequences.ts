import { Type } from "typebox";
import { closed } from "../kinds/shared.ts";
import { PairSchema } from "./places.ts";

/** An image that goes, comes, or changes its version. */
export const ImageChangeSchema = closed({
  repository: Type.String(),
  base: Type.Optional(Type.String()),
  head: Type.Optional(Type.String()),
  /** Whether the new reference is pinned by digest. */
  pinned: Type.Boolean(),
  places: Type.Array(PairSchema),
});

/** A value that was (or now is) the same on all targets of an environment, and now is not (or was not). */
export const ParityChangeSchema = closed({
  environment: Type.String(),
  object: Type.String(),
  path: Type.Array(Type.String()),
  parity: Type.Enum(["lost", "gained"]),
  values: Type.Array(closed({ target: Type.String(), value: Type.String() })),
});

/** Whom a change concerns, and by what of theirs. */
export const AffectedOwnerSchema = closed({
  owner: Type.String(),
  because: Type.Array(
    closed({
      kind: Type.Enum(["environment", "system", "application", "target"]),
      name: Type.String(),
      /** The change itself makes them an owner of it, or no longer one. */
      turn: Type.Optional(Type.Enum(["comes", "goes"])),
    }),
  ),
});

const BindingSchema = closed({
  environment: Type.String(),
  system: Type.String(),
  component: Type.String(),
  provider: Type.String(),
  surface: Type.String(),
  tier: Type.Number(),
  alternatives: Type.Array(Type.String()),
});

const ProvenSchema = closed({
  application: Type.String(),
  component: Type.String(),
  aspect: Type.Enum(["runs", "dns", "backup"]),
  provider: Type.String(),
});

/** What a change does to lock-in: bindings and proofs that come and go, and how the figures of each environment move. */
export const LockInChangeSchema = closed({
  added: Type.Array(BindingSchema),
  removed: Type.Array(BindingSchema),
  /** What is proven at a provider for the first time, or no longer, in any environment: others may rest on it. */
  proven: Type.Array(ProvenSchema),
  unproven: Type.Array(ProvenSchema),
  figures: Type.Array(
    closed({
      environment: Type.String(),
      figure: Type.Enum([
        "catalogue",
        "portability",
        "readiness",
        "data-exit",
        "switching",
        "exposure",
      ]),
      base: Type.String(),
      head: Type.String(),
    }),
  ),
});
