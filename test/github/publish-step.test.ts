import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { printNote } from "@altostrata/bots";
import { createFixture } from "fs-fixture";
import { expect, it } from "vitest";
import { estateRepository } from "@altostrata/maintain/estate/estate-repository.ts";
import {
  apiPath,
  startGitHub,
  type LocalGitHub,
  type Person,
} from "@altostrata/maintain/github/start-github.ts";

const program = join(import.meta.dirname, "../../tools/bots/bin/publish.ts");
const production = "environments/production";

/** A pull request of `owner`. The emulator does not have the estate: the program reads it from git. */
async function openPullRequest({ ask }: LocalGitHub): Promise<void> {
  const main = (await ask("owner", "GET", `${apiPath}/git/ref/heads/main`)) as {
    object: { sha: string };
  };
  const branch = { ref: "refs/heads/change", sha: main.object.sha };
  await ask("owner", "POST", `${apiPath}/git/refs`, branch);
  await ask("owner", "PUT", `${apiPath}/contents/a`, {
    message: "a",
    content: "YQ==",
    branch: "change",
  });
  const pull = { title: "Change", head: "change", base: "main" };
  await ask("owner", "POST", `${apiPath}/pulls`, pull);
}

interface Check {
  readonly name: string;
  readonly conclusion: string;
  readonly app: { readonly id: number };
  readonly output: { readonly title: string; readonly summary: string };
}

it(
  "accepts a production change with a note and the approvals of the affected owners",
  { timeout: 300_000 },
  async () => {
    const github = await startGitHub();
    await using estate = await estateRepository();
    await using outside = await createFixture();
    const { appId, privateKey } = github.app;
    const asApp = { BOT_APP_ID: String(appId), BOT_APP_KEY: privateKey };
    const run = async (event: string, head: string, env: object = asApp) => {
      const workflow_run = {
        event,
        head_sha: head,
        head_branch: event === "merge_group" ? `gh-readonly-queue/main/pr-1-${base}` : "change",
        head_repository: { owner: { login: "owner" } },
      };
      const given = { workflow_run, repository: { default_branch: "main" } };
      await outside.writeFile("event.json", JSON.stringify(given));
      const child = spawn(process.execPath, [program, outside.getPath("report")], {
        cwd: estate.path,
        env: {
          PATH: process.env["PATH"],
          GITHUB_TOKEN: "bot",
          BOT_LOGIN: "bot",
          GITHUB_REPOSITORY: "owner/estate",
          GITHUB_API_URL: github.url,
          GITHUB_EVENT_PATH: outside.getPath("event.json"),
          GITHUB_RUN_ID: "7",
          ...env,
        },
      });
      const [said, errors, [code]] = await Promise.all([
        text(child.stdout),
        text(child.stderr),
        once(child, "close"),
      ]);
      const path = `${apiPath}/commits/${head}/check-runs`;
      const found = (await github.ask("owner", "GET", path)) as { check_runs: readonly Check[] };
      const [gate] = found.check_runs.filter(({ name }) => name === "altostrata / gate");
      expect({ code, errors }).toEqual({ code: 0, errors: "" });
      return { said, gate };
    };
    const comments = async () => {
      const found = await github.ask("owner", "GET", `${apiPath}/issues/1/comments`);
      return found as { body: string; user: { login: string } }[];
    };
    const approve = async (who: Person, commit_id: string) =>
      await github.ask(who, "POST", `${apiPath}/pulls/1/reviews`, {
        event: "APPROVE",
        commit_id,
      });
    const head = async () => (await estate.git.revparse(["HEAD"])).trim();
    let base = "";
    try {
      const owned = 'owners: ["@example/platform", "@example/unknown", "@stranger"]';
      base = await estate.edit(
        `${production}/environment.yaml`,
        'owners: ["@example/platform"]',
        owned,
      );
      await github.setCommit("main", base);
      await openPullRequest(github);
      const change = await estate.edit(
        `${production}/apim/master.yaml`,
        "min: 3, max: 12",
        "min: 4, max: 12",
      );
      await github.setCommit("change", change);

      const advisory = await run("pull_request", change, {});
      expect(advisory.gate).toMatchObject({ conclusion: "failure", app: { id: 15368 } });
      expect(advisory.gate?.output.title).toBe("Advisory: Refused: 1 reason");
      expect((await comments()).map(({ user }) => user.login)).toEqual(["bot"]);

      const early = await run("pull_request", change);
      expect(early.gate).toMatchObject({ conclusion: "failure", app: { id: appId } });
      expect(early.gate?.output.summary).toContain("production changes and serves production");
      expect(early.said).toMatch(/^hint: @stranger has not approved/m);
      expect(early.said).toMatch(/^hint: @example\/unknown is affected/m);
      const [, own] = await comments();
      expect(own?.user.login).toBe(`${github.app.slug}[bot]`);
      expect(own?.body).toContain("replicas of gateway 3-12");
      const page = readFileSync(outside.getPath("report/report-1.html"), "utf8");
      expect(page).toContain("gateway");

      const note = printNote({ environments: { production: "minor" }, text: "More gateways." });
      await writeFile(join(estate.path, "environments/.changeset/gateways.md"), note);
      await estate.git.add("environments").commit("note");
      const noted = await head();
      await github.setCommit("change", noted);
      expect((await run("pull_request", noted)).gate).toMatchObject({ conclusion: "success" });

      // The queue merges the change.
      const queued = async () => {
        await estate.git.commit("queue", ["--allow-empty"]);
        const group = await head();
        await github.ask("owner", "POST", `${apiPath}/git/refs`, {
          ref: `refs/heads/queue-${group}`,
          sha: noted,
        });
        await github.setCommit(`queue-${group}`, group);
        return await run("merge_group", group);
      };
      const unseen = await queued();
      expect(unseen.gate).toMatchObject({ conclusion: "failure", app: { id: appId } });
      expect(unseen.said).toMatch(/^refused: @stranger has not approved/m);
      expect(unseen.said).toMatch(/^refused: @example\/platform has not approved/m);
      expect(unseen.said).toMatch(/^hint: @example\/unknown is affected/m);

      await approve("stranger", noted);
      // Everyone on GitHub can approve; approvals count from people with write access.
      expect((await queued()).said).toMatch(/^refused: @stranger has not approved/m);
      await github.ask("owner", "PUT", `${apiPath}/collaborators/stranger`, {
        permission: "push",
      });
      expect((await queued()).said).toMatch(/^refused: @example\/platform has not approved/m);
      await github.addToTeam("stranger");
      expect((await queued()).gate).toMatchObject({ conclusion: "success" });

      // A change without rendered effect after the approval is not approved.
      await mkdir(join(estate.path, ".github"));
      await writeFile(join(estate.path, ".github/later.yml"), "jobs: {}\n");
      await estate.git.add(".github").commit("later");
      const changed = await queued();
      expect(changed.gate).toMatchObject({ conclusion: "failure" });
      expect(changed.said).toMatch(/approval by @stranger.*the file \.github\/later\.yml/);
    } finally {
      await github.close();
    }
  },
);
