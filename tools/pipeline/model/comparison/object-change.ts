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

/** Why a change has a class: a code with words in the report, and the path that shows it. */
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

/** One difference inside an object. List items stand in the path by their name (merge key) where they have one. */
export const FieldChangeSchema = closed({
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
export const ObjectChangeSchema = closed({
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

/** A thing that the newer state only calls otherwise, and what becomes of its running objects. */
export const RenameSchema = closed({
  kind: Type.Enum(["environment", "system", "namespace", "target", "application"]),
  base: Type.String(),
  head: Type.String(),
  /** Objects with the same kind, namespace and name on the same cluster: the running ones. */
  kept: Type.Integer(),
  /** Objects of before that the newer state does not have. */
  pruned: Type.Integer(),
  /** Those of the kept objects that hold data, `Kind/namespace/name`. */
  data: Type.Array(Type.String()),
  /** Where kept objects are. */
  targets: Type.Array(Type.String()),
});

/** What happens on one environment and target, in numbers of objects. */
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
