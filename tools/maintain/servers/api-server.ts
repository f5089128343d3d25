import { generateKeyPairSync, randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { apiClient, type ApiAddress, type ApiClient } from "./api-client.ts";
import { buildGoProgram } from "../programs/build-go-program.ts";
import { freePorts } from "../programs/free-ports.ts";
import { apiServerRecipe, etcdRecipe } from "../programs/go-recipes.ts";
import { startProgram, type RunningProgram } from "../programs/running-program.ts";

/** A real kube-apiserver with its own etcd, on loopback. */
export interface ApiServer {
  readonly minor: string;
  readonly address: ApiAddress;
  readonly client: ApiClient;
  readonly stop: () => Promise<void>;
}

const readyWithinMilliseconds = 120_000;

/** Starts an empty API server of a minor version such as `1.36`, and waits until it is ready. */
export async function startApiServer(minor: string): Promise<ApiServer> {
  const programs = {
    etcd: buildGoProgram(etcdRecipe),
    server: buildGoProgram(apiServerRecipe(minor)),
  };
  const folder = mkdtempSync(join(tmpdir(), `altostrata-server-${minor}-`));
  const removeFolder = (): void => rmSync(folder, { recursive: true, force: true });
  process.once("exit", removeFolder);
  const started: RunningProgram[] = [];
  const stop = async (): Promise<void> => {
    for (const program of started.toReversed()) await program.stop();
    process.off("exit", removeFolder);
    removeFolder();
  };
  try {
    const [port = 0, etcdPort = 0, peerPort = 0] = await freePorts(3);
    started.push(startEtcd({ program: programs.etcd, folder, port: etcdPort, peerPort }));
    const token = randomBytes(24).toString("hex");
    const server = startKubernetes({ program: programs.server, folder, port, etcdPort, token });
    started.push(server);
    const address = await waitForCertificate({ port, token, folder, server });
    const client = apiClient(address);
    await waitUntilReady(client, server);
    return { minor, address, client, stop: async () => (client.close(), stop()) };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface EtcdStart {
  readonly program: string;
  readonly folder: string;
  readonly port: number;
  readonly peerPort: number;
}

function startEtcd({ program, folder, port, peerPort }: EtcdStart): RunningProgram {
  const url = `http://127.0.0.1:${port}`;
  const peerUrl = `http://127.0.0.1:${peerPort}`;
  const args = [
    `--data-dir=${join(folder, "etcd")}`,
    `--listen-client-urls=${url}`,
    `--advertise-client-urls=${url}`,
    `--listen-peer-urls=${peerUrl}`,
    `--initial-advertise-peer-urls=${peerUrl}`,
    `--initial-cluster=default=${peerUrl}`,
    // The data lives for one test run and need not survive a power cut.
    "--unsafe-no-fsync=true",
    "--log-level=warn",
  ];
  return startProgram({ name: "etcd", program, args, folder });
}

interface KubernetesStart {
  readonly program: string;
  readonly folder: string;
  readonly port: number;
  readonly etcdPort: number;
  readonly token: string;
}

function startKubernetes(start: KubernetesStart): RunningProgram {
  const { program, folder } = start;
  return startProgram({ name: "kube-apiserver", program, args: serverArguments(start), folder });
}

function serverArguments(start: KubernetesStart): string[] {
  const tokenFile = join(start.folder, "tokens.csv");
  writeFileSync(tokenFile, `${start.token},tests,tests,"system:masters"\n`, { mode: 0o600 });
  const keyFile = join(start.folder, "service-account.pem");
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  writeFileSync(keyFile, privateKey.export({ type: "pkcs1", format: "pem" }), { mode: 0o600 });
  return [
    `--etcd-servers=http://127.0.0.1:${start.etcdPort}`,
    "--bind-address=127.0.0.1",
    "--advertise-address=127.0.0.1",
    "--endpoint-reconciler-type=none",
    `--secure-port=${start.port}`,
    `--cert-dir=${join(start.folder, "certificates")}`,
    `--token-auth-file=${tokenFile}`,
    "--authorization-mode=RBAC",
    "--service-account-issuer=https://kubernetes.default.svc",
    `--service-account-signing-key-file=${keyFile}`,
    `--service-account-key-file=${keyFile}`,
    "--service-cluster-ip-range=10.96.0.0/16",
    // No controller creates the "default" service account here, and pods without it are refused.
    "--disable-admission-plugins=ServiceAccount",
    "--allow-privileged=true",
  ];
}

interface CertificateWait {
  readonly port: number;
  readonly token: string;
  readonly folder: string;
  readonly server: RunningProgram;
}

// The server creates its own certificate for loopback, and the client trusts exactly that one.
async function waitForCertificate({
  port,
  token,
  folder,
  server,
}: CertificateWait): Promise<ApiAddress> {
  const file = join(folder, "certificates", "apiserver.crt");
  const certificate = await within(server, () => {
    const text = existsSync(file) ? readFileSync(file, "utf8") : "";
    return text.trimEnd().endsWith("-----END CERTIFICATE-----") ? text : undefined;
  });
  return { port, token, certificate };
}

async function waitUntilReady(client: ApiClient, server: RunningProgram): Promise<void> {
  await within(server, async () => {
    const answer = await client.send({ method: "GET", path: "/readyz" }).catch(() => undefined);
    return answer?.status === 200 ? true : undefined;
  });
}

async function within<Value>(
  server: RunningProgram,
  attempt: () => Value | undefined | Promise<Value | undefined>,
): Promise<Value> {
  const deadline = Date.now() + readyWithinMilliseconds;
  while (Date.now() < deadline) {
    const value = await attempt();
    if (value !== undefined) return value;
    if (server.hasEnded())
      throw new Error(`kube-apiserver exited during startup:\n${server.log()}`);
    await pause(100);
  }
  throw new Error(`kube-apiserver was not ready in time:\n${server.log()}`);
}
