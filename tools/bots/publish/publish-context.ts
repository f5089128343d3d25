import type { Repository } from "@altostrata/git";
import type { Comparison } from "@altostrata/pipeline";
import type { BotIdentity } from "../github/bot-identity.ts";
import type { GitHubClient } from "../github/github-client.ts";
import type { RepositoryName } from "../github/repository-name.ts";

/** The access that publishing needs: GitHub, the clone, and the comparison of two commits by the main branch's code. */
export interface PublishContext {
  readonly client: GitHubClient;
  readonly repository: RepositoryName;
  readonly identity: BotIdentity;
  readonly git: Repository;
  /** Fetches a commit into the clone. False when the remote lacks it. */
  readonly fetch: (commit: string) => Promise<boolean>;
  /** Throws GitError when the commits cannot be compared. */
  readonly compare: (base: string, head: string) => Promise<Comparison>;
  readonly log: (text: string) => void;
}
