import { Type } from "typebox";
import { changeClasses, reversibilities } from "./change-classes.ts";
import { closed } from "../kinds/shared.ts";
import { PairSchema, PlaceSchema } from "./places.ts";

const ChangeClassSchema = Type.Enum([...changeClasses]);
const ReversibilitySchema = Type.Enum([...reversibilities]);

const ObjectIdSchema = closed({
  group: Type.String(),
  version: Type.String(),
  kind: Type.String(),
  namespace: Type.String(),
  name: Type.String(),
});

/** The reason for a class: a code with a message in the report, and the path that shows it. */
export const ReasonSchema = closed({
  class: ChangeClassSchema,
  code: Type.Enum([
    "deletes-data",
    "shrinks-storage",
    "grows-storage",
    "shortens-backups",
    "ends-backups",
    "deletes-namespace",
    "deletes-definition",
    "immutable-field",
    "immutable-volumes",
    "moves-primary",
    "grants-rights",
    "changes-identity",
    "loosens-security",
    "reads-another-secret",
    "changes-security",
    "opens-to-outside",
    "opens-to-everywhere",
    "ends-network-limit",
    "changes-route",
    "changes-dns",
    "changes-dns-lifetime",
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

/** One difference inside an object. The path names list items by their merge key if they have one. */
export const FieldChangeSchema = closed({
  path: Type.Array(Type.String()),
  change: Type.Enum(["added", "removed", "changed", "reordered", "same-meaning"]),
  base: Type.Optional(Type.Unknown()),
  head: Type.Optional(Type.Unknown()),
  /** The lines of the desired state that set the old and the new value, if any. */
  baseAt: Type.Optional(PlaceSchema),
  headAt: Type.Optional(PlaceSchema),
  /** For a checksum: the changed objects whose content it hashes. */
  hashes: Type.Optional(Type.Array(Type.String())),
});

/** One change of one object, shown once for all places where it is identical. Objects are redacted. */
export const ObjectChangeSchema = closed({
  change: Type.Enum(["added", "removed", "changed", "renamed"]),
  object: ObjectIdSchema,
  /** The earlier object if its identity changed; the apply would prune it. */
  previous: Type.Optional(ObjectIdSchema),
  system: Type.Optional(Type.String()),
  component: Type.Optional(Type.String()),
  classes: Type.Array(ChangeClassSchema),
  reversibility: ReversibilitySchema,
  /** Equal for equal changes, whatever the environments and targets are called. */
  digest: Type.String(),
  reasons: Type.Array(ReasonSchema),
  fields: Type.Array(FieldChangeSchema),
  base: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
  head: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
  places: Type.Array(PairSchema),
  /** Places that have the object but not this change. */
  exceptions: Type.Array(
    closed({
      environment: Type.String(),
      target: Type.String(),
      why: Type.Enum(["differs", "unchanged"]),
    }),
  ),
  /** Lines of the desired state that cause the change. */
  causes: Type.Array(PlaceSchema),
});

/** A thing that only changed its name, and what happens to its running objects. */
export const RenameSchema = closed({
  kind: Type.Enum(["environment", "system", "namespace", "target", "application"]),
  base: Type.String(),
  head: Type.String(),
  /** Objects with the same kind, namespace and name on the same cluster: these keep running. */
  kept: Type.Integer(),
  /** Objects of the older state that the newer state lacks. */
  pruned: Type.Integer(),
  /** Kept objects that hold data, as `Kind/namespace/name`. */
  data: Type.Array(Type.String()),
  /** Where the kept objects run. */
  targets: Type.Array(Type.String()),
});

/** Number of changed objects on one environment and target. */
export const TargetChangeSchema = closed({
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
