import { Type } from "typebox";
import { closed } from "../kinds/shared.ts";
import { PairSchema } from "./places.ts";

/** An image that is added, removed, or changes its version. */
export const ImageChangeSchema = closed({
  repository: Type.String(),
  base: Type.Optional(Type.String()),
  head: Type.Optional(Type.String()),
  /** Whether the new reference is pinned by digest. */
  pinned: Type.Boolean(),
  places: Type.Array(PairSchema),
});

/** A value that became different between targets of an environment, or that became equal. */
export const ParityChangeSchema = closed({
  environment: Type.String(),
  object: Type.String(),
  path: Type.Array(Type.String()),
  parity: Type.Enum(["lost", "gained"]),
  values: Type.Array(closed({ target: Type.String(), value: Type.String() })),
});

/** An owner, and which of their things the change affects. */
export const AffectedOwnerSchema = closed({
  owner: Type.String(),
  because: Type.Array(
    closed({
      kind: Type.Enum(["environment", "system", "application", "target"]),
      name: Type.String(),
      /** The change itself adds or removes this owner. */
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

/** The effect on lock-in: bindings and proofs added or removed, and how each environment's figures change. */
export const LockInChangeSchema = closed({
  added: Type.Array(BindingSchema),
  removed: Type.Array(BindingSchema),
  /** Proofs gained or lost at a provider, in any environment, because other environments may rely on them. */
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
