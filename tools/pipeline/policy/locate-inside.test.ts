import { describe, expect, it } from "vitest";
import type { EmbeddedValue, ManifestSource } from "../model/manifest.ts";
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
  const regions = ["eu-west-1"];
  const region = { marks: ["region"], family: "lock-in" } as const;

  it("leads to the line that has the mark, by its key as well", () => {
    const source = file(value("port", "9443", 1), value("password", "hunter2", 2));
    expect(
      locateInside(source, { marks: ["region", "credential"], family: "security" }, regions)
        .template.line,
    ).toBe(2);
  });

  it("leads to what somebody chose before what a provider is", () => {
    const fact = value(
      "host",
      "db.eu-west-1.example.com",
      1,
      "clouds/aws/targets/aws-ireland.yaml",
    );
    const chosen = value("queue", "eu-west-1", 2, "environments/production/shop/master.yaml");
    expect(locateInside(file(fact, chosen), region, regions)).toBe(chosen.source);
    expect(locateInside(file(fact), region, regions)).toBe(fact.source);
  });

  it("leads to the file when no value has the mark, or several marks leave it open", () => {
    const source = file(value("password", "hunter2", 1));
    expect(locateInside(source, region, regions)).toBe(source);
    const both = { marks: ["cloud-identifier", "region"], family: "lock-in" } as const;
    expect(locateInside(source, both, regions)).toBe(source);
    expect(locateInside({ template: at("a", 1) }, region, regions)).toEqual({
      template: at("a", 1),
    });
  });
});
