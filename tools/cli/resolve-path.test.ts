import { describe, expect, it } from "vitest";
import { nearestPath, resolvePath } from "./resolve-path.ts";

const object = {
  spec: { containers: [{ name: "web", env: [{ name: "A", value: "1" }] }, { name: "side.car" }] },
  data: { "deployment.toml": "x" },
  metadata: { labels: { "app.kubernetes.io/name": "web" } },
};

describe("resolvePath", () => {
  it.for([
    ["spec.containers.web.env.A.value", ["spec", "containers", 0, "env", 0, "value"]],
    ["spec.containers.1.name", ["spec", "containers", 1, "name"]],
    ["spec.containers.side.car.name", ["spec", "containers", 1, "name"]],
    ["data.deployment.toml", ["data", "deployment.toml"]],
    ["metadata.labels.app.kubernetes.io/name", ["metadata", "labels", "app.kubernetes.io/name"]],
    ["spec.containers.web.image", undefined],
    ["spec.containers.7", undefined],
    ["constructor", undefined],
  ] as const)("%s", ([text, expected]) => {
    expect(resolvePath(object, text)).toEqual(expected);
  });

  it("names the nearest path that exists", () => {
    expect(nearestPath(object, "spec.containers.web.image")).toEqual({
      path: "spec.containers.web",
      keys: ["name", "env"],
    });
    expect(nearestPath(object, "spec.containers.wbe")).toEqual({
      path: "spec.containers",
      keys: ["web", "side.car"],
    });
  });
});
