import { expect, it } from "vitest";
import { dottedPath, dottedPathToSet } from "./dotted-path.ts";

const object = {
  spec: { containers: [{ name: "web", env: [{ name: "A", value: "1" }] }, { name: "side.car" }] },
  data: { "deployment.toml": "x", ".dockerconfigjson": "e30=" },
  metadata: { labels: { "app.kubernetes.io/name": "web" } },
  rules: [{ host: "shop.example.com", paths: ["/"] }],
};

it.for([
  ["", []],
  ["spec.containers.web.env.A.value", ["spec", "containers", 0, "env", 0, "value"]],
  ["spec.containers.1.name", ["spec", "containers", 1, "name"]],
  ["spec.containers[1].name", ["spec", "containers", 1, "name"]],
  ["spec.containers.side.car.name", ["spec", "containers", 1, "name"]],
  ["data.deployment.toml", ["data", "deployment.toml"]],
  ["data..dockerconfigjson", ["data", ".dockerconfigjson"]],
  ["metadata.labels.app.kubernetes.io/name", ["metadata", "labels", "app.kubernetes.io/name"]],
  ['metadata.labels["app.kubernetes.io/name"]', ["metadata", "labels", "app.kubernetes.io/name"]],
  ["rules.shop.example.com.paths", ["rules", 0, "paths"]],
  ["spec.containers.web.image", undefined],
  ["spec.containers.7", undefined],
  ["constructor", undefined],
  ["spec.", undefined],
  ['spec["containers', undefined],
] as const)("%s stands at %j", ([text, expected]) => {
  expect(dottedPath(object, text)).toEqual(expected);
});

it.for([
  ["spec.containers.web.image", ["spec", "containers", 0, "image"]],
  ["data.log4j2.properties", ["data", "log4j2.properties"]],
  ['metadata["annotations.of.mine"]', ["metadata", "annotations.of.mine"]],
  ["metadata.labels.example.com/team", ["metadata", "labels", "example.com/team"]],
  ["spec.strategy.type", undefined],
  ["spec.containers.7", undefined],
  ["spec.", undefined],
  ["", undefined],
] as const)("%s can be set at %j", ([text, expected]) => {
  expect(dottedPathToSet(object, text)).toEqual(expected);
});
