/** What reports say of a rule beside its findings. */
export interface DescribedRule {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly family: string;
  readonly severity: string;
  readonly standards: readonly string[];
  readonly remediation: string;
}
