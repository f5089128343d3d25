import { withoutSecrets, type Finding } from "@altostrata/pipeline";

/** A finding as it may be shown: a rule's message may quote a value, and a reason may hold anything. */
export function findingWithoutSecrets(finding: Finding): Finding {
  const { message, remediation, waiver } = finding;
  return {
    ...finding,
    message: withoutSecrets(message),
    remediation: withoutSecrets(remediation),
    ...(waiver ? { waiver: { ...waiver, reason: withoutSecrets(waiver.reason) } } : {}),
  };
}
