import { Type, type Static } from "typebox";
import { closed, kindSchema, Text } from "./shared.ts";

const Port = Type.Integer({ minimum: 1, maximum: 65535 });

/** How databases of one engine are reached; the folder's name is what `engine.via` of a datasource refers to. */
export const EngineSchema = kindSchema("Engine", {
  title: Text,
  ports: closed({
    /** Where clients query and replicas connect. */
    query: Port,
    /** Where instances and the operator read the state of an instance. */
    status: Type.Optional(Port),
    metrics: Type.Optional(Port),
  }),
  /** Namespace of the operator that manages the databases of a target. */
  operatorNamespace: Type.Optional(Text),
  /** Label of every database pod in the target; its value is the name of the cluster. */
  clusterLabel: Type.Optional(Text),
});

export type Engine = Static<typeof EngineSchema>;
