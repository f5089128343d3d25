import type { RenderCode } from "@altostrata/pipeline";
import type { Messages } from "./messages.ts";

/** Messages about templates that cannot be rendered and patches without effect. */
export const renderMessages: Readonly<Record<RenderCode, Messages>> = {
  "template-syntax": {
    title: "Template with a syntax error",
    what: "The template cannot be read[: {detail}].",
    why: "None of its manifests can be rendered.",
    fix: "Correct the expression here. Each block needs its end, such as {{/each}}.",
  },
  "template-construct-refused": {
    title: "Unsupported template construct",
    what: "[{construct} ]cannot be used here.",
    why: "Every value must be traceable to its source; this construct would hide it.",
    fix: "Use expressions, if, unless, each and with. docs/reference/templates.md has the list.",
  },
  "template-helper-unknown": {
    title: "Unknown helper",
    what: "There is no helper[ `{helper}`].[ Did you mean `{suggestion}`?]",
    why: "The expression has no value.",
    fix: "Correct the name.[ Known: {known}.]",
  },
  "template-helper-arguments": {
    title: "Invalid helper arguments",
    what: "[The helper `{helper}` does not accept these arguments][: {problem}].",
    why: "The expression has no value.",
    fix: "Correct the arguments. docs/reference/templates.md describes each helper.",
  },
  "template-value-missing": {
    title: "Missing value",
    what: "[`{expression}` ]has no value here.[ Did you mean `{suggestion}`?]",
    why: "The manifest would be incomplete and would fail only when it is applied.",
    fix: "Correct the path, set the value in a layer, or test it with {{#if}} first.[ Known here: {known}.]",
  },
  "template-value-not-text": {
    title: "Value is not a string",
    what: "[`{expression}` ]is a list, a map or null, but is used inside a string.",
    why: "It would print as something like [object Object].",
    fix: "Use a value inside it, or make the expression the whole value, without quotes.",
  },
  "template-value-not-list": {
    title: "Value is not a list",
    what: "[`{expression}` ]is not a list or map, so {{#each}} cannot iterate over it.",
    why: "The block cannot be repeated.",
    fix: "Use a list or a map, or {{#with}} for a single value.",
  },
  "template-value-unsafe": {
    title: "Value is unsafe in a script",
    what: "[`{expression}` ]contains characters that may have a special meaning in this file.",
    why: "The language of this file is unknown, so the value cannot be quoted. It might end a word, a quotation or a command.",
    fix: "Pass the value in an environment variable or a separate file. Only letters, digits and _ . : / @ , + = % - are allowed here.",
  },
  "template-output-syntax": {
    title: "Template output is invalid",
    what: "The output of the template is not valid[ {language}][: {detail}].",
    why: "No manifest can be read from it.",
    fix: "Correct the literal text of the template here. Values cannot cause this.",
  },
  "template-output-duplicate-key": {
    title: "Duplicate key in template output",
    what: "The key[ `{key}`] is defined twice in the same map.",
    why: "Only one of the two can reach the API server.",
    fix: "Remove one of them, or make sure that only one block prints it.",
  },
  "template-output-tag-refused": {
    title: "Tag, anchor or alias in a template",
    what: "Templates may not print YAML tags, anchors or aliases.",
    why: "They would change how values are parsed.",
    fix: "Write the value out.",
  },
  "template-key-invalid": {
    title: "Invalid key",
    what: "An expression used as a key returns[ `{key}`], which is not a valid key.",
    why: "Keys must be strings, unique in their map, and not reserved.",
    fix: "Use an expression that returns another string.",
  },
  "template-config-missing": {
    title: "Unknown config file",
    what: "There is no config template[ `{name}`].[ Did you mean `{suggestion}`?]",
    why: "The component would start without its configuration.",
    fix: "Correct the name: the path below templates, without .hbs.[ Known: {known}.]",
  },
  "template-config-cycle": {
    title: "Config file includes itself",
    what: "The config template[ `{name}`] embeds itself[ through {chain}].",
    why: "Rendering would never end.",
    fix: "Remove one of the {{config}} expressions.",
  },
  "template-config-unused": {
    title: "Unused config file",
    what: "No template embeds the config file `{name}`.",
    why: "The file looks active but has no effect.",
    fix: 'Embed it with {{config "{name}"}}, or remove the file.',
  },
  "template-not-an-object": {
    title: "Not a Kubernetes object",
    what: "The template prints a document without apiVersion, kind and metadata.name.",
    why: "Only Kubernetes objects can be applied.",
    fix: "Complete the document, or name the file as a config file (.config.yaml.hbs) that another template embeds.",
  },
  "template-too-large": {
    title: "Template output too large",
    what: "The output of the template is too large[: {size} of at most {most}].",
    why: "Unbounded repetition would exhaust memory.",
    fix: "Look for nested {{#each}} over large lists, and split the template.",
  },
  "patch-object-missing": {
    title: "Patch of a missing object",
    what: "There is no object[ `{object}`] to patch.[ Did you mean `{suggestion}`?]",
    why: "The patch has no effect.",
    fix: "Correct `Kind/name`, or remove the patch.[ Known: {known}.]",
  },
  "patch-path-missing": {
    title: "Patch of a missing path",
    what: "[`{object}` ]has nothing at[ `{path}`].",
    why: "The patch has no effect.",
    fix: "Correct the path. Separate keys with dots; select list elements by name or position. Only the last key may be new.",
  },
  "patch-reached-nothing": {
    title: "Patch without effect",
    what: "The patch[ of `{object}`] changes nothing on any target it applies to.",
    why: "It is unnecessary, or it does not do what its author expects.",
    fix: "Remove it, or correct its object or path.",
  },
  "value-invalid-unicode": {
    title: "Invalid Unicode",
    what: "[`{expression}` ]contains characters that cannot be written to a file.",
    why: "The API server would refuse the manifest.",
    fix: "Remove lone surrogates and control characters from the value.",
  },
};
