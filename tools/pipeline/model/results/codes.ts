// A closed union: a new code without a message does not compile, and without an `explain` entry or a test it fails the
// tests.

const loadCodes = [
  "yaml-syntax",
  "yaml-duplicate-key",
  "yaml-alias-limit",
  "yaml-forbidden-key",
  "yaml-several-documents",
  "yaml-tag-refused",
  "yaml-directive-refused",
  "yaml-number-refused",
  "yaml-too-deep",
  "file-empty",
  "file-too-large",
  "file-unknown",
  "file-not-text",
  "file-unreadable",
  "symlink-leaves-estate",
  "name-invalid",
  "json-syntax",
  "csv-invalid",
  "estate-empty",
] as const;

const schemaCodes = [
  "schema-unknown-key",
  "schema-missing-key",
  "schema-wrong-type",
  "schema-not-allowed",
  "schema-wrong-format",
  "schema-out-of-range",
  "schema-wrong-kind",
  "schema-wrong-api-version",
  "schema-invalid",
  "application-parameters-invalid",
] as const;

const resolveCodes = [
  "reference-unknown",
  "file-not-listed",
  "name-taken",
  "file-missing",
  "worker-is-master",
  "parameter-unknown",
  "parameter-invalid",
  "parameter-missing",
  "component-not-listed",
  "component-role-misplaced",
  "capability-not-offered",
  "kubernetes-version-unknown",
  "host-taken",
  "namespace-taken",
  "secret-shared",
  "pattern-target-not-in-system",
  "pattern-share-incomplete",
  "pattern-survive-single-provider",
  "pattern-burst-onto-master",
  "pattern-burst-not-scalable",
  "pattern-burst-floor-too-low",
  "pattern-burst-without-metrics",
  "pattern-standby-same-provider",
  "pattern-standby-without-replica",
  "pattern-promotes-misplaced",
  "pattern-standby-component-active",
  "pattern-pre-production-elsewhere",
  "pattern-arbitrage-candidate-unfit",
  "pattern-arbitrage-price-unfit",
  "datasource-target-not-in-system",
  "datasource-missing",
  "datasource-database-missing",
  "datasource-version-differs",
  "backup-same-provider",
  "backup-without-object-storage",
  "backup-interval-invalid",
  "exit-plan-missing",
  "residency-violated",
  "networks-overlap",
  "networks-overlap-inside",
  "infrastructure-output-invalid",
  "image-unknown",
  "secret-not-declared",
  "host-missing",
  "quantity-invalid",
  "replicas-invalid",
  "patch-expired",
] as const;

const renderCodes = [
  "template-syntax",
  "template-construct-refused",
  "template-helper-unknown",
  "template-helper-arguments",
  "template-value-missing",
  "template-value-not-text",
  "template-value-not-list",
  "template-value-unsafe",
  "template-output-syntax",
  "template-output-duplicate-key",
  "template-output-tag-refused",
  "template-key-invalid",
  "template-config-missing",
  "template-config-cycle",
  "template-config-unused",
  "template-not-an-object",
  "template-too-large",
  "patch-object-missing",
  "patch-path-missing",
  "patch-reached-nothing",
  "value-invalid-unicode",
] as const;

const manifestCodes = [
  "manifest-not-an-object",
  "manifest-kind-unknown",
  "manifest-version-removed",
  "manifest-version-deprecated",
  "manifest-addon-missing",
  "manifest-unknown-field",
  "manifest-missing-field",
  "manifest-wrong-type",
  "manifest-value-not-allowed",
  "manifest-value-invalid",
  "manifest-rule-refused",
  "manifest-name-invalid",
  "manifest-namespace-missing",
  "manifest-namespace-not-allowed",
  "manifest-label-invalid",
  "manifest-list-duplicate",
  "manifest-too-large",
  "manifest-duplicate",
  "manifest-selector-mismatch",
  "manifest-selector-matches-nothing",
  "manifest-reference-missing",
  "manifest-port-missing",
  "manifest-embedded-syntax",
  "manifest-schema-missing",
] as const;

const policyCodes = [
  "waiver-rule-unknown",
  "waiver-rule-renamed",
  "waiver-expired",
  "waiver-expires-too-late",
  "waiver-unused",
  "waiver-too-broad",
  "waiver-needs-approval",
  "waiver-dates-invalid",
  "policy-rule-failed",
  "policy-settings-invalid",
] as const;

export type LoadCode = (typeof loadCodes)[number];
export type SchemaCode = (typeof schemaCodes)[number];
export type ResolveCode = (typeof resolveCodes)[number];
export type RenderCode = (typeof renderCodes)[number];
export type ManifestCode = (typeof manifestCodes)[number];
export type PolicyCode = (typeof policyCodes)[number];
export type DiagnosticCode =
  | LoadCode
  | SchemaCode
  | ResolveCode
  | RenderCode
  | ManifestCode
  | PolicyCode;
