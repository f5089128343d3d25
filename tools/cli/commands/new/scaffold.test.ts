import { createFixture } from "fs-fixture";
import { describe, expect, it } from "vitest";
import { readDesiredState } from "../../files/read-desired-state.ts";
import { sampleEstate } from "../../testing/sample-estate.ts";
import { scaffold } from "./scaffold.ts";

describe("scaffold", () => {
  it("writes a valid environment with its own namespaces, hosts and secrets", async () => {
    await using estate = await createFixture({ ...sampleEstate });
    const paths = await scaffold(estate.path, { what: "environment", name: "demo" });
    expect(paths).toContain("environments/demo/shop/system.yaml");
    const { desiredState, diagnostics } = await readDesiredState(estate.path);
    expect(diagnostics).toEqual([]);
    const [demo] = desiredState.environments;
    expect(demo?.value.namespacePrefix).toBe("demo-");
    expect(demo?.systems[0]?.value.hosts).toEqual({ shop: "shop.demo.example.com" });
    expect(demo?.systems[0]?.secrets?.value.secrets["login"]?.path).toBe("demo/shop/login");
    expect(await estate.readFile("environments/demo/environment.yaml", "utf8")).toContain(
      "# gentle",
    );
  });

  it("writes a valid target with its own domain", async () => {
    await using estate = await createFixture({ ...sampleEstate });
    await scaffold(estate.path, { what: "target", name: "onprem-porto", provider: "onprem" });
    const { desiredState, diagnostics } = await readDesiredState(estate.path);
    expect(diagnostics).toEqual([]);
    expect(desiredState.targets.map(({ name, value }) => `${name} ${value.domain}`)).toEqual([
      "onprem-madrid onprem-madrid.example.net",
      "onprem-porto onprem-porto.example.net",
    ]);
  });

  it.for([
    [{ what: "environment", name: "dev" }, "already exists"],
    [{ what: "environment", name: "Demo" }, "is not a valid environment name"],
    [{ what: "environment", name: "demo", like: "gone" }, "There is no environment gone"],
    [{ what: "target", name: "aws-paris", provider: "aws" }, "Provider aws has no target"],
  ] as const)("refuses %j and writes nothing", async ([request, message]) => {
    await using estate = await createFixture({ ...sampleEstate });
    await expect(scaffold(estate.path, request)).rejects.toThrow(message);
    expect((await readDesiredState(estate.path)).desiredState.environments).toHaveLength(1);
  });
});
