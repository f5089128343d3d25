import { describe, expect, it } from "vitest";
import { keepFields } from "./keep-fields.ts";

const object = {
  metadata: { name: "web", labels: { app: "web" } },
  spec: { replicas: 2, containers: [{ name: "a", image: "a:1", env: [1] }, { name: "b" }, "c"] },
};

describe("keepFields", () => {
  it.each([
    [["metadata.name"], { metadata: { name: "web" } }],
    [["metadata", "metadata.name"], { metadata: object.metadata }],
    [["spec.replicas", "metadata.name"], { metadata: { name: "web" }, spec: { replicas: 2 } }],
    [
      ["spec.containers.*.image", "spec.containers.*.name"],
      { spec: { containers: [{ image: "a:1", name: "a" }, { name: "b" }, "c"] } },
    ],
    [["spec.containers"], { spec: { containers: object.spec.containers } }],
    [["spec.containers.name"], { spec: { containers: [] } }],
    [["spec.gone.deeper", "status"], { spec: {} }],
    [["__proto__.x", "constructor"], {}],
    [[], {}],
    [["metadata.name", ""], object],
  ])("%j", (paths, kept) => {
    expect(keepFields(object, paths)).toEqual(kept);
  });
});
