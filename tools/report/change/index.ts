export { changeMarkdown, commentBudget } from "./change-markdown.ts";
export { environmentNote } from "./environment-note.ts";
export { changePage } from "./page/change-page.ts";
export { changeText } from "./change-text.ts";
export { decideVerdict, type Verdict } from "./verdict.ts";
export { printMarkdown } from "../document/print-markdown.ts";
