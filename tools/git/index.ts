export { compareStates, type StatesToCompare } from "./compare-states.ts";
export { newProblemsSince, type NewProblemsRequest } from "./new-problems-since.ts";
export { fetchCommit } from "./fetch-commit.ts";
export { fileChanges, type FileChanges } from "./changes/file-changes.ts";
export { listFiles } from "./list-files.ts";
export { openRepository, type Repository } from "./open-repository.ts";
export { GitError } from "./git-error.ts";
export { readFolder } from "./read-folder.ts";
export { readState, type StateReaders } from "./read-state.ts";
