/** One request to the emulator and the status of its answer. */
export interface Exchange {
  readonly method: string;
  readonly url: string;
  readonly sent: Buffer;
  readonly status: number;
  readonly authorization: string;
}

/** A GitHub App of the emulator. */
export interface GitHubApp {
  readonly appId: number;
  readonly slug: string;
}

/** Corrects responses of the emulator where GitHub's REST documentation describes others. */
export interface GitHubDifferences {
  readonly correct: (exchange: Exchange, body: Buffer) => Promise<Buffer>;
  /** The status of a request that GitHub refuses and the emulator accepts. */
  readonly refusal: (url: string, authorization: string) => number | undefined;
}

/** The App behind the token of every workflow. */
const actions: GitHubApp = { appId: 15368, slug: "github-actions" };

/**
 * The differences that matter here. On GitHub the head of a pull request follows its branch. An update of a check run adds annotations,
 * and a list returns them. A check run and a comment name the App that wrote them. Only a token with `members: read` lists a team.
 */
export function gitHubDifferences(target: string, app: GitHubApp): GitHubDifferences {
  const annotations = new Map<string, unknown[]>();
  const appOfRun = new Map<number, GitHubApp>();
  const tokens = new Map<string, Readonly<Record<string, string>>>();
  const withApp = (owner: unknown) => (run: CheckRun) => {
    const author = appOfRun.get(run.id) ?? actions;
    return { ...withAnnotationsUrl(run), app: described(author, owner) };
  };
  return {
    refusal: (url, authorization) => {
      const mayList = tokens.get(bare(authorization))?.["members"] === "read";
      return /^\/orgs\/[^/]+\/teams\/[^/]+\/members(\?|$)/.test(url) && !mayList ? 403 : undefined;
    },
    correct: async (exchange, body) => {
      const { method, url } = exchange;
      if (exchange.status >= 400 || body.length === 0) return body;
      if (method === "GET" && /\/pulls(\/[0-9]+)?(\?|$)/.test(url)) {
        return json(await withCurrentHead(target, parse(body)));
      }
      if (url.endsWith("/access_tokens")) {
        const made = parse(body) as { token: string; permissions: Record<string, string> };
        tokens.set(made.token, made.permissions);
        return json({ ...made, repositories: [await read(target, "/repos/owner/estate")] });
      }
      if (url.endsWith("/installation")) {
        const account = (await read(target, "/users/owner")) as { readonly id: number };
        return json({ ...(parse(body) as object), account, target_id: account.id });
      }
      if (/\/issues\/([0-9]+\/)?comments/.test(url)) {
        const owner = await read(target, "/users/owner");
        return json(each(parse(body), (one) => withAuthor(one as Comment, { app, owner })));
      }
      if (/^\/repos\/[^/]+\/[^/]+\/check-runs(\/[0-9]+)?$/.test(url)) {
        const run = parse(body) as CheckRun;
        if (tokens.has(bare(exchange.authorization))) appOfRun.set(run.id, app);
        keepAnnotations(annotations, exchange, run);
        return json(withApp(await read(target, "/users/owner"))(run));
      }
      if (/\/commits\/[^/]+\/check-runs(\?|$)/.test(url)) {
        const listed = parse(body) as { check_runs: readonly CheckRun[] };
        const wanted = new URL(url, "http://localhost").searchParams.get("app_id");
        const runs = listed.check_runs.map(withApp(await read(target, "/users/owner")));
        const kept = runs.filter((run) => wanted === null || String(run.app?.id) === wanted);
        return json({ total_count: kept.length, check_runs: kept });
      }
      const listed = /\/check-runs\/([0-9]+)\/annotations/.exec(url)?.[1];
      if (listed !== undefined) return json(pageOf(annotations.get(listed) ?? [], url));
      return body;
    },
  };
}

interface Comment {
  readonly user: { readonly login: string };
}

function withAuthor(
  comment: Comment,
  { app, owner }: { readonly app: GitHubApp; readonly owner: unknown },
): unknown {
  if (comment.user.login !== `${app.slug}[bot]`) return comment;
  return { ...comment, performed_via_github_app: described(app, owner) };
}

async function read(target: string, path: string): Promise<unknown> {
  return await (await fetch(target + path, { headers: { authorization: "Bearer owner" } })).json();
}

function described({ appId: id, slug }: GitHubApp, owner: unknown) {
  const date = "2026-01-01T00:00:00Z";
  const url = `https://example.com/apps/${slug}`;
  const known = { id, slug, node_id: "A", name: slug, html_url: url, external_url: url };
  const dates = { created_at: date, updated_at: date };
  return { ...known, ...dates, description: null, permissions: {}, events: [], owner };
}

function each(value: unknown, change: (one: unknown) => unknown): unknown {
  return Array.isArray(value) ? value.map(change) : change(value);
}

function bare(authorization: string): string {
  return authorization.replace(/^(?:bearer|token) /i, "");
}

function withAnnotationsUrl(run: CheckRun): CheckRun {
  return { ...run, output: { ...run.output, annotations_url: `${run.url}/annotations` } };
}

interface CheckRun {
  readonly id: number;
  readonly url: string;
  readonly output: object;
  readonly app?: { readonly id: number };
}

interface PullRequest {
  readonly head: {
    sha: string;
    readonly ref: string;
    readonly repo: { readonly full_name: string };
  };
}

async function withCurrentHead(target: string, answer: unknown): Promise<unknown> {
  const pulls = (Array.isArray(answer) ? answer : [answer]) as PullRequest[];
  for (const { head } of pulls) {
    const url = `${target}/repos/${head.repo.full_name}/git/ref/heads/${head.ref}`;
    const response = await fetch(url, { headers: { authorization: "Bearer owner" } });
    if (response.ok) head.sha = ((await response.json()) as { object: { sha: string } }).object.sha;
  }
  return answer;
}

function keepAnnotations(
  kept: Map<string, unknown[]>,
  { method, sent }: Exchange,
  { id }: { id: number },
): void {
  if (!["POST", "PATCH"].includes(method)) return;
  const { output } = parse(sent) as { output?: { annotations?: unknown[] } };
  kept.set(String(id), [...(kept.get(String(id)) ?? []), ...(output?.annotations ?? [])]);
}

function pageOf(list: readonly unknown[], url: string): readonly unknown[] {
  const { searchParams } = new URL(url, "http://localhost");
  const size = Number(searchParams.get("per_page") ?? 30);
  const page = Number(searchParams.get("page") ?? 1);
  return list.slice((page - 1) * size, page * size);
}

function parse(body: Buffer): unknown {
  return body.length === 0 ? {} : JSON.parse(body.toString("utf8"));
}

function json(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value));
}
