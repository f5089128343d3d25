export { escapeText } from "./document/escape-text.ts";
export { explainMessage } from "./explain/explain-message.ts";
export {
  describeDiagnostic,
  fillMessage,
  suggestedWord,
  type Sentences,
} from "./messages/fill-message.ts";
export { groupProblems, isWarning, type Problem } from "./run/group-problems.ts";
export { newProblemsText } from "./run/new-problems-text.ts";
export { newProblemsJson, reportJson } from "./run/json.ts";
export { reportAs, type ReportFormat } from "./outputs/report-as.ts";
export { alignTable, painter, type Paint } from "./document/terminal.ts";
export { rulePage, type PageRule } from "./explain/rule-page.ts";
export { countNewProblems, summarise, type Summary } from "./run/summarise.ts";
export { reportText, type TextOptions } from "./run/text.ts";
export { reportWhy, type Explained } from "./explain/why.ts";
export { allMessages, messagesByStep } from "./messages/all-messages.ts";
export type { Messages } from "./messages/messages.ts";
