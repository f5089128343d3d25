import type { DiagnosticCode } from "@altostrata/pipeline";
import { loadMessages } from "./load.ts";
import { manifestMessages } from "./manifests.ts";
import { policyMessages } from "./policy.ts";
import { renderMessages } from "./render.ts";
import { resolveMessages } from "./resolve.ts";
import { schemaMessages } from "./schema.ts";
import type { Messages } from "./messages.ts";

/** The messages of every code, by the step that reports it. */
export const messagesByStep = {
  load: loadMessages,
  "check schema": schemaMessages,
  resolve: resolveMessages,
  render: renderMessages,
  "check manifests": manifestMessages,
  "check policy": policyMessages,
} as const;

/** The messages of every code. */
export const allMessages: Readonly<Record<DiagnosticCode, Messages>> = {
  ...loadMessages,
  ...schemaMessages,
  ...resolveMessages,
  ...renderMessages,
  ...manifestMessages,
  ...policyMessages,
};
