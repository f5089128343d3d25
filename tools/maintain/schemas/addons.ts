/** An add-on whose custom resource definitions the estate uses, and where they come from. */
export interface AddonSource {
  /** The name that targets list under `addons`. */
  readonly addon: string;
  /** The add-on's version as targets write it. */
  readonly version: string;
  /** The published Go module that carries them, or `null`: then they stand in `definitions` here, written by hand. */
  readonly module: string | null;
  /** Folder of the definitions inside the module, or beside this file. */
  readonly folder: string;
  /** Definition files an estate can render, without `.yaml`; huge kinds that nobody renders are left out. */
  readonly files: readonly string[];
}

/** The add-ons that are installed on the real servers and described in `artefacts/addons`. */
export const addonSources: readonly AddonSource[] = [
  {
    addon: "gateway-api",
    version: "1.7.0",
    module: "sigs.k8s.io/gateway-api",
    folder: "config/crd/standard",
    files: [
      "backendtlspolicies",
      "gatewayclasses",
      "gateways",
      "grpcroutes",
      "httproutes",
      "listenersets",
      "referencegrants",
      "tcproutes",
      "tlsroutes",
    ].map((plural) => `gateway.networking.k8s.io_${plural}`),
  },
  {
    addon: "cert-manager",
    version: "1.21.2",
    module: "github.com/cert-manager/cert-manager",
    folder: "deploy/crds",
    files: ["certificaterequests", "certificates", "clusterissuers", "issuers"].map(
      (plural) => `cert-manager.io_${plural}`,
    ),
  },
  {
    addon: "keda",
    version: "2.21.0",
    module: "github.com/kedacore/keda/v2",
    folder: "config/crd/bases",
    files: [
      "clustertriggerauthentications",
      "scaledjobs",
      "scaledobjects",
      "triggerauthentications",
    ].map((plural) => `keda.sh_${plural}`),
  },
  {
    addon: "prometheus-operator",
    version: "0.85.0",
    module: "github.com/prometheus-operator/prometheus-operator",
    folder: "example/prometheus-operator-crd",
    files: [
      "podmonitors",
      "prometheusagents",
      "prometheuses",
      "prometheusrules",
      "servicemonitors",
    ].map((plural) => `monitoring.coreos.com_${plural}`),
  },
  {
    addon: "cloudnative-pg",
    version: "1.27.0",
    module: "github.com/cloudnative-pg/cloudnative-pg",
    folder: "config/crd/bases",
    files: ["backups", "clusters", "databases", "imagecatalogs", "poolers", "scheduledbackups"].map(
      (plural) => `postgresql.cnpg.io_${plural}`,
    ),
  },
  {
    addon: "plugin-barman-cloud",
    version: "0.15.0",
    module: "github.com/cloudnative-pg/plugin-barman-cloud",
    folder: "config/crd/bases",
    files: ["barmancloud.cnpg.io_objectstores"],
  },
  {
    addon: "external-dns",
    version: "0.23.0",
    module: "sigs.k8s.io/external-dns",
    folder: "config/crd/standard",
    files: ["dnsendpoints.externaldns.k8s.io"],
  },
  {
    addon: "external-secrets",
    version: "1.3.2",
    module: "github.com/external-secrets/external-secrets",
    folder: "config/crds/bases",
    files: ["clusterexternalsecrets", "clustersecretstores", "externalsecrets", "secretstores"].map(
      (plural) => `external-secrets.io_${plural}`,
    ),
  },
  {
    addon: "config-connector",
    version: "1.158.0",
    // Its module cannot be fetched, so the one kind in use is described from its documentation.
    module: null,
    folder: "definitions",
    files: ["dnsrecordsets.dns.cnrm.cloud.google.com"],
  },
];
