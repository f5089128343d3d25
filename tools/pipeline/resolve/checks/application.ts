import type { Named } from "../../model/estate/desired-state.ts";
import type { Diagnostic } from "../../model/results/diagnostic.ts";
import type { Application } from "../../model/kinds/application.ts";
import type { Path } from "../../model/origins/origin.ts";
import { own } from "../../model/values/own.ts";
import { diagnose, keyPlaceIn, placeIn } from "../diagnose.ts";
import type { EstateIndex } from "../estate-index.ts";
import { checkVendored } from "./vendored.ts";

/** Reports flows, routes, images, needs and secrets of an application that refer to nothing. */
export function checkApplication(
  application: Named<Application>,
  index: EstateIndex,
): Diagnostic[] {
  return [
    ...checkFlows(application),
    ...checkRoutes(application),
    ...checkComponents(application, index),
    ...checkMetrics(application),
    ...checkVendored(application, index),
  ];
}

function checkFlows(application: Named<Application>): Diagnostic[] {
  const { components, externals = {}, flows } = application.value;
  const ends = [...Object.keys(components), ...Object.keys(externals)].sort();
  return flows.flatMap((flow, position) => {
    const unknownEnds = (["from", "to"] as const)
      .filter((end) => !ends.includes(flow[end]))
      .map((end) =>
        unknown(application, ["flows", position, end], {
          what: "component or external",
          name: flow[end],
          known: ends,
        }),
      );
    if (unknownEnds.length > 0) return unknownEnds;
    const ports = portsOf(application.value, flow.to);
    if (ports.includes(flow.port)) return [];
    return [
      unknown(application, ["flows", position, "port"], {
        what: `port of ${flow.to}`,
        name: flow.port,
        known: ports,
      }),
    ];
  });
}

function portsOf({ components, externals = {} }: Application, end: string): string[] {
  return Object.keys(own(components, end)?.ports ?? own(externals, end)?.ports ?? {}).sort();
}

function checkRoutes(application: Named<Application>): Diagnostic[] {
  const { components, routes } = application.value;
  return routes.flatMap((route, position) => {
    const component = own(components, route.component);
    if (!component) {
      return [
        unknown(application, ["routes", position, "component"], {
          what: "component",
          name: route.component,
          known: Object.keys(components).sort(),
        }),
      ];
    }
    const ports = Object.keys(component.ports).sort();
    if (ports.includes(route.port)) return [];
    return [
      unknown(application, ["routes", position, "port"], {
        what: `port of ${route.component}`,
        name: route.port,
        known: ports,
      }),
    ];
  });
}

function checkComponents(application: Named<Application>, { images }: EstateIndex): Diagnostic[] {
  const { components, secrets = {}, datasources = {} } = application.value;
  const catalogue = Object.keys(images?.value.images ?? {}).sort();
  const diagnostics: Diagnostic[] = [];
  const refuse = (path: Path, what: string, name: string, known: readonly string[]) => {
    if (!known.includes(name))
      diagnostics.push(unknown(application, path, { what, name, known: [...known].sort() }));
  };
  for (const [name, component] of Object.entries(components)) {
    const at: Path = ["components", name];
    for (const [key, image] of Object.entries(component.images)) {
      if (catalogue.includes(image)) continue;
      diagnostics.push(
        diagnose("image-unknown", placeIn(application, [...at, "images", key]), {
          args: { image, known: catalogue },
        }),
      );
    }
    for (const list of ["atStart", "atRunTime"] as const) {
      component.needs?.[list]?.forEach((needed, position) =>
        refuse([...at, "needs", list, position], "component", needed, Object.keys(components)),
      );
    }
    component.secrets?.forEach((secret, position) =>
      refuse([...at, "secrets", position], "secret", secret, Object.keys(secrets)),
    );
    component.datasources?.forEach((used, position) =>
      refuse([...at, "datasources", position], "datasource", used, Object.keys(datasources)),
    );
    const called = [...Object.keys(components), ...Object.keys(datasources)];
    for (const key of Object.keys(component.callsPerRequest ?? {}))
      refuse([...at, "callsPerRequest", key], "component or datasource", key, called);
    if (component.metrics)
      refuse(
        [...at, "metrics", "port"],
        `port of ${name}`,
        component.metrics.port,
        Object.keys(component.ports),
      );
  }
  return diagnostics;
}

function checkMetrics(application: Named<Application>): Diagnostic[] {
  const { metrics, components } = application.value;
  if (!metrics) return [];
  const known = Object.keys(components).sort();
  const asked = Object.keys(metrics.requestsPerSecond)
    .filter((component) => !known.includes(component))
    .map((component) =>
      diagnose(
        "reference-unknown",
        keyPlaceIn(application, ["metrics", "requestsPerSecond", component]),
        { args: { what: "component", name: component, known } },
      ),
    );
  const ports = Object.keys(own(components, metrics.component)?.ports ?? {}).sort();
  if (!known.includes(metrics.component)) {
    return [
      ...asked,
      unknown(application, ["metrics", "component"], {
        what: "component",
        name: metrics.component,
        known,
      }),
    ];
  }
  if (ports.includes(metrics.port)) return asked;
  return [
    ...asked,
    unknown(application, ["metrics", "port"], {
      what: `port of ${metrics.component}`,
      name: metrics.port,
      known: ports,
    }),
  ];
}

function unknown(
  application: Named<Application>,
  path: Path,
  args: { what: string; name: string; known: readonly string[] },
): Diagnostic {
  return diagnose("reference-unknown", placeIn(application, path), { args });
}
