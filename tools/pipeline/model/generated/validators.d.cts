import type { ValidateFunction } from "ajv";

/** The checks of what files hold, compiled from their definitions: one per kind of YAML file, and those of the policies. */
declare const validators: Readonly<
  Record<
    | "application"
    | "comparison"
    | "datasources"
    | "engine"
    | "environment"
    | "images"
    | "master"
    | "policyDigests"
    | "policyRules"
    | "policySettings"
    | "provider"
    | "secrets"
    | "system"
    | "target"
    | "waivers"
    | "worker",
    ValidateFunction
  >
>;
export = validators;
