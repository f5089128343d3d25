import { Type, type Static } from "typebox";
import { changeClasses, reversibilities } from "./change-classes.ts";
import { closed } from "./kinds/shared.ts";

const ChangeClassSchema = Type.Enum([...changeClasses]);
const ReversibilitySchema = Type.Enum([...reversibilities]);

const PlaceSchema = closed({
  file: Type.String(),
  line: Type.Integer({ minimum: 1 }),
  column: Type.Integer({ minimum: 1 }),
});

const ObjectIdSchema = closed({
  group: Type.String(),
  version: Type.String(),
  kind: Type.String(),
  namespace: Type.String(),
  name: Type.String(),
});

/** One environment on one target. */
const PairSchema = closed({ environment: Type.String(), target: Type.String() });

/** Why a change has a class: a code with words in the report, and the path that shows it. */
const ReasonSchema = closed({
  class: ChangeClassSchema,
  code: Type.Enum([
    "deletes-data",
    "shrinks-storage",
    "grows-storage",
    "ends-backups",
    "deletes-namespace",
    "deletes-definition",
    "immutable-field",
    "moves-primary",
    "grants-rights",
    "changes-identity",
    "loosens-security",
    "changes-security",
    "opens-to-outside",
    "changes-route",
    "changes-dns",
    "changes-outside-flow",
    "changes-network-rule",
    "changes-image",
    "changes-database-version",
    "restarts-pods",
    "restarts-database",
    "changes-replicas",
    "changes-resources",
    "adds-workload",
    "removes-workload",
    "changes-behaviour",
    "renames-object",
    "changes-metadata",
    "same-meaning",
  ]),
  path: Type.Array(Type.String()),
});

/** One difference inside an object. List items stand in the path by their name (merge key) where they have one. */
const FieldChangeSchema = closed({
  path: Type.Array(Type.String()),
  change: Type.Enum(["added", "removed", "changed", "reordered", "same-meaning"]),
  base: Type.Optional(Type.Unknown()),
  head: Type.Optional(Type.Unknown()),
  /** Where the value was and is written in the desired state, when somebody wrote it there. */
  baseAt: Type.Optional(PlaceSchema),
  headAt: Type.Optional(PlaceSchema),
  /** For a checksum: the objects whose content it hashes and that changed. */
  hashes: Type.Optional(Type.Array(Type.String())),
});

/** One change of one object, shown once for all the places where it is the same. Objects are redacted. */
const ObjectChangeSchema = closed({
  change: Type.Enum(["added", "removed", "changed", "renamed"]),
  object: ObjectIdSchema,
  /** The object before, where its identity changed: it would be pruned. */
  previous: Type.Optional(ObjectIdSchema),
  system: Type.Optional(Type.String()),
  component: Type.Optional(Type.String()),
  classes: Type.Array(ChangeClassSchema),
  reversibility: ReversibilitySchema,
  /** Equal for equal effects: what changes from what to what, whatever the places are called. */
  digest: Type.String(),
  reasons: Type.Array(ReasonSchema),
  fields: Type.Array(FieldChangeSchema),
  base: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
  head: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
  places: Type.Array(PairSchema),
  /** Places that have the object and do not get this change. */
  exceptions: Type.Array(
    closed({
      environment: Type.String(),
      target: Type.String(),
      why: Type.Enum(["differs", "unchanged"]),
    }),
  ),
  /** Lines of the desired state that cause it. */
  causes: Type.Array(PlaceSchema),
});

/** What happens on one environment and target, in numbers of objects. */
const TargetChangeSchema = closed({
  environment: Type.String(),
  tier: Type.String(),
  target: Type.String(),
  provider: Type.String(),
  presence: Type.Enum(["added", "removed", "kept"]),
  added: Type.Integer(),
  changed: Type.Integer(),
  removed: Type.Integer(),
  renamed: Type.Integer(),
  classes: Type.Array(ChangeClassSchema),
});

/** A change of who does what where, in one line: `what` has its words in the report. */
const TopologyChangeSchema = closed({
  environment: Type.String(),
  system: Type.String(),
  what: Type.Enum([
    "system-added",
    "system-removed",
    "master-moved",
    "worker-added",
    "worker-removed",
    "part-changed",
    "weight-changed",
    "component-placed",
    "component-withdrawn",
    "replicas-changed",
    "primary-moved",
    "replica-added",
    "replica-removed",
    "backup-moved",
    "host-changed",
    "routing-changed",
    "flow-opened",
    "flow-closed",
  ]),
  target: Type.Optional(Type.String()),
  subject: Type.Optional(Type.String()),
  base: Type.Optional(Type.String()),
  head: Type.Optional(Type.String()),
});

