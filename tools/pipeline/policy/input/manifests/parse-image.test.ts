import { describe, expect, it } from "vitest";
import { parseImage } from "./parse-image.ts";

describe("parseImage", () => {
  it.each([
    ["web", { registry: "docker.io", repository: "library/web" }],
    ["shop/web:1.4", { registry: "docker.io", repository: "shop/web", tag: "1.4" }],
    ["localhost/web", { registry: "localhost", repository: "web" }],
    ["registry:5000/shop/web", { registry: "registry:5000", repository: "shop/web" }],
    [
      "ghcr.io/shop/web:1@sha256:ab",
      { registry: "ghcr.io", repository: "shop/web", tag: "1", digest: "sha256:ab" },
    ],
    ["K8S.gcr.io:443/pause:3", { registry: "k8s.gcr.io", repository: "pause", tag: "3" }],
    ["k8s.gcr.io./pause", { registry: "k8s.gcr.io", repository: "pause" }],
    ["index.docker.io/nginx", { registry: "docker.io", repository: "library/nginx" }],
    ["docker.io/shop/web", { registry: "docker.io", repository: "shop/web" }],
  ])("parses %s as a container runtime does", (reference, parts) => {
    expect(parseImage(reference)).toEqual({ reference, ...parts });
  });

  it.each([undefined, "", 7, null, {}])("returns undefined for %j", (reference) => {
    expect(parseImage(reference)).toBeUndefined();
  });
});
