import type { NetworkRule } from "./component-view.ts";
import type { Datasource } from "../kinds/datasources.ts";

export interface DatasourceView {
  readonly name: string;
  /** The name of the database cluster, the same on every target. */
  readonly cluster: string;
  /** Labels of its pods in the target; empty where the provider runs it. */
  readonly podLabels: Readonly<Record<string, string>>;
  readonly engine: Datasource["engine"];
  readonly databases: readonly string[];
  readonly role: "primary" | "replica" | "client";
  readonly instances: number;
  readonly resources: Datasource["resources"];
  readonly storage: { readonly size: unknown; readonly class: string };
  /** Where components on this target read and write. */
  readonly endpoint: { readonly host: string; readonly port: number };
  /** The primary, as seen from this target. */
  readonly primary: { readonly target: string; readonly host: string; readonly port: number };
  /**
   * Every member (primary and replicas), including this target; `name` is unique across targets: `<cluster>-<target>`.
   */
  readonly members: readonly {
    readonly name: string;
    readonly target: string;
    readonly role: "primary" | "replica";
    readonly host: string;
    readonly port: number;
    readonly self: boolean;
  }[];
  readonly backup: {
    readonly target: string;
    readonly provider: string;
    readonly protocol: "s3" | "azure-blob" | "gcs";
    /** Base of the archive: `s3://bucket/...`, in the bucket of the backup target's outputs. */
    readonly destination: string;
    readonly endpoint?: string;
    readonly credentials: string;
    /** Cron with seconds, in CloudNativePG's form. */
    readonly schedule: string;
    readonly keep: string;
  };
  readonly rpo: Datasource["rpo"];
  /** Ranges on other targets that may reach the database. */
  readonly sourceRanges: readonly string[];
  readonly publicHost: string;
  readonly network: {
    readonly ingress: readonly NetworkRule[];
    readonly egress: readonly NetworkRule[];
  };
}
