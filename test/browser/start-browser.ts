import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Starts Chromium without anything that would talk to the network. Throws with what to install when there is none. */
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
