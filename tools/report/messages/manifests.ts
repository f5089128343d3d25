import type { ManifestCode } from "@altostrata/pipeline";
import type { Messages } from "./messages.ts";

const refused = "The API server of this target refuses the object.";

/** Messages about manifests that the API server of a target would refuse. */
export const manifestMessages: Readonly<Record<ManifestCode, Messages>> = {
  "manifest-not-an-object": {
    title: "Not a Kubernetes object",
    what: "This document has no apiVersion, kind or metadata.",
    why: "Only Kubernetes objects can be applied.",
    fix: "Add them, or exclude the file if it is not meant for a cluster.",
  },
  "manifest-kind-unknown": {
    title: "Unknown kind",
    what: "[`{kind}`][ of `{apiVersion}`] is unknown on this target.[ Did you mean `{suggestion}`?]",
    why: refused,
    fix: "Correct apiVersion and kind, or add the add-on that provides the kind.",
  },
  "manifest-version-removed": {
    title: "Removed API version",
    what: "[`{apiVersion}`][ {kind}] is not served by Kubernetes[ {kubernetes}].",
    why: refused,
    fix: "[Use `{replacement}`, and ]check the fields that changed with the version.",
  },
  "manifest-version-deprecated": {
    title: "Deprecated API version",
    what: "[`{apiVersion}`][ {kind}] is deprecated in Kubernetes[ {kubernetes}].",
    why: "The API server warns now and will refuse the object after an upgrade.",
    fix: "[Use `{replacement}`; ]check the fields that changed with the version.",
  },
  "manifest-addon-missing": {
    title: "Missing add-on",
    what: "[`{kind}` ]needs the add-on[ `{addon}`], which the target does not have[ in a version that serves {apiVersion}].",
    why: refused,
    fix: "Install the add-on and add it to the target's `addons`, or remove the object.",
  },
  "manifest-unknown-field": {
    title: "Unknown field",
    what: "[`{field}` ]is not a field[ of {kind}].[ Did you mean `{suggestion}`?]",
    why: "The API server refuses unknown fields or silently drops them.",
    fix: "Correct or remove it.[ Known here: {known}.]",
  },
  "manifest-missing-field": {
    title: "Missing field",
    what: "[`{field}` ]is required[ in {kind}] but missing.",
    why: refused,
    fix: "Add it.",
  },
  "manifest-wrong-type": {
    title: "Wrong type",
    what: "[{found} is used where ][{expected} is expected].",
    why: refused,
    fix: "Use a value of the expected type. An unquoted expression keeps the type of its value.",
  },
  "manifest-value-not-allowed": {
    title: "Value not allowed",
    what: "[`{found}` is not allowed here.][ Did you mean `{suggestion}`?]",
    why: refused,
    fix: "Use an allowed value[: {allowed}].",
  },
  "manifest-value-invalid": {
    title: "Invalid value",
    what: "[`{found}` is invalid][: {problem}].",
    why: refused,
    fix: "Correct the value.",
  },
  "manifest-rule-refused": {
    title: "Validation rule of the kind violated",
    what: "[{message}].",
    why: refused,
    fix: "Change the object to satisfy the rule[: {rule}].",
  },
  "manifest-name-invalid": {
    title: "Invalid name",
    what: "[`{name}` is not a valid name][: {problem}].",
    why: refused,
    fix: "Use lower-case letters, digits and dashes, within the allowed length.",
  },
  "manifest-namespace-missing": {
    title: "Missing namespace",
    what: "[`{kind}` ]is namespaced, but no namespace is set.",
    why: "It would be created in the client's default namespace.",
    fix: "Add metadata.namespace.",
  },
  "manifest-namespace-not-allowed": {
    title: "Namespace not allowed",
    what: "[`{kind}` ]is cluster-scoped, but a namespace is set.",
    why: refused,
    fix: "Remove metadata.namespace.",
  },
  "manifest-label-invalid": {
    title: "Invalid label or annotation",
    what: "[`{found}` is not a valid label or annotation][: {problem}].",
    why: refused,
    fix: "Labels have at most 63 letters, digits, dashes, dots and underscores, and begin and end with a letter or digit.",
  },
  "manifest-list-duplicate": {
    title: "Duplicate element",
    what: "[`{key}` ]appears twice in a list whose elements must be unique.",
    why: refused,
    fix: "Remove or rename one of them.",
  },
  "manifest-too-large": {
    title: "Object too large",
    what: "The object or its annotations are too large[: {size} of at most {most} bytes].",
    why: refused,
    fix: "Split it, or move content out of it.",
  },
  "manifest-duplicate": {
    title: "Duplicate object",
    what: "Two manifests are the same object.",
    why: "The second overwrites the first.",
    fix: "Rename one of them, or remove one of the templates.",
  },
  "manifest-selector-mismatch": {
    title: "Selector does not match its own pods",
    what: "The selector does not match the labels of the pod template.",
    why: refused,
    fix: "Use the same labels in both.",
  },
  "manifest-selector-matches-nothing": {
    title: "Selector matches nothing",
    what: "The selector matches no pod of this target.",
    why: "The object has no effect: a Service has no endpoints, and a budget or policy protects nothing.",
    fix: "Use the labels of the intended pods.",
  },
  "manifest-reference-missing": {
    title: "Reference to a missing object",
    what: "[There is no {kind}][ `{name}`][ with the key `{key}`].",
    why: "Pods will not start, or the object will never become ready.",
    fix: "Correct the name, or render the object.",
  },
  "manifest-port-missing": {
    title: "Unknown port",
    what: "No selected pod[ or Service] has the port[ `{port}`].",
    why: "Connections will be refused.",
    fix: "Use a port that the container declares.",
  },
  "manifest-embedded-syntax": {
    title: "Broken embedded file",
    what: "[`{key}` ]is not valid[ {language}][: {detail}].",
    why: "The program that reads it will not start.",
    fix: "Correct the text, or its template.",
  },
  "manifest-schema-missing": {
    title: "Missing schema",
    what: "There is no schema for[ {what}], so these manifests were not checked.",
    why: "Faults in these manifests would go unnoticed.",
    fix: "Add the schema to artefacts/kubernetes or artefacts/addons. docs/reference/manifest-checks.md explains how.",
  },
};
