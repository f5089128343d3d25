export { annotationsOf } from "./comment/annotations.ts";
export { writeCheckRun } from "./comment/write-check-run.ts";
export { reportOn, type ReportRequest } from "./comment/report-on.ts";
export { reportText } from "./comment/comment-words.ts";
export { checkVerdict } from "./comment/check-verdict.ts";
export { commentBody, readState, type CommentState } from "./comment/comment-body.ts";
export { decideComment } from "./comment/decide-comment.ts";
export { readReport, ReportError } from "./comment/read-report.ts";
export { writeComment } from "./comment/write-comment.ts";
export { printNote, readNote, type ChangeNote } from "./change-note/change-note.ts";
export { missingNotes } from "./change-note/missing-notes.ts";
export { planNotes } from "./change-note/plan-notes.ts";
export {
  approvalsThatRefuse,
  judgeApprovals,
  type JudgedApprovals,
  type SeenApproval,
} from "./gate/judge-approvals.ts";
export { judgeState } from "./gate/judge-state.ts";
export { pullRequestOfQueue } from "./gate/pull-request-of-queue.ts";
export { allChangeDigests } from "./gate/all-change-digests.ts";
export { ownersToAsk, type Reviewers } from "./gate/owners-to-ask.ts";
export { findPullRequests } from "./github/find-pull-requests.ts";
export { githubClient, type GitHubClient } from "./github/github-client.ts";
export { parseRepositoryName, type RepositoryName } from "./github/repository-name.ts";
