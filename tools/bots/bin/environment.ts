/** The environment variables of a workflow step that the bots read. */
export interface WorkflowEnvironment {
  readonly GITHUB_TOKEN: string;
  readonly GITHUB_REPOSITORY: string;
  readonly GITHUB_EVENT_PATH: string;
  readonly GITHUB_API_URL: string;
  /** The address of this run. */
  readonly runUrl: string;
  /** The login of the account that GITHUB_TOKEN belongs to. */
  readonly BOT_LOGIN: string;
  /** The GitHub App that the bots write as; absent when none is set up. */
  readonly app?: { readonly appId: number; readonly privateKey: string };
}

const needed = ["GITHUB_TOKEN", "GITHUB_REPOSITORY", "GITHUB_EVENT_PATH"] as const;

/** Reads the environment of a workflow step. Throws with the names of all missing variables. */
export function environmentOf(
  variables: Readonly<Record<string, string | undefined>>,
): WorkflowEnvironment {
  const missing = needed.filter((name) => !variables[name]);
  if (missing.length > 0) {
    throw new Error(`Set ${missing.join(", ")}. This program runs in a workflow of GitHub.`);
  }
  const read = (name: string, fallback = "") => variables[name] || fallback;
  const server = read("GITHUB_SERVER_URL", "https://github.com");
  return {
    GITHUB_TOKEN: read("GITHUB_TOKEN"),
    GITHUB_REPOSITORY: read("GITHUB_REPOSITORY"),
    GITHUB_EVENT_PATH: read("GITHUB_EVENT_PATH"),
    GITHUB_API_URL: read("GITHUB_API_URL", "https://api.github.com"),
    runUrl: `${server}/${read("GITHUB_REPOSITORY")}/actions/runs/${read("GITHUB_RUN_ID")}`,
    BOT_LOGIN: read("BOT_LOGIN", "github-actions[bot]"),
    ...appOf(read("BOT_APP_ID"), read("BOT_APP_KEY")),
  };
}

/** Half a configuration is an error: the bots would silently fall back to advisory mode. */
function appOf(id: string, privateKey: string): Pick<WorkflowEnvironment, "app"> {
  if (id === "" && privateKey === "") return {};
  if (!/^[1-9][0-9]*$/.test(id) || privateKey === "") {
    throw new Error(
      "Set both BOT_APP_ID, the number of the GitHub App, and BOT_APP_KEY, its private key; or neither.",
    );
  }
  return { app: { appId: Number(id), privateKey } };
}
