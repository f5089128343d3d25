import { expect, it } from "vitest";
import { reportWhy } from "./why.ts";

const at = (file: string, line: number) => ({ file, line, column: 9 });

it("prints layers, strongest first, and the line of the template", async () => {
  const text = reportWhy({
    environment: "production",
    target: "aws-frankfurt",
    object: "Deployment/apim/gateway",
    path: "spec.replicas",
    value: 3,
    source: {
      template: at("artefacts/applications/wso2-apim/templates/gateway/deployment.yaml.hbs", 7),
      expression: "component.replicas.min",
      origin: {
        place: at("environments/production/apim/workers/aws-frankfurt.yaml", 5),
        layer: "worker",
        overrides: [
          {
            value: 2,
            origin: {
              place: at("environments/production/apim/system.yaml", 30),
              layer: "system",
              overrides: [
                {
                  value: 1,
                  origin: {
                    place: at("artefacts/applications/wso2-apim/application.yaml", 90),
                    layer: "application",
                  },
                },
              ],
            },
          },
        ],
      },
    },
  });
  await expect(text).toMatchFileSnapshot("../golden/why.txt");
});

it("lists values of expressions inside a config file", () => {
  const value = (path: (string | number)[], line: number, expression?: string) => ({
    path,
    value: "9443",
    source: {
      template: at("a.toml.hbs", line),
      ...(expression !== undefined && { expression, origin: { place: at("master.yaml", 4) } }),
    },
  });
  const text = reportWhy({
    environment: "e",
    target: "t",
    object: "ConfigMap/n/s",
    path: "data.a.toml",
    value: "a = 1",
    source: {
      template: at("a.hbs", 1),
      inside: () => [
        value(["literal"], 1),
        value(["server", 0, "port"], 2, "port"),
        value(["server", 0, "port"], 2, "port"),
      ],
    },
  });
  const [, inside = ""] = text.split("values inside:\n");
  expect(inside).toBe("  server.0.port  9443  master.yaml:4:9  a.toml.hbs:2:9\n");
});

it("names literals of a template and patches", () => {
  const base = {
    environment: "e",
    target: "t",
    object: "Service/n/s",
    path: "spec.type",
    value: "ClusterIP",
  };
  expect(reportWhy({ ...base, source: { template: at("a.hbs", 1) } })).toMatch(
    /template +literal +a\.hbs:1:9/,
  );
  const patched = reportWhy({
    ...base,
    source: { template: at("a.hbs", 1), patch: at("master.yaml", 4) },
  });
  expect(patched).toMatch(/patch +ClusterIP +master\.yaml:4:9/);
});
