import { describe, expect, it } from "vitest";
import { environmentOf } from "./environment.ts";

const step = {
  GITHUB_TOKEN: "t",
  GITHUB_REPOSITORY: "owner/estate",
  GITHUB_EVENT_PATH: "event.json",
  GITHUB_RUN_ID: "7",
};

describe("environmentOf", () => {
  it("has no App when both variables are empty, as in a workflow without the secret", () => {
    const read = environmentOf({ ...step, BOT_APP_ID: "", BOT_APP_KEY: "" });
    expect(read.app).toBeUndefined();
    expect(read.runUrl).toBe("https://github.com/owner/estate/actions/runs/7");
  });

  it("reads an App", () => {
    const read = environmentOf({ ...step, BOT_APP_ID: "12", BOT_APP_KEY: "key" });
    expect(read.app).toEqual({ appId: 12, privateKey: "key" });
  });

  it.each([
    { BOT_APP_ID: "12" },
    { BOT_APP_KEY: "key" },
    { BOT_APP_ID: "altostrata", BOT_APP_KEY: "key" },
  ])("refuses half a configuration: %o", (half) => {
    expect(() => environmentOf({ ...step, ...half })).toThrow("Set both BOT_APP_ID");
  });

  it("names the missing variables", () => {
    expect(() => environmentOf({})).toThrow("GITHUB_TOKEN, GITHUB_REPOSITORY, GITHUB_EVENT_PATH");
  });
});
