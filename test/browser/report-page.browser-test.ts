import { createRequire } from "node:module";
import { mkdirSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { compareStates } from "@altostrata/git";
import type { Comparison } from "@altostrata/pipeline";
import { describeDiagnostic } from "@altostrata/report";
import { changePage } from "@altostrata/report/change";
import { createFixture, type FsFixture } from "fs-fixture";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sampleComparison } from "../../tools/report/change/sample-comparison.ts";
import { estateRepository } from "@altostrata/maintain/estate/estate-repository.ts";
import { startBrowser } from "./start-browser.ts";
import { estateDay } from "@altostrata/maintain/estate/estate-day.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** The folder that keeps screenshots for inspection. */
const views = process.env["SCREENSHOTS"];

let browser: Browser;
let folder: FsFixture;
let comparison: Comparison;

beforeAll(async () => {
  browser = await startBrowser();
  folder = await createFixture();
  comparison = await realChange();
});
afterAll(async () => {
  await browser?.close();
  await folder?.rm();
});

/** A burst worker of the real estate becomes active, log retention gets shorter, and a worker is removed. */
async function realChange(): Promise<Comparison> {
  await using estate = await estateRepository();
  await estate.git.checkoutLocalBranch("change");
  const production = "environments/production";
  await estate.edit(`${production}/environment.yaml`, "retentionDays: 90", "retentionDays: 60");
  await estate.edit(
    `${production}/apim/system.yaml`,
    "aws-frankfurt: 3 }",
    "aws-frankfurt: 3, gcp-belgium: 2 }",
  );
  await estate.edit(
    `${production}/apim/system.yaml`,
    /^ {2}burst:.*$/m.exec(await readSystem(estate.path))?.[0] ?? "",
    "",
  );
  return await compareStates({
    estate: estate.path,
    base: "main",
    asOf: estateDay,
    redactionKey: Buffer.alloc(32),
    describe: describeDiagnostic,
  });
}

function readSystem(path: string): Promise<string> {
  return Promise.resolve(readFileSync(`${path}/environments/production/apim/system.yaml`, "utf8"));
}

interface Opened {
  readonly page: Page;
  readonly requests: readonly string[];
  readonly errors: readonly string[];
}

async function open(
  name: string,
  content: Comparison,
  options: Parameters<Browser["newPage"]>[0] = {},
): Promise<Opened> {
  await folder.writeFile(`${name}.html`, changePage(content));
  const page = await browser.newPage(options);
  const url = pathToFileURL(folder.getPath(`${name}.html`)).href;
  const [requests, errors]: [string[], string[]] = [[], []];
  page.on("request", (request) => {
    if (request.url() !== url) requests.push(request.url());
  });
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  await page.goto(url);
  return { page, requests, errors };
}

async function view(page: Page, name: string): Promise<void> {
  if (views === undefined) return;
  mkdirSync(views, { recursive: true });
  await page.screenshot({ path: `${views}/${name}.png`, fullPage: true });
}

describe("the report page", () => {
  it.each([
    ["light", { colorScheme: "light" as const, viewport: { width: 1280, height: 900 } }],
    ["dark", { colorScheme: "dark" as const, viewport: { width: 1280, height: 900 } }],
    ["phone", { colorScheme: "light" as const, viewport: { width: 375, height: 700 } }],
  ])("opens from a file without requests and is accessible: %s", async (name, options) => {
    const { page, requests, errors } = await open(name, comparison, options);
    await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
    await page.evaluate(axe);
    const found = (await page.evaluate("axe.run()")) as {
      violations: { id: string; nodes: { html: string }[] }[];
    };
    await view(page, name);
    const width = await page.evaluate("document.documentElement.scrollWidth");
    expect(
      found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`),
    ).toEqual([]);
    expect(width).toBeLessThanOrEqual(options.viewport.width);
    expect(errors).toEqual([]);
    expect(requests).toEqual([]);
    await page.close();
  });

  it("filters changes by their content", async () => {
    const { page } = await open("search", comparison);
    const entries = page.locator("[data-entry]");
    const all = await entries.count();
    await page.getByLabel("Search").fill("ScaledObject");
    expect(await page.locator("[data-entry]:visible").count()).toBeLessThan(all);
    expect(await page.getByRole("status").textContent()).toMatch(/^[1-9][0-9]* of [0-9]+ changes$/);
    await page.getByLabel("Search").fill("no such thing");
    expect(await page.locator("[data-entry]:visible").count()).toBe(0);
    await page.getByLabel("Search").fill("");
    expect(await page.locator("[data-entry]:visible").count()).toBe(all);
    await page.close();
  });

  it("shows both sides next to each other, also by keyboard", async () => {
    const { page } = await open("side", comparison);
    await page.locator("[data-entry] summary").first().click();
    expect(await page.locator(".unified").first().isVisible()).toBe(true);
    await page.getByLabel("side by side").focus();
    await page.keyboard.press("Space");
    expect(await page.locator(".unified").first().isVisible()).toBe(false);
    expect(await page.locator(".side").first().isVisible()).toBe(true);
    await view(page, "side-by-side");
    await page.close();
  });

  it("links a target to its change and opens it", async () => {
    const { page } = await open("places", comparison);
    await page.locator("#places ~ details summary").first().click();
    await page.locator("#places ~ details a").first().click();
    expect(await page.locator("[data-entry] details[open]").count()).toBe(1);
    await page.close();
  });

  it("is readable without scripts", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    await folder.writeFile("plain.html", changePage(comparison));
    const page = await context.newPage();
    await page.goto(pathToFileURL(folder.getPath("plain.html")).href);
    expect(await page.locator("#search").isVisible()).toBe(false);
    await page.locator("[data-entry] summary").first().click();
    expect(await page.locator(".unified").first().isVisible()).toBe(true);
    await context.close();
  });

  it("runs no script from a hostile name", async () => {
    const hostile = `"><img src="https://evil.example/x" onerror="window.owned=true"><script>window.owned=true</script>`;
    const { page, requests } = await open("hostile", sampleComparison({ text: hostile }));
    expect(await page.evaluate("'owned' in window")).toBe(false);
    expect(requests).toEqual([]);
    await page.close();
  });
});
