import { generateKeyPairSync, randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  apiClient,
  type ApiAddress,
  type ApiClient,
} from "@altostrata/maintain/servers/api-client.ts";
import type { Machine } from "../machine/start-machine.ts";
import { waitUntil } from "../wait-until.ts";
import type { CloudPlan } from "./cloud-plan.ts";
import type { CloudParts } from "./parts.ts";

export interface ControlPlane {
  readonly address: ApiAddress;
  readonly client: ApiClient;
  /** A file that programs on the machine reach the API server with. */
  readonly kubeconfig: string;
}

/** Starts etcd, the API server, the controllers and the scheduler, and waits until the API server is ready. */
export async function startControlPlane(
  machine: Machine,
  plan: CloudPlan,
  parts: CloudParts,
): Promise<ControlPlane> {
  const token = randomBytes(24).toString("hex");
  machine.start({ name: "etcd", program: parts.etcd, args: etcdArguments() });
  const args = apiServerArguments(machine.folder, plan, token);
  const server = machine.start({ name: "kube-apiserver", program: parts.apiServer, args });
  const certificate = await waitUntil(
    `certificate of ${plan.name}`,
    () => readCertificate(machine.folder),
    server.log,
  );
  const address = { host: plan.api, port: 6443, token, certificate };
  const client = apiClient(address);
  await waitUntil(`API server of ${plan.name}`, async () => isReady(client), server.log);
  const kubeconfig = writeKubeconfig(machine.folder, plan, token);
  startControllers(machine, kubeconfig, parts);
  return { address, client, kubeconfig };
}

function etcdArguments(): string[] {
  const [url, peerUrl] = ["http://127.0.0.1:2379", "http://127.0.0.1:2380"];
  return [
    "--data-dir=/var/lib/etcd",
    `--listen-client-urls=${url}`,
    `--advertise-client-urls=${url}`,
    `--listen-peer-urls=${peerUrl}`,
    `--initial-advertise-peer-urls=${peerUrl}`,
    `--initial-cluster=default=${peerUrl}`,
    // Machines lose their power in these tests, but never the disk's cache.
    "--unsafe-no-fsync=true",
    "--log-level=warn",
  ];
}

function apiServerArguments(folder: string, plan: CloudPlan, token: string): string[] {
  const tokenFile = join(folder, "tokens.csv");
  writeFileSync(tokenFile, `${token},tests,tests,"system:masters"\n`, { mode: 0o600 });
  const keyFile = serviceAccountKey(folder);
  writeServiceAccountKey(keyFile);
  return [
    "--etcd-servers=http://127.0.0.1:2379",
    `--advertise-address=${plan.api}`,
    "--secure-port=6443",
    `--cert-dir=${join(folder, "certificates")}`,
    `--token-auth-file=${tokenFile}`,
    "--authorization-mode=RBAC",
    "--service-account-issuer=https://kubernetes.default.svc",
    `--service-account-signing-key-file=${keyFile}`,
    `--service-account-key-file=${keyFile}`,
    `--service-cluster-ip-range=${plan.serviceRange}`,
    "--allow-privileged=true",
    "--kubelet-preferred-address-types=InternalIP",
  ];
}

function serviceAccountKey(folder: string): string {
  return join(folder, "service-account.pem");
}

function writeServiceAccountKey(file: string): void {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  writeFileSync(file, privateKey.export({ type: "pkcs1", format: "pem" }), { mode: 0o600 });
}

function readCertificate(folder: string): string | undefined {
  const file = certificateFile(folder);
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  return text.trimEnd().endsWith("-----END CERTIFICATE-----") ? text : undefined;
}

function certificateFile(folder: string): string {
  return join(folder, "certificates", "apiserver.crt");
}

async function isReady(client: ApiClient): Promise<true | undefined> {
  const { status } = await client.send({ method: "GET", path: "/readyz" });
  return status === 200 ? true : undefined;
}

function writeKubeconfig(folder: string, plan: CloudPlan, token: string): string {
  const file = join(folder, "kubeconfig");
  const [cluster, user, context] = [plan.name, "tests", plan.name];
  const server = `https://${plan.api}:6443`;
  const config = {
    apiVersion: "v1",
    kind: "Config",
    clusters: [
      { name: cluster, cluster: { server, "certificate-authority": certificateFile(folder) } },
    ],
    users: [{ name: user, user: { token } }],
    contexts: [{ name: context, context: { cluster, user } }],
    "current-context": context,
  };
  writeFileSync(file, JSON.stringify(config), { mode: 0o600 });
  return file;
}

function startControllers(machine: Machine, kubeconfig: string, parts: CloudParts): void {
  machine.start({
    name: "kube-controller-manager",
    program: parts.controllerManager,
    args: [
      `--kubeconfig=${kubeconfig}`,
      `--service-account-private-key-file=${serviceAccountKey(machine.folder)}`,
      `--root-ca-file=${certificateFile(machine.folder)}`,
      "--use-service-account-credentials",
      "--leader-elect=false",
      // The network plugin hands out pod addresses, and no cloud provider is here to ask about nodes.
      "--controllers=*,-nodeipam,-cloud-node-lifecycle-controller",
    ],
  });
  machine.start({
    name: "kube-scheduler",
    program: parts.scheduler,
    args: [`--kubeconfig=${kubeconfig}`, "--leader-elect=false"],
  });
}
