import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Starts Chromium without background network traffic. Throws with installation instructions when it is missing. */
export async function startBrowser(): Promise<Browser> {
  const program = process.env["CHROMIUM"] ?? places.find((path) => existsSync(path));
  if (program === undefined) {
    throw new Error(
      "Chromium is not installed. On Debian: apt-get install chromium. Elsewhere name it: CHROMIUM=/path/to/chromium npm run test:browser",
    );
  }
  return await chromium.launch({
    executablePath: program,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}
