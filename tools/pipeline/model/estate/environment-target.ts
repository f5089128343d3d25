/** An environment on one target, by name. */
export interface EnvironmentTarget {
  readonly environment: string;
  readonly target: string;
}
