import type { RenderCode } from "@altostrata/pipeline";
import type { Words } from "./words.ts";

/** The wording of templates that cannot be rendered, and of patches that reach nothing. */
export const renderWords: Readonly<Record<RenderCode, Words>> = {
  "template-syntax": {
    title: "Template with a syntax error",
    what: "The template cannot be read[: {detail}].",
    why: "None of its manifests can be rendered.",
    fix: "Correct the expression at this place; each block needs its end, such as {{/each}}.",
  },
  "template-construct-refused": {
    title: "Construct that templates may not use",
    what: "[{construct} ]cannot be used here.",
    why: "Templates are kept to what can be traced value by value; other constructs would hide where a value came from.",
    fix: "Use expressions, if, unless, each and with; docs/reference/templates.md has the list.",
  },
  "template-helper-unknown": {
    title: "Unknown helper",
    what: "There is no helper[ `{helper}`].[ Did you mean `{suggestion}`?]",
    why: "The expression has no value.",
    fix: "Correct the name.[ Known: {known}.]",
  },
  "template-helper-arguments": {
    title: "Helper with wrong arguments",
    what: "[The helper `{helper}` cannot work with these arguments][: {problem}].",
    why: "The expression has no value.",
    fix: "Correct the arguments; docs/reference/templates.md says what each helper takes.",
  },
  "template-value-missing": {
    title: "Missing value",
    what: "[`{expression}` ]has no value here.[ Did you mean `{suggestion}`?]",
    why: "The manifest would be incomplete, and nobody would notice before it fails in a target.",
    fix: "Correct the path, set the value in a layer, or ask with {{#if}} first.[ Known here: {known}.]",
  },
  "template-value-not-text": {
    title: "Value that is no text",
    what: "[`{expression}` ]is a list, a map or nothing, and stands inside a text.",
    why: "It has no text of its own; printing it would give something like [object Object].",
    fix: "Use a value inside it, or let the expression stand alone, without quotes.",
  },
  "template-value-not-list": {
    title: "Value that is no list",
    what: "[`{expression}` ]is no list or map that {{#each}} could go through.",
    why: "The block cannot be repeated.",
    fix: "Use a list or a map, or {{#with}} for a single value.",
  },
  "template-value-unsafe": {
    title: "Value that a script could take for a command",
    what: "[`{expression}` ]has characters that may mean something in the text that it is printed into.",
    why: "Nothing knows the language of this file, so nothing could quote the value: it might end a word, a quotation or a command.",
    fix: "Pass the value by an environment variable or a file of its own; only letters, digits and _ . : / @ , + = % - may go in here.",
  },
  "template-output-syntax": {
    title: "Template that prints broken text",
    what: "What the template prints is not valid[ {language}][: {detail}].",
    why: "No manifest can be read from it.",
    fix: "Correct the literal text around this place; values cannot cause this, only the template can.",
  },
  "template-output-duplicate-key": {
    title: "Template that prints a key twice",
    what: "The key[ `{key}`] stands twice in the same map.",
    why: "Only one of the two can reach the API server.",
    fix: "Remove one of them, or let only one of the blocks print it.",
  },
  "template-output-tag-refused": {
    title: "Tag, anchor or alias in a template",
    what: "Templates may not print YAML tags, anchors or aliases.",
    why: "They would change how values are read.",
    fix: "Write the value out.",
  },
  "template-key-invalid": {
    title: "Key that cannot be one",
    what: "An expression that stands as a key gives[ `{key}`], which cannot be a key.",
    why: "Keys are texts, unique in their map, and not reserved.",
    fix: "Use an expression that gives another text.",
  },
  "template-config-missing": {
    title: "Config file that does not exist",
    what: "There is no config template[ `{name}`].[ Did you mean `{suggestion}`?]",
    why: "The component would start without its configuration.",
    fix: "Correct the name: the path below templates, without .hbs.[ Known: {known}.]",
  },
  "template-config-cycle": {
    title: "Config file that contains itself",
    what: "The config template[ `{name}`] embeds itself[ by way of {chain}].",
    why: "It could never be finished.",
    fix: "Remove one of the {{config}} expressions.",
  },
  "template-config-unused": {
    title: "Config file that nobody embeds",
    what: "No template embeds the config file `{name}`.",
    why: "It looks as if it configured something, and does not.",
    fix: 'Embed it by {{config "{name}"}}, or remove the file.',
  },
  "template-not-an-object": {
    title: "Document that is no Kubernetes object",
    what: "The template prints a document that is no map with apiVersion, kind and metadata.name.",
    why: "Only Kubernetes objects can be applied.",
    fix: "Complete the document, or name the file as a config file (.config.yaml.hbs) that another template embeds.",
  },
  "template-too-large": {
    title: "Template that prints too much",
    what: "The template prints more than can be one file[: {size} of at most {most}].",
    why: "An endless repetition would exhaust the machine.",
    fix: "Look for nested {{#each}} over large lists, and split the template.",
  },
  "patch-object-missing": {
    title: "Patch of an object that is not there",
    what: "There is no object[ `{object}`] to patch.[ Did you mean `{suggestion}`?]",
    why: "The patch has no effect.",
    fix: "Correct `Kind/name`, or remove the patch.[ Known: {known}.]",
  },
  "patch-path-missing": {
    title: "Patch of a path that is not there",
    what: "[`{object}` ]has nothing at[ `{path}`].",
    why: "The patch has no effect.",
    fix: "Correct the path: keys with dots, list elements by their name or position. Only the last key may be new.",
  },
  "patch-reached-nothing": {
    title: "Patch without effect",
    what: "The patch[ of `{object}`] changes nothing, on any target where it counts.",
    why: "It is not needed, or it does not do what somebody relies on.",
    fix: "Remove it, or correct what it names.",
  },
  "value-invalid-unicode": {
    title: "Text that is not valid Unicode",
    what: "[`{expression}` ]is a text with characters that cannot be written to a file.",
    why: "The API server would refuse the manifest.",
    fix: "Remove the half characters (surrogates) or control characters from the value.",
  },
};
