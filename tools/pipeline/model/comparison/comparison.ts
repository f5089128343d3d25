import { Type, type Static } from "typebox";
import {
  AffectedOwnerSchema,
  ImageChangeSchema,
  LockInChangeSchema,
  ParityChangeSchema,
} from "./consequences.ts";
import {
  ComparedDiagnosticSchema,
  ComparedFindingSchema,
  PolicyChangeSchema,
} from "./judgement-change.ts";
import {
  type FieldChangeSchema,
  ObjectChangeSchema,
  type ReasonSchema,
  RenameSchema,
  TargetChangeSchema,
} from "./object-change.ts";
import { PairSchema } from "./places.ts";
import { SystemGraphSchema, TopologyChangeSchema } from "./topology-change.ts";
import { closed } from "../kinds/shared.ts";

const SideSchema = closed({
  label: Type.String(),
  commit: Type.Optional(Type.String()),
  manifests: Type.Integer(),
  diagnostics: Type.Integer(),
  findings: Type.Integer(),
  waived: Type.Integer(),
  /** Keys left out of the older state because the current definitions do not have them; absent if there are none. */
  leftOutKeys: Type.Optional(Type.Array(Type.String())),
});

/** The semantic differences between two states of an estate, as data without secrets: the content of `report.json`. */
export const ComparisonSchema = closed({
  schemaVersion: Type.Literal(1),
  asOf: Type.String(),
  base: SideSchema,
  head: SideSchema,
  /** Only targets with a change; `unchangedTargets` counts the others. */
  targets: Type.Array(TargetChangeSchema),
  /** Absent if nothing was renamed. */
  renames: Type.Optional(Type.Array(RenameSchema)),
  unchangedTargets: Type.Integer(),
  /** Where the newer state could not be built completely. Nothing is reported as removed there. */
  unread: Type.Array(PairSchema),
  changes: Type.Array(ObjectChangeSchema),
  topology: Type.Array(TopologyChangeSchema),
  graphs: Type.Array(
    closed({ base: Type.Optional(SystemGraphSchema), head: Type.Optional(SystemGraphSchema) }),
  ),
  diagnostics: Type.Array(ComparedDiagnosticSchema),
  findings: closed({
    /** New findings, findings that are now stricter, and findings that lost their waiver. */
    new: Type.Array(ComparedFindingSchema),
    /** Findings that gained a waiver or a longer one, and findings that are now milder. */
    eased: Type.Array(ComparedFindingSchema),
    fixed: Type.Array(ComparedFindingSchema),
    unchanged: Type.Integer(),
  }),
  policies: Type.Optional(PolicyChangeSchema),
  lockIn: Type.Optional(LockInChangeSchema),
  images: Type.Array(ImageChangeSchema),
  parity: Type.Array(ParityChangeSchema),
  owners: Type.Array(AffectedOwnerSchema),
  /** Number of redacted values in the shown content. */
  redacted: Type.Integer(),
});

export type Reason = Static<typeof ReasonSchema>;
export type FieldChange = Static<typeof FieldChangeSchema>;
export type ObjectChange = Static<typeof ObjectChangeSchema>;
export type Rename = Static<typeof RenameSchema>;
export type TargetChange = Static<typeof TargetChangeSchema>;
export type TopologyChange = Static<typeof TopologyChangeSchema>;
export type SystemGraph = Static<typeof SystemGraphSchema>;
export type ComparedFinding = Static<typeof ComparedFindingSchema>;
export type ComparedDiagnostic = Static<typeof ComparedDiagnosticSchema>;
export type ImageChange = Static<typeof ImageChangeSchema>;
export type ParityChange = Static<typeof ParityChangeSchema>;
export type AffectedOwner = Static<typeof AffectedOwnerSchema>;
export type PolicyChange = Static<typeof PolicyChangeSchema>;
export type LockInChange = Static<typeof LockInChangeSchema>;
export type Comparison = Static<typeof ComparisonSchema>;
