import type { ManifestCode } from "@altostrata/pipeline";
import type { Words } from "./words.ts";

const refused = "The API server of this target refuses the object.";

/** The wording of what the API server of a target would refuse. */
export const manifestWords: Readonly<Record<ManifestCode, Words>> = {
  "manifest-not-an-object": {
    title: "Document that is no Kubernetes object",
    what: "This document is no map with apiVersion, kind and metadata.",
    why: "Only Kubernetes objects can be applied.",
    fix: "Complete it, or leave the file out if it is not meant for a cluster.",
  },
  "manifest-kind-unknown": {
    title: "Unknown kind",
    what: "[`{kind}`][ of `{apiVersion}`] is no kind that this target knows.[ Did you mean `{suggestion}`?]",
    why: refused,
    fix: "Correct apiVersion and kind, or add the add-on that brings the kind.",
  },
  "manifest-version-removed": {
    title: "API version that was removed",
    what: "[`{apiVersion}`][ {kind}] is not served by Kubernetes[ {kubernetes}].",
    why: refused,
    fix: "[Use `{replacement}`, and ]check the fields that changed with the version.",
  },
  "manifest-version-deprecated": {
    title: "API version that will be removed",
    what: "[`{apiVersion}`][ {kind}] is deprecated in Kubernetes[ {kubernetes}].",
    why: "The API server warns now, and will refuse the object after an upgrade.",
    fix: "[Use `{replacement}`; ]check the fields that changed with the version.",
  },
  "manifest-addon-missing": {
    title: "Add-on that the target does not have",
    what: "[`{kind}` ]comes with the add-on[ `{addon}`], which the target does not have[ in a version that serves {apiVersion}].",
    why: refused,
    fix: "Add the add-on to the target's `addons` once it is installed there, or do without the object.",
  },
  "manifest-unknown-field": {
    title: "Unknown field",
    what: "[`{field}` ]is no field[ of {kind}].[ Did you mean `{suggestion}`?]",
    why: "The API server refuses unknown fields, or drops them silently, and then the setting has no effect.",
    fix: "Correct or remove it.[ Known here: {known}.]",
  },
  "manifest-missing-field": {
    title: "Missing field",
    what: "[`{field}` ]is required[ in {kind}] and missing.",
    why: refused,
    fix: "Add it.",
  },
  "manifest-wrong-type": {
    title: "Wrong type",
    what: "[{found} stands where ][{expected} is wanted].",
    why: refused,
    fix: "Write a value of the wanted type; an expression alone, without quotes, keeps the type of its value.",
  },
  "manifest-value-not-allowed": {
    title: "Value that is not allowed",
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
    title: "Rule of the kind is broken",
    what: "[{message}].",
    why: refused,
    fix: "Change the object so that the rule holds[: {rule}].",
  },
  "manifest-name-invalid": {
    title: "Invalid name",
    what: "[`{name}` is no valid name][: {problem}].",
    why: refused,
    fix: "Use lower-case letters, digits and dashes, within the allowed length.",
  },
  "manifest-namespace-missing": {
    title: "Namespace is missing",
    what: "[`{kind}` ]lives in a namespace, and none is named.",
    why: "It would land in whatever namespace the client happens to use.",
    fix: "Add metadata.namespace.",
  },
  "manifest-namespace-not-allowed": {
    title: "Namespace that must not be",
    what: "[`{kind}` ]lives outside namespaces, but names one.",
    why: refused,
    fix: "Remove metadata.namespace.",
  },
  "manifest-label-invalid": {
    title: "Invalid label or annotation",
    what: "[`{found}` cannot be a label or annotation][: {problem}].",
    why: refused,
    fix: "Labels have at most 63 letters, digits, dashes, dots and underscores, and begin and end with a letter or digit.",
  },
  "manifest-list-duplicate": {
    title: "Element given twice",
    what: "[`{key}` ]stands twice in a list whose elements must differ.",
    why: refused,
    fix: "Remove or rename one of them.",
  },
  "manifest-too-large": {
    title: "Object too large",
    what: "The object or its annotations are too large[: {size} of at most {most} bytes].",
    why: refused,
    fix: "Split it, or move the content out of it.",
  },
  "manifest-duplicate": {
    title: "Object rendered twice",
    what: "Two manifests are the same object.",
    why: "The second overwrites the first.",
    fix: "Rename one of them, or remove one of the templates.",
  },
  "manifest-selector-mismatch": {
    title: "Selector that does not fit its own pods",
    what: "The selector does not match the labels of the pod template.",
    why: refused,
    fix: "Use the same labels in both.",
  },
  "manifest-selector-matches-nothing": {
    title: "Selector that matches nothing",
    what: "The selector matches no pod of this target.",
    why: "The object has no effect: traffic reaches nobody, a budget protects nothing, a policy guards nothing.",
    fix: "Use the labels of the pods that are meant.",
  },
  "manifest-reference-missing": {
    title: "Reference to an object that is not there",
    what: "[There is no {kind}][ `{name}`][ with the key `{key}`].",
    why: "Pods do not start, or the object never becomes ready.",
    fix: "Correct the name, or render the object.",
  },
  "manifest-port-missing": {
    title: "Port that nobody has",
    what: "No selected pod[ or Service] has the port[ `{port}`].",
    why: "Connections are refused.",
    fix: "Use a port that the container declares.",
  },
  "manifest-embedded-syntax": {
    title: "Broken embedded file",
    what: "[`{key}` ]is not valid[ {language}][: {detail}].",
    why: "The program that reads it will not start.",
    fix: "Correct the text, or its template.",
  },
  "manifest-schema-missing": {
    title: "Nothing to check against",
    what: "There is no description of[ {what}], so these manifests were not checked.",
    why: "What was not checked is not known to be right.",
    fix: "Add the description to artefacts/kubernetes or artefacts/addons; docs/reference/manifest-checks.md says how.",
  },
};
