import { callsOf, metricsQuestions } from "./calls.ts";
import { publicHost } from "../instances.ts";
import type { Member, Topology } from "../../topology.ts";
import type { ComponentView } from "../../../model/view/component-view.ts";
import { originIn, traced } from "../../traced.ts";

/**
 * Returns the ports of a component that other targets call, and the source ranges; undefined if no other target calls
 * it.
 */
export function exposureOf(
  topology: Topology,
  member: Member,
  component: string,
): ComponentView["exposed"] {
  const callers = [
    ...callsOf(topology)
      .filter(
        (call) =>
          call.to.member === member &&
          call.to.component === component &&
          call.from.member !== member,
      )
      .map((call) => ({ from: call.from.member, port: call.port })),
    ...metricsQuestions(topology)
      .filter(
        (question) =>
          member.part.leads && question.component === component && question.from !== member,
      )
      .map((question) => ({ from: question.from, port: question.port })),
  ];
  if (callers.length === 0) return undefined;
  const ports = [...new Set(callers.map((caller) => caller.port))].sort();
  const sourceRanges = [
    ...new Set(callers.flatMap((caller) => caller.from.target.value.networks.egress)),
  ].sort();
  return traced(
    { ports, sourceRanges, host: publicHost(topology, member, component) },
    originIn(topology.application, ["flows"]),
  );
}
