import { describe, expect, it } from "vitest";
import type { EmbeddedValue, ManifestSource } from "../../model/kubernetes/manifest.ts";
import { locateInside } from "./locate-inside.ts";

const at = (file: string, line: number) => ({ file, line, column: 1 });

function value(key: string, text: string, line: number, origin?: string): EmbeddedValue {
  const place = origin === undefined ? {} : { origin: { place: at(origin, line) } };
  return {
    path: ["server", key],
    value: text,
    source: { template: at("a.toml.hbs", line), ...place },
  };
}

function file(...values: EmbeddedValue[]): ManifestSource {
  return { template: at("map.yaml.hbs", 1), inside: () => values };
}

describe("locateInside", () => {
  const places = { regions: ["eu-west-1"], outside: ["shop-far.example.net"] };
  const region = { marks: ["region"], family: "lock-in" } as const;

  it("locates the line with the mark, also by its key", () => {
    const source = file(value("port", "9443", 1), value("password", "hunter2", 2));
    expect(
      locateInside(source, { marks: ["region", "credential"], family: "security" }, places).template
        .line,
    ).toBe(2);
  });

  it("prefers a chosen value to a fact of a provider", () => {
    const fact = value(
      "host",
      "db.eu-west-1.example.com",
      1,
      "clouds/aws/targets/aws-ireland.yaml",
    );
    const chosen = value("queue", "eu-west-1", 2, "environments/production/shop/master.yaml");
    expect(locateInside(file(fact, chosen), region, places)).toBe(chosen.source);
    expect(locateInside(file(fact), region, places)).toBe(fact.source);
  });

  it("locates the place outside the residency for a rule about topology", () => {
    const chosen = value("url", "https://logs.shop-far.example.net", 2);
    const outside = { marks: ["region", "outside-residency"], family: "topology" } as const;
    expect(locateInside(file(value("region", "eu-west-1", 1), chosen), outside, places)).toBe(
      chosen.source,
    );
  });

  it("falls back to the file if no value has the mark, or several marks are ambiguous", () => {
    const source = file(value("password", "hunter2", 1));
    expect(locateInside(source, region, places)).toBe(source);
    const both = { marks: ["cloud-identifier", "region"], family: "lock-in" } as const;
    expect(locateInside(source, both, places)).toBe(source);
    expect(locateInside({ template: at("a", 1) }, region, places)).toEqual({
      template: at("a", 1),
    });
  });
});
