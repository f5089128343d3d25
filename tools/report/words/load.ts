import type { LoadCode } from "@altostrata/pipeline";
import type { Words } from "./words.ts";

/** The wording of what the load step refuses. */
export const loadWords: Readonly<Record<LoadCode, Words>> = {
  "yaml-syntax": {
    title: "Broken YAML",
    what: "This is not valid YAML: {problem}.",
    why: "Nothing in the file can be read, so nothing in it is checked.",
    fix: "Correct the file at this place; the fault may also be on the line above.",
    problems: {
      "alias-props": "an alias cannot have a tag or an anchor of its own",
      "bad-alias": "an alias is malformed",
      "bad-collection-type": "the tag does not fit this kind of value",
      "bad-directive": "a line that starts with % is no directive here",
      "bad-dq-escape":
        "a text in double quotes has an unknown escape; write \\\\ for a backslash, or use single quotes",
      "bad-indent": "the indentation does not fit, or a bracket is not closed",
      "bad-prop-order": "an anchor or tag stands in the wrong place",
      "bad-scalar-start": "a text starts with a character that YAML reserves; put it in quotes",
      "block-as-implicit-key":
        "a second `key: value` stands where only a value can; indent it on a line of its own, or put the text in quotes",
      "block-in-flow": "a list or map in indented form stands inside brackets",
      "key-over-1024-chars": "a key is longer than 1024 characters",
      "merge-conflict": "a merge was left open here; keep one of the two sides",
      "missing-char": "a quote, comma or bracket is missing",
      "multiline-implicit-key":
        "a key goes over several lines; perhaps a colon or an indentation is missing",
      "multiple-anchors": "a value has two anchors",
      "multiple-tags": "a value has two tags",
      "tab-as-indent": "a tab is used as indentation; use spaces",
      "unexpected-token":
        "this does not belong here; perhaps the indentation of this line or the one above is wrong",
      "unknown-alias": "the alias `{detail}` has no anchor above it",
    },
  },
  "yaml-duplicate-key": {
    title: "Key given twice",
    what: "`{key}` stands twice in the same map.",
    why: "Only one of the two can be meant, and readers of YAML disagree about which one wins.",
    fix: "Remove one of them.",
  },
  "yaml-alias-limit": {
    title: "Aliases that explode",
    what: "The aliases of this file resolve to far more values than the file holds, or to themselves.",
    why: "A small file could grow without bound and exhaust the machine that reads it.",
    fix: "Write the values out, or put them in a layer that applies to several files.",
  },
  "yaml-forbidden-key": {
    title: "Key that cannot be one",
    what: "The key[ `{key}`] cannot be used: {problem}.",
    why: "Keys are names here. Another type of key is read differently by other tools, and a reserved one could change the tools themselves.",
    fix: "Put the key in quotes if it is meant as a name; otherwise choose another.",
    problems: {
      "not-a-scalar": "it is a list or a map",
      empty: "it is empty",
      "merge-key": "merge keys are no part of YAML 1.2; layers do this",
      reserved: "the name is reserved",
      "not-text-but-number": "without quotes it is a number",
      "not-text-but-boolean": "without quotes it is true or false",
    },
  },
  "yaml-several-documents": {
    title: "Several documents in one file",
    what: "A second document starts here.",
    why: "One file says one thing; the second document would be overlooked.",
    fix: "Move it to a file of its own, or remove the line `---`.",
  },
  "yaml-tag-refused": {
    title: "YAML tag",
    what: "The tag `{tag}` is not allowed.",
    why: "Tags make readers construct things; the estate is plain data.",
    fix: "Remove the tag; put a value in quotes if it is meant as text.",
  },
  "yaml-directive-refused": {
    title: "YAML directive",
    what: "The file starts with a YAML directive.",
    why: "Directives change how the rest is read, for example which words are true or false.",
    fix: "Remove the lines that start with % at the beginning of the file.",
  },
  "yaml-number-refused": {
    title: "Number that would change",
    what: "`{text}` cannot be kept as it is written: {problem}.",
    why: "What is deployed would silently differ from what is written here.",
    fix: "Put it in quotes if it is a name or an identifier; otherwise write a number without this trait.",
    problems: {
      "leading-zero": "some readers drop the leading zero, some take the number as octal",
      "not-exact": "it is too large, or not finite",
    },
  },
  "yaml-too-deep": {
    title: "Nested too deeply",
    what: "Values are nested more than 64 levels deep.",
    why: "No kind of file needs that, and every later step would have to walk it.",
    fix: "Look for brackets that are opened again and again, and close them.",
  },
  "file-empty": {
    title: "Empty file",
    what: "The file holds nothing.",
    why: "A file that was emptied by mistake looks the same as one that says nothing.",
    fix: "Write its content, or delete the file.",
  },
  "file-too-large": {
    title: "File too large",
    what: "The file has {size} bytes; {most} are allowed.",
    why: "Desired state is written by people; a file of this size is something else.",
    fix: "Move what is not desired state out of the estate, or split the file.",
  },
  "file-unknown": {
    title: "File that nobody reads",
    what: "No step reads a file at this path.[ Did you mean `{suggestion}`?]",
    why: "What it says would have no effect, and nobody would notice.",
    fix: "Rename or move it[ to `{suggestion}`]; notes belong in a README.md.",
  },
  "file-not-text": {
    title: "Not a text file",
    what: "The file is not text in UTF-8.",
    why: "Its content cannot be read without guessing.",
    fix: "Save it as UTF-8 without NUL characters.",
  },
  "file-unreadable": {
    title: "File cannot be read",
    what: "{problem}.",
    why: "Nothing in it can be checked.",
    fix: "Check that it is a plain file or a folder, that you may read it, and that links lead somewhere.",
    problems: {
      "link-broken": "The file is a link that leads nowhere",
      "read-failed": "The file cannot be read",
      "not-listed": "It stands in the place of a folder, and what it holds cannot be listed",
    },
  },
  "symlink-leaves-estate": {
    title: "Link that leaves the estate",
    what: "The file is a link to something outside the estate.",
    why: "A review sees only the link, not what it brings in; and another machine has something else there.",
    fix: "Replace the link by the file itself.",
  },
  "name-invalid": {
    title: "Name that cannot be used",
    what: "`{name}` is no valid {what} name.",
    why: "The names of files and folders become names of Kubernetes objects, labels and hosts.",
    fix: "Rename it: lower-case letters, digits and dashes, starting with a letter, at most 40 characters (versions and Kubernetes minors as digits and dots).",
    problems: {},
  },
  "json-syntax": {
    title: "Broken JSON",
    what: "This is not valid JSON: {problem}.",
    why: "Nothing in the file can be read, so nothing in it is checked.",
    fix: "Correct the file at this place, or write it again with the tool that made it.",
    problems: {
      "text-after-end": "the value has ended, but more text follows",
      "key-expected":
        "a key in double quotes is expected here; a comma before a closing brace is not allowed",
      "forbidden-key": "this key is reserved",
      "duplicate-key": "this key stands twice in the same object",
      "colon-expected": "a colon is expected here",
      "comma-or-end-expected": "a comma or the closing bracket is expected here",
      "text-not-closed": "a text is not closed",
      "text-invalid": "a text holds a line break or an unknown escape",
      "value-expected": "a value is expected here",
      "word-unknown": "this is no number, and none of true, false and null",
      "number-not-exact": "the number is too large to be kept exactly; put it in quotes",
      "too-deep": "values are nested more than 64 levels deep",
    },
  },
  "csv-invalid": {
    title: "Table with a fault",
    what: "{problem}.",
    why: "Costs and distances are computed from this table; a shifted or mistyped cell gives wrong figures silently.",
    fix: "Correct the cell or the row. Cells are separated by commas, hold no commas themselves, and every row has all columns.",
    problems: {
      "column-unknown":
        "The column `{name}` is unknown[; did you mean `{suggestion}`?] (columns: {expected})",
      "column-repeated": "The column `{name}` stands twice",
      "column-missing": "The column `{name}` is missing (columns: {expected})",
      "cell-count": "The row has {found} cells; the header has {expected}",
      quotes: "Quotes are not used in these tables",
      "cell-value": "`{value}` is not allowed in column `{name}`: wanted is {wanted}",
    },
  },
  "estate-empty": {
    title: "No estate here",
    what: "There are no files in clouds, artefacts and environments.",
    why: "Nothing was checked, so nothing is known to be right.",
    fix: "Start the command in the folder of the estate, or name it with --estate.",
  },
};
