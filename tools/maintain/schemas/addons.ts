/** An add-on whose custom resource definitions the estate uses, and their source. */
export interface AddonSource {
  /** Its name in `addons` of targets. */
  readonly addon: string;
  /** Its version in targets. */
  readonly version: string;
  /** The published Go module with the definitions; `null` for handwritten ones in `definitions`. */
  readonly module: string | null;
  /** The folder of the definitions in the module, or next to this file. */
  readonly folder: string;
  /** The definition files that an estate needs, without `.yaml`; large unused kinds are left out. */
  readonly files: readonly string[];
}

/** The add-ons on the real servers and in `artefacts/addons`. */
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
    // The module cannot be fetched, so the kind in use follows its documentation.
    module: null,
    folder: "definitions",
    files: ["dnsrecordsets.dns.cnrm.cloud.google.com"],
  },
];