/** One system as a graph, for the picture: targets are nodes, flows across targets are links. */
const SystemGraphSchema = closed({
  environment: Type.String(),
  system: Type.String(),
  application: Type.String(),
  nodes: Type.Array(
    closed({
      target: Type.String(),
      provider: Type.String(),
      region: Type.String(),
      country: Type.String(),
      /** `master`, or what a worker does: `active`, `burst`, `standby`, `serving`, `draining`. */
      parts: Type.Array(Type.String()),
      /** Share of the traffic in normal operation, percent rounded to one decimal. */
      weight: Type.Number(),
      components: Type.Array(closed({ name: Type.String(), replicas: Type.String() })),
      datasources: Type.Array(closed({ name: Type.String(), role: Type.String() })),
    }),
  ),
  links: Type.Array(
    closed({
      from: Type.String(),
      to: Type.String(),
      kind: Type.Enum(["call", "replication", "backup"]),
      label: Type.String(),
    }),
  ),
});

const ComparedFindingSchema = closed({
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
  places: Type.Array(
    closed({ environment: Type.Optional(Type.String()), target: Type.Optional(Type.String()) }),
  ),
});

const ComparedDiagnosticSchema = closed({
  code: Type.String(),
  text: Type.String(),
  at: PlaceSchema,
});

const ImageChangeSchema = closed({
  repository: Type.String(),
  base: Type.Optional(Type.String()),
  head: Type.Optional(Type.String()),
  /** Whether the new reference is pinned by digest. */
  pinned: Type.Boolean(),
  places: Type.Array(PairSchema),
});

/** A value that was (or now is) the same on all targets of an environment, and now is not (or was not). */
const ParityChangeSchema = closed({
  environment: Type.String(),
  object: Type.String(),
  path: Type.Array(Type.String()),
  parity: Type.Enum(["lost", "gained"]),
  values: Type.Array(closed({ target: Type.String(), value: Type.String() })),
});

const AffectedOwnerSchema = closed({
  owner: Type.String(),
  because: Type.Array(
    closed({
      kind: Type.Enum(["environment", "system", "application", "target"]),
      name: Type.String(),
    }),
  ),
});

/** Findings of the head that the base's rules would give and today's do not (loosened), and the reverse. */
const PolicyChangeSchema = closed({
  added: Type.Array(Type.String()),
  removed: Type.Array(Type.String()),
  changed: Type.Array(Type.String()),
  loosened: Type.Array(ComparedFindingSchema),
  tightened: Type.Array(ComparedFindingSchema),
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

/** What a change does to lock-in: bindings that come and go, and how the figures of each environment move. */
const LockInChangeSchema = closed({
  added: Type.Array(BindingSchema),
  removed: Type.Array(BindingSchema),
  figures: Type.Array(
    closed({
      environment: Type.String(),
      figure: Type.Enum(["portability", "readiness", "data-exit", "switching", "exposure"]),
      base: Type.String(),
      head: Type.String(),
    }),
  ),
});

const SideSchema = closed({
  label: Type.String(),
  commit: Type.Optional(Type.String()),
  manifests: Type.Integer(),
  diagnostics: Type.Integer(),
  findings: Type.Integer(),
  waived: Type.Integer(),
});

/** What really changes between two states of an estate, as data without secrets: the content of `report.json`. */
export const ComparisonSchema = closed({
  schemaVersion: Type.Literal(1),
  asOf: Type.String(),
  base: SideSchema,
  head: SideSchema,
  /** Only pairs with a change; `unchangedTargets` counts the others. */
  targets: Type.Array(TargetChangeSchema),
  unchangedTargets: Type.Integer(),
  changes: Type.Array(ObjectChangeSchema),
  topology: Type.Array(TopologyChangeSchema),
  graphs: Type.Array(
    closed({ base: Type.Optional(SystemGraphSchema), head: Type.Optional(SystemGraphSchema) }),
  ),
  diagnostics: Type.Array(ComparedDiagnosticSchema),
  findings: closed({
    new: Type.Array(ComparedFindingSchema),
    fixed: Type.Array(ComparedFindingSchema),
    unchanged: Type.Integer(),
  }),
  policies: Type.Optional(PolicyChangeSchema),
  lockIn: Type.Optional(LockInChangeSchema),
  images: Type.Array(ImageChangeSchema),
  parity: Type.Array(ParityChangeSchema),
  owners: Type.Array(AffectedOwnerSchema),
  /** How many values were redacted in what is shown. */
  redacted: Type.Integer(),
});

export type Reason = Static<typeof ReasonSchema>;
export type FieldChange = Static<typeof FieldChangeSchema>;
export type ObjectChange = Static<typeof ObjectChangeSchema>;
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
export type Pair = Static<typeof PairSchema>;
export type Comparison = Static<typeof ComparisonSchema>;
