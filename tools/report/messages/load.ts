import type { LoadCode } from "@altostrata/pipeline";
import type { Messages } from "./messages.ts";

/** Messages of the load step. */
export const loadMessages: Readonly<Record<LoadCode, Messages>> = {
  "yaml-syntax": {
    title: "Broken YAML",
    what: "This is not valid YAML: {problem}.",
    why: "Nothing in the file can be read, so nothing in it is checked.",
    fix: "Correct the file at this place; the fault may also be on the line above.",
    problems: {
      "alias-props": "an alias cannot have a tag or an anchor of its own",
      "bad-alias": "an alias is malformed",
      "bad-collection-type": "the tag does not fit this kind of value",
      "bad-directive": "a line that starts with % is not a valid directive",
      "bad-dq-escape":
        "a text in double quotes has an unknown escape; write \\\\ for a backslash, or use single quotes",
      "bad-indent": "the indentation is wrong, or a bracket is not closed",
      "bad-prop-order": "an anchor or tag is in the wrong place",
      "bad-scalar-start": "a text starts with a character that YAML reserves; put it in quotes",
      "block-as-implicit-key":
        "a second `key: value` appears where only a value is allowed; put it on its own indented line, or quote the text",
      "block-in-flow": "an indented list or map is inside brackets",
      "key-over-1024-chars": "a key is longer than 1024 characters",
      "merge-conflict": "an unresolved merge conflict; keep one of the two sides",
      "missing-char": "a quote, comma or bracket is missing",
      "multiline-implicit-key":
        "a key spans several lines; perhaps a colon or indentation is missing",
      "multiple-anchors": "a value has two anchors",
      "multiple-tags": "a value has two tags",
      "tab-as-indent": "a tab is used as indentation; use spaces",
      "unexpected-token":
        "unexpected text; perhaps the indentation of this line or the one above is wrong",
      "unknown-alias": "the alias `{detail}` has no anchor above it",
    },
  },
  "yaml-duplicate-key": {
    title: "Duplicate key",
    what: "`{key}` is defined twice in the same map.",
    why: "YAML readers disagree about which one wins.",
    fix: "Remove one of them.",
  },
  "yaml-alias-limit": {
    title: "Alias expansion too large",
    what: "The aliases in this file expand to far more values than it contains, or to themselves.",
    why: "A small file could exhaust the memory of the machine that reads it.",
    fix: "Write the values out, or put them in a layer that applies to several files.",
  },
  "yaml-forbidden-key": {
    title: "Invalid key",
    what: "The key[ `{key}`] cannot be used: {problem}.",
    why: "Keys must be plain names. Other tools read other types differently, and JavaScript replaces prototypes through `__proto__`.",
    fix: "Put a number, true, false or an empty key in quotes if it is meant as a name. Rename any other key.",
    problems: {
      "not-a-scalar": "it is a list or a map",
      empty: "it is empty",
      "merge-key": "merge keys are not part of YAML 1.2; use layers instead",
      reserved: "the name is reserved",
      "not-text-but-number": "without quotes it is a number",
      "not-text-but-boolean": "without quotes it is true or false",
    },
  },
  "yaml-several-documents": {
    title: "Several documents in one file",
    what: "A second document starts here.",
    why: "Each file holds one document; the second would be ignored.",
    fix: "Move it to its own file, or remove the line `---`.",
  },
  "yaml-tag-refused": {
    title: "YAML tag",
    what: "The tag `{tag}` is not allowed.",
    why: "Tags make readers construct objects; the estate is plain data.",
    fix: "Remove the tag; put a value in quotes if it is meant as text.",
  },
  "yaml-directive-refused": {
    title: "YAML directive",
    what: "The file starts with a YAML directive.",
    why: "Directives change how the rest is read, for example which words are true or false.",
    fix: "Remove the lines that start with % at the beginning of the file.",
  },
  "yaml-number-refused": {
    title: "Number would change",
    what: "`{text}` cannot be kept as written: {problem}.",
    why: "The deployed value would silently differ from this one.",
    fix: "Quote it if it is a name or an identifier; otherwise write the number differently.",
    problems: {
      "leading-zero": "some readers drop the leading zero, some take the number as octal",
      "not-exact": "it is too large, or not finite",
    },
  },
  "yaml-too-deep": {
    title: "Nested too deeply",
    what: "Values are nested more than 64 levels deep.",
    why: "No kind of file needs this depth.",
    fix: "Look for brackets that are opened repeatedly, and close them.",
  },
  "file-empty": {
    title: "Empty file",
    what: "The file has no content.",
    why: "A file emptied by mistake looks the same as one that is empty on purpose.",
    fix: "Add content, or delete the file.",
  },
  "file-too-large": {
    title: "File too large",
    what: "The file has {size} bytes; {most} are allowed.",
    why: "Desired state is written by hand and never needs this size.",
    fix: "Move other content out of the estate, or split the file.",
  },
  "file-unknown": {
    title: "Unknown file",
    what: "No step reads a file at this path.[ Did you mean `{suggestion}`?]",
    why: "Its content would silently have no effect.",
    fix: "Rename or move it[ to `{suggestion}`]; notes belong in a README.md.",
  },
  "file-not-text": {
    title: "Not a text file",
    what: "The file is not text in UTF-8.",
    why: "Its encoding is unknown.",
    fix: "Save it as UTF-8 without NUL characters.",
  },
  "file-unreadable": {
    title: "File cannot be read",
    what: "{problem}.",
    why: "Nothing in it can be checked.",
    fix: "Check that it is a plain file or folder, that you have read permission, and that links are valid.",
    problems: {
      "link-broken": "The file is a broken link",
      "read-failed": "The file cannot be read",
      "not-listed": "The path must be a folder, and its content cannot be listed",
    },
  },
  "symlink-leaves-estate": {
    title: "Link outside the estate",
    what: "The file is a link to something outside the estate.",
    why: "Reviewers see only the link, not its content, and the content differs between machines.",
    fix: "Replace the link with the file itself.",
  },
  "name-invalid": {
    title: "Invalid name",
    what: "`{name}` is not a valid {what} name.",
    why: "The names of files and folders become names of Kubernetes objects, labels and hosts.",
    fix: "Rename it. Use lower-case letters, digits and dashes, start with a letter, and use at most 40 characters. Versions and Kubernetes minors use digits and dots.",
    problems: {},
  },
  "json-syntax": {
    title: "Broken JSON",
    what: "This JSON cannot be used: {problem}.",
    why: "Nothing in the file can be read, so nothing in it is checked.",
    fix: "Correct the file here, or regenerate it with the tool that wrote it.",
    problems: {
      syntax: "{detail}",
      "merge-conflict": "an unresolved merge conflict; keep one of the two sides",
      "duplicate-key": "this key is defined twice in the same object",
      "forbidden-key": "this key is reserved",
      "number-not-exact": "the number is too large to keep exactly; put it in quotes",
      "too-deep": "values are nested more than 64 levels deep",
      "not-a-description": "it does not describe the kinds of Kubernetes or of an add-on",
    },
  },
  "csv-invalid": {
    title: "Invalid table",
    what: "{problem}.",
    why: "Costs and distances are computed from this table. A shifted or mistyped cell gives wrong figures silently.",
    fix: "Correct the cell or row. Commas separate cells, cells contain no commas, and every row has all columns.",
    problems: {
      "column-unknown":
        "The column `{name}` is unknown[; did you mean `{suggestion}`?] (columns: {expected})",
      "column-repeated": "The column `{name}` is defined twice",
      "column-missing": "The column `{name}` is missing (columns: {expected})",
      "cell-count": "The row has {found} cells; the header has {expected}",
      quotes: "Quotes are not used in these tables",
      "cell-value": "`{value}` is not allowed in column `{name}`; expected {wanted}",
    },
  },
  "estate-empty": {
    title: "No estate found",
    what: "The folders clouds, artefacts and environments contain no files.",
    why: "Nothing was checked.",
    fix: "Run the command in the estate's folder, or pass the folder with --estate.",
  },
};
